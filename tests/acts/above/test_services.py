"""A higher office decides on a lower one's act or request (L.1.2)."""

from datetime import date, timedelta
from typing import Any

import pytest

from qadaga.acts import services as acts
from qadaga.acts.above import services as above
from qadaga.acts.above.models import Decision
from qadaga.acts.above.waiting import WAITING
from qadaga.acts.models import Act, Measure
from qadaga.acts.register import ACTS
from qadaga.acts.selectors import waiting
from qadaga.authority import NotPermitted
from qadaga.authority.lists import asking
from qadaga.authority.scope import scope_of
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, NotFound
from qadaga.documents.services import open_file
from qadaga.journal.models import Entry
from qadaga.matters import terms
from tests.casework import (
    MONDAY,
    Town,
    assigned_matter,
    draft_protest,
    issued_request,
    make_town,
    served_protest,
    signed_protest,
)
from tests.staffing import actor_of

DAY = timedelta(days=1)
GROUND = "lower_act_unlawful"
DECIDED = above.Decided("Протест вынесен без основания", GROUND, "статья 31 Закона")


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


def about(town: Town, record: Act | Measure, who: str = "region_head", on: date = MONDAY) -> dict[str, Any]:
    record.refresh_from_db()
    by = actor_of(getattr(town, who), on)
    kind = str(record._meta.model_name)
    return {"kind": kind, "record_id": record.id, "version": record.version, "by": by, "on": on}


def test_a_suspended_act_waits_and_goes_on_with_the_days_left(town: Town) -> None:
    act = served_protest(town, assigned_matter(town))
    due = act.due_on
    assert due is not None
    made = above.suspend(decided=DECIDED, **about(town, act))
    act.refresh_from_db()
    assert (act.status, act.due_on, made.before, made.stopped, made.to_tell) == (
        "suspended",
        None,
        "served",
        True,
        True,
    )
    assert made.resolution.number_text.startswith("ҚЛ-reg-2026/")
    with open_file(made.resolution.pdf) as paper:
        assert paper.read(5) == b"%PDF-"
    entry = Entry.objects.filter(action="lower.suspend").get()
    assert (entry.office_id, entry.subject_id, entry.data["scope"]) == (town.district.id, act.id, "whole")
    with pytest.raises(Conflict):  # nothing is done with it meanwhile
        acts.record_reply(
            act_id=act.id,
            version=act.version,
            replied=acts.Replied(MONDAY, "Рассмотрено"),
            by=town.actor("clerk"),
            on=MONDAY,
        )
    with pytest.raises(Conflict):
        above.suspend(decided=DECIDED, **about(town, act))
    later = MONDAY + 7 * DAY
    above.resume(reasons="Основание есть", **about(town, act, on=later))
    act.refresh_from_db()
    made.refresh_from_db()
    assert (act.status, act.due_on, made.ended_on) == ("served", due + 7 * DAY, later)
    with pytest.raises(Conflict) as refused:
        above.resume(reasons="Ещё раз", **about(town, act, on=later))
    assert refused.value.code == "not_suspended"


def test_what_is_suspended_in_part_goes_on_otherwise(town: Town) -> None:
    act = served_protest(town, assigned_matter(town))
    with pytest.raises(InvalidInput) as wrong:
        above.suspend(decided=above.Decided("Почему", GROUND, "норма", "part"), **about(town, act))
    assert [one.field for one in wrong.value.fields] == ["part"]
    part = above.Decided("Почему", GROUND, "норма", "part", "Пункт 2")
    made = above.suspend(decided=part, **about(town, act))
    act.refresh_from_db()
    assert (act.status, act.due_on is None, made.stopped) == ("served", False, False)
    with pytest.raises(AlreadyDone):
        above.suspend(decided=DECIDED, **about(town, act))
    changed = above.Decided("Почему", GROUND, "норма", "part", "Пункт 2", "Пункт 2 исключить")
    above.change(decided=changed, **about(town, act))
    act.refresh_from_db()
    made.refresh_from_db()
    assert (act.status, made.ended_on) == ("served", MONDAY)


def test_a_cancelled_act_stays_on_record_and_goes_nowhere(town: Town) -> None:
    act = signed_protest(town, assigned_matter(town))
    above.suspend(decided=DECIDED, **about(town, act))
    above.cancel(decided=DECIDED, **about(town, act))
    act.refresh_from_db()
    assert (act.status, act.number, terms.open_term("act", act.id)) == ("cancelled", 1, None)
    assert act.sha256 is not None
    served = acts.Served("courier", MONDAY, "Канцелярия", proof_ref="вх. 1")
    with pytest.raises(Conflict) as refused:
        acts.serve(act_id=act.id, version=act.version, served=served, by=town.actor("clerk"), on=MONDAY)
    assert refused.value.data["clause"] == "O.8.d3"
    for step in (above.suspend, above.change, above.take_over):
        with pytest.raises((Conflict, InvalidInput)):
            step(decided=above.Decided("Почему", GROUND, "н", wording="Иначе"), **about(town, act))


@pytest.mark.parametrize("who", ["head", "deputy"])
def test_a_lower_or_equal_one_is_refused_with_the_clause(town: Town, who: str) -> None:
    act = served_protest(town, assigned_matter(town))
    with pytest.raises(NotPermitted) as refused:
        above.cancel(decided=DECIDED, **about(town, act, who))
    assert "L.1.2" in {gap.citation.clause for gap in refused.value.ruling.missing}
    with pytest.raises(NotFound):
        above.cancel(decided=DECIDED, **about(town, act, "neighbour"))
    assert not Decision.objects.exists()


def test_a_draft_taken_over_is_carried_on_by_the_office_above(town: Town) -> None:
    act = draft_protest(town, assigned_matter(town))
    above.take_over(decided=above.Decided("Не справляются", "office_fails"), **about(town, act))
    act.refresh_from_db()
    assert (act.carrier, act.office, act.author) == (town.region, town.region, town.region_head)
    head = town.actor("region_head")
    with pytest.raises(NotPermitted):
        acts.submit(act_id=act.id, version=act.version, by=town.actor("assistant"), on=MONDAY)
    acts.submit(act_id=act.id, version=act.version, by=head, on=MONDAY)
    signed = acts.sign(act_id=act.id, version=act.version + 1, by=head, on=MONDAY)
    assert signed.number_text is not None
    assert signed.number_text.startswith("АҚ-reg-2026/")
    assert {row.sort for row in waiting(head, leads=True, also=WAITING)} >= {"taken_act"}


def test_a_signed_act_taken_over_stays_in_its_register_and_each_office_finds_it(town: Town) -> None:
    act = served_protest(town, assigned_matter(town))
    assert not _listed(town, "region_head", "taken_here")
    assert not _listed(town, "head", "taken_away")
    above.take_over(decided=above.Decided("Не справляются", "office_fails"), **about(town, act))
    number = act.number_text
    act.refresh_from_db()
    assert (act.office, act.carrier, act.number_text) == (town.district, town.region, number)
    seen = [_listed(town, "region_head", "taken_here"), _listed(town, "head", "taken_away")]
    assert seen == [[(number, town.region.name_ru)]] * 2
    assert not _listed(town, "head", "taken_here")


def _listed(town: Town, who: str, flag: str) -> list[tuple[str, str]]:
    reader = actor_of(getattr(town, who), MONDAY)
    page = asking.fetch(
        ACTS, scope_of(reader, MONDAY), {flag: True}, asking.asked({flag: True}), today=MONDAY
    )
    return [(row["number"], row["carrier_ru"]) for row in page.rows]


def test_both_offices_see_what_waits_and_the_addressee_is_told(town: Town) -> None:
    act = served_protest(town, assigned_matter(town))
    above.suspend(decided=DECIDED, **about(town, act))
    assert _sorts(town, "region_head") == {"undecided_act"}
    assert _sorts(town, "head") == _sorts(town, "assistant") == {"above_act"}
    assert above.note(**about(town, act, "assistant")) == 1
    with pytest.raises(AlreadyDone):
        above.note(**about(town, act, "assistant"))
    with pytest.raises(InvalidInput):
        above.tell(told_on=MONDAY - DAY, way="post", **about(town, act, "clerk"))
    (told,) = above.tell(told_on=MONDAY, way="post", **about(town, act, "clerk"))
    assert (told.told_on, told.told_way) == (MONDAY, "post")
    assert _sorts(town, "head") == set()


def test_a_request_is_suspended_and_cancelled_too(town: Town) -> None:
    measure = issued_request(town, assigned_matter(town))
    acts.serve_request(
        measure_id=measure.id,
        version=1,
        delivered=acts.Delivered("courier", MONDAY, proof_ref="вх. 7"),
        by=town.actor("assistant"),
        on=MONDAY,
    )
    above.suspend(decided=DECIDED, **about(town, measure))
    measure.refresh_from_db()
    assert (measure.status, measure.due_on) == ("suspended", None)
    above.cancel(decided=DECIDED, **about(town, measure))
    measure.refresh_from_db()
    assert measure.status == "cancelled"
    assert _sorts(town, "head") == {"above_measure"}


def _sorts(town: Town, who: str) -> set[str]:
    found = waiting(town.actor(who), leads=who.endswith("head"), also=WAITING)
    return {row.sort for row in found if row.sort.startswith(("above", "undecided"))}
