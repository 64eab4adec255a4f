"""The matter goes to court: by the head, with the act that was not satisfied, once (O.7.2)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from qadaga.acts import services as acts
from qadaga.acts.models import Act
from qadaga.authority import NotPermitted
from qadaga.common.errors import Conflict, InvalidInput
from qadaga.court.applications import services
from qadaga.matters.models import Matter
from tests.casework import MONDAY, Town, assigned_matter, make_town, signed_protest

pytestmark = pytest.mark.django_db
ASKED = services.Applied(
    *("indefinite_circle", "Жители дома", "Акимат", "Суд города Семей"),
    *("ГПК, статья 54", "Отменить постановление о сборе"),
)


@pytest.fixture
def town() -> Town:
    return make_town()


def refused_protest(town: Town) -> tuple[Matter, Act]:
    """A protest that was served and refused."""
    matter = assigned_matter(town)
    act = signed_protest(town, matter)
    clerk, deputy = town.actor("clerk"), town.actor("deputy")
    served = acts.Served("courier", MONDAY, "Ким О.", proof_ref="№ 1")
    acts.serve(act_id=act.id, version=act.version, served=served, by=clerk, on=MONDAY)
    act.refresh_from_db()
    replied = acts.Replied(MONDAY, "Отказано")
    acts.record_reply(act_id=act.id, version=act.version, replied=replied, by=clerk, on=MONDAY)
    act.refresh_from_db()
    said = {"assessment": "refused", "note": "Нет оснований"}
    acts.assess_reply(act_id=act.id, version=act.version, **said, by=deputy, on=MONDAY)
    act.refresh_from_db()
    return matter, act


def test_the_head_applies_for_many_and_the_court_decides(town: Town) -> None:
    matter, head, clerk = assigned_matter(town), town.actor("head"), town.actor("clerk")
    for who in ("deputy", "assistant", "region_head"):
        with pytest.raises(NotPermitted):
            services.apply(matter_id=matter.id, applied=ASKED, by=town.actor(who), on=MONDAY)
    with pytest.raises(NotPermitted):
        services.apply(matter_id=matter.id, applied=replace(ASKED, ground="media"), by=head, on=MONDAY)
    refused = replace(ASKED, ground="protest_refused")
    with pytest.raises(InvalidInput):
        services.apply(matter_id=matter.id, applied=refused, by=head, on=MONDAY)
    row = services.apply(matter_id=matter.id, applied=ASKED, by=head, on=MONDAY)
    assert (row.status, row.number, len(row.sha256)) == ("filed", 1, 64)
    with pytest.raises(InvalidInput):
        services.apply(matter_id=matter.id, applied=ASKED, by=head, on=MONDAY)
    said = {"decision": "Принято", "case_number": "2-15", "by": clerk, "on": MONDAY}
    late = MONDAY + timedelta(days=1)
    with pytest.raises(InvalidInput):
        services.record_outcome(application_id=row.id, version=1, outcome="accepted", decided_on=late, **said)
    given = {"application_id": row.id, "decided_on": MONDAY, **said}
    services.record_outcome(version=1, outcome="accepted", **given)
    with pytest.raises(InvalidInput):
        services.record_outcome(version=2, outcome="returned", **given)
    assert services.record_outcome(version=2, outcome="granted", **given).case_number == "2-15"
    with pytest.raises(Conflict):
        services.record_outcome(version=3, outcome="ended", **given)


def test_a_protest_that_was_refused_goes_to_court_with_the_application(town: Town) -> None:
    matter, act = refused_protest(town)
    applied = replace(ASKED, ground="protest_refused", act_id=act.id)
    row = services.apply(matter_id=matter.id, applied=applied, by=town.actor("head"), on=MONDAY)
    act.refresh_from_db()
    assert (row.act, act.status) == (act, "in_court")
    applied = replace(applied, claim="Другое")
    with pytest.raises(InvalidInput):
        services.apply(matter_id=matter.id, applied=applied, by=town.actor("head"), on=MONDAY)
