"""Summons while an appeal is considered: an absence counts where the delivery is proven (O.8.7)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from qadaga.acts.letters.models import Letter
from qadaga.acts.summons import Called, Ended
from qadaga.appeals import row_papers
from qadaga.appeals.summonses import services
from qadaga.appeals.summonses.models import AppealSummons
from qadaga.authority import NotPermitted
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput
from tests.intake import MONDAY, answer_sent, make_appeal, make_registry, open_for

pytestmark = pytest.mark.django_db


def test_somebody_is_called_only_while_the_appeal_is_considered() -> None:
    registry = make_registry()
    head, assistant, appeal = registry.actor("head"), registry.actor("assistant"), make_appeal(registry)
    hour = clock.now() + timedelta(hours=5)
    called = Called("official", "Ким Олег", "О сборе", "Каб. 4", hour, "courier", "адвокат Ли")

    def summon(by: Any, **changed: Any) -> AppealSummons:
        return services.summon(appeal_id=appeal.id, called=replace(called, **changed), by=by, on=MONDAY)

    with pytest.raises(Conflict):
        summon(head)
    open_for(registry, appeal)
    with pytest.raises(NotPermitted):
        summon(registry.actor("clerk"))
    for wrong in ({"called_at": clock.now()}, {"role": "witness"}, {"about": ""}):
        with pytest.raises(InvalidInput):
            summon(assistant, **wrong)
    row = summon(assistant)
    letter = Letter.objects.get(subject_id=row.id)
    assert (letter.kind, letter.number, letter.signer) == ("summons", 1, registry.assistant)
    assert row_papers.paper_of(appeal, "summons", row.id).startswith(b"%PDF")
    assert row_papers.paper_of(make_appeal(registry), "summons", row.id) is None
    given = {"appeal_id": appeal.id, "summons_id": row.id, "by": assistant, "on": MONDAY}
    for early in (Ended("absent", consequence="Вызван повторно"), Ended("explained")):
        with pytest.raises(InvalidInput):
            services.record_explanation(ended=early, **given)
    absent = Ended("absent", proof="№ 7", consequence="Вызван повторно")
    assert services.record_explanation(ended=absent, **given).consequence == "Вызван повторно"
    with pytest.raises(AlreadyDone):
        services.record_explanation(ended=absent, **given)
    answer_sent(registry, appeal)
    with pytest.raises(NotPermitted) as refused:
        summon(head)
    assert [one.citation.clause for one in refused.value.ruling.missing] == ["O.8.7"]
