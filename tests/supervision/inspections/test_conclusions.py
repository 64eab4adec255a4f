"""Conclusions of specialists: no end while one is awaited; what the findings rest on (O.8.4)."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from qadaga.authority import NotPermitted
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput
from qadaga.supervision.inspections import content, services
from qadaga.supervision.inspections.models import Inspection, Specialist
from tests.casework import MONDAY, Town, make_file
from tests.inspecting import notified, running


def on(town: Town, inspection: Inspection, who: str = "assistant") -> dict[str, Any]:
    inspection.refresh_from_db()
    changing = {"inspection_id": inspection.id, "version": inspection.version}
    return {**changing, "by": town.actor(who), "on": MONDAY}


def called_in(town: Town, inspection: Inspection, name: str) -> dict[str, Any]:
    by = {"by": town.actor("head"), "on": MONDAY}
    engaged = services.Engaged(name, "Институт", "Сверить сметы")
    row = services.involve_specialist(inspection_id=inspection.id, engaged=engaged, **by)
    return {"inspection_id": inspection.id, "specialist_id": row.id, **by}


def write(town: Town, inspection: Inspection, *rests_on: Any) -> Inspection:
    return services.record_findings(findings="Чисто", rests_on=rests_on, **on(town, inspection))


@pytest.mark.clause("O.8.4")
def test_an_inspection_waits_for_its_conclusions_or_says_why_not(town: Town) -> None:
    inspection = notified(town, running(town))
    first, second = called_in(town, inspection, "Омаров А."), called_in(town, inspection, "Ким О.")
    services.record_conclusion(concluded_on=MONDAY, file=make_file(), **first)
    for unknown in (second["specialist_id"], uuid4()):
        with pytest.raises(InvalidInput) as wrong:
            write(town, inspection, unknown)
        assert wrong.value.fields[0].field == "rests_on"
    write(town, inspection, first["specialist_id"])
    with pytest.raises(NotPermitted) as refused:
        services.finish(outcome="clean", **on(town, inspection))
    (missing,) = refused.value.ruling.missing
    assert (missing.data["mark"], missing.citation.clause) == ("conclusion_missing", "O.8.4")
    with pytest.raises(NotPermitted):
        services.waive_conclusion(reason="Болен", **{**second, "by": town.actor("assistant")})
    with pytest.raises(InvalidInput):
        services.waive_conclusion(reason=" ", **second)
    services.waive_conclusion(reason="Тяжело болен", **second)
    for settled in (first, second):
        with pytest.raises(AlreadyDone):
            services.waive_conclusion(reason="Болен", **settled)
    rows = list(Specialist.objects.order_by("id"))
    assert [row.relied for row in rows] == [True, None]
    inspection.refresh_from_db()
    assert content.findings(inspection, rows).startswith(b"%PDF")
    assert services.finish(outcome="clean", **on(town, inspection)).status == "closed"


def test_a_conclusion_that_comes_after_the_findings_is_weighed_before_the_end(town: Town) -> None:
    inspection = notified(town, running(town))
    late = called_in(town, inspection, "Омаров А.")
    write(town, inspection)
    services.record_conclusion(concluded_on=MONDAY, file=make_file(), **late)
    with pytest.raises(Conflict) as refused:
        services.finish(outcome="clean", **on(town, inspection))
    assert refused.value.code == "conclusion_unweighed"
    assert "came after" not in refused.value.message
    # Written before it was asked what findings rest on, as against those that a conclusion came after.
    day_before = MONDAY - timedelta(days=1)
    Inspection.objects.update(starts_on=day_before, findings_on=day_before)
    with pytest.raises(Conflict) as truly_after:
        services.finish(outcome="clean", **on(town, inspection))
    assert "came after" in truly_after.value.message
    write(town, inspection)
    assert Specialist.objects.get().relied is False
    assert services.finish(outcome="clean", **on(town, inspection)).status == "closed"
