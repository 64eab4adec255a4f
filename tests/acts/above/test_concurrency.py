"""Two higher officers decide on the same act at the same moment: one decision stands, the other is told."""

from functools import partial

import pytest

from qadaga.acts.above import services as above
from qadaga.acts.above.models import Decision, HigherResolution
from qadaga.acts.models import Act
from qadaga.journal.audit import verify_all
from tests.acts.test_concurrency import kinds
from tests.casework import MONDAY, assigned_matter, make_town, served_protest
from tests.parallel import at_once
from tests.staffing import actor_of, make_appointment

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.clause("L.1.2")]


def test_one_cancels_and_another_changes_at_once() -> None:
    town = make_town()
    act = served_protest(town, assigned_matter(town))
    deputy = actor_of(make_appointment(town.region, "deputy_regional"), MONDAY)
    given = {"kind": "act", "record_id": act.id, "version": act.version, "on": MONDAY}
    cancel = above.Decided("Незаконен", "lower_act_unlawful", "статья 31")
    change = above.Decided("Неточен", "lower_act_unfounded", "статья 31", wording="Пункт 1 исключить")
    outcomes = at_once(
        [
            partial(above.cancel, decided=cancel, by=town.actor("region_head"), **given),
            partial(above.change, decided=change, by=deputy, **given),
        ]
    )
    assert kinds(outcomes) == ["Decision", "Stale"]
    made, act = Decision.objects.get(), Act.objects.get()
    assert act.status == ("cancelled" if made.kind == "cancel" else "served")
    assert HigherResolution.objects.get().decision == made
    assert not [report for report in verify_all() if report.faults]
