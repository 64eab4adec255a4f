"""Ranks: the ladder, the time in rank, the ceiling, the list that the President's act changes (L.2.4)."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from qadaga.authority import NotPermitted
from qadaga.common.errors import InvalidInput, NotFound
from qadaga.common.period import Period
from qadaga.journal.models import Entry
from qadaga.organisation.personnel import due, ranked_posts, ranks
from qadaga.organisation.personnel.models import RankCeiling, RankedPost, RankHeld
from qadaga.organisation.personnel.ranked_posts import ListChange
from qadaga.organisation.personnel.ranks import RankInput
from tests.organisation.conftest import TODAY
from tests.organisation.personnel.conftest import Personnel
from tests.parallel import at_once
from tests.staffing import actor_of, make_actor

FIRST = RankInput("lawyer_3", "rank_first", date(2024, 3, 1), "№ 12 от 1 марта 2024 года")
NEXT = RankInput("lawyer_2", "rank_term", date(2025, 3, 1), "№ 20")


def confer(personnel: Personnel, given: RankInput) -> RankHeld:
    return ranks.confer(by=personnel.staff, on=TODAY, person_id=personnel.held.person_id, conferred=given)


def lacking(refused: pytest.ExceptionInfo[NotPermitted]) -> set[tuple[str, str]]:
    return {
        (str(gap.data.get("mark", gap.code)), gap.citation.clause) for gap in refused.value.ruling.missing
    }


def test_a_first_rank_then_the_next_when_its_time_is_served(personnel: Personnel) -> None:
    confer(personnel, FIRST)
    confer(personnel, NEXT)
    rows = RankHeld.objects.filter(person=personnel.held.person).order_by("starts_on")
    assert [(row.rank, row.ends_on) for row in rows] == [("lawyer_3", NEXT.starts_on), ("lawyer_2", None)]
    entry = Entry.objects.filter(action="rank.confer").latest("id")
    assert (entry.subject_id, entry.data["rank"]) == (personnel.held.person_id, "lawyer_2")
    assert entry.ruling["allowed"]


def test_before_its_time_the_next_rank_is_refused_but_for_special_merit(personnel: Personnel) -> None:
    confer(personnel, FIRST)
    early = RankInput("lawyer_2", "rank_term", date(2025, 2, 28), "№ 19")
    with pytest.raises(NotPermitted) as refused:
        confer(personnel, early)
    assert lacking(refused) == {("rank_time_short", "L.2.4")}
    assert confer(personnel, RankInput("lawyer_2", "rank_ahead", early.starts_on, "№ 19")).how == "rank_ahead"


def test_a_step_is_not_passed_over_and_the_ceiling_holds(personnel: Personnel) -> None:
    confer(personnel, FIRST)
    with pytest.raises(NotPermitted) as refused:
        confer(personnel, RankInput("counsellor", "rank_term", NEXT.starts_on, "№ 20"))
    assert lacking(refused) == {("rank_skipped", "L.2.4"), ("above_ceiling", "R.figure")}


def test_a_state_counsellor_is_made_at_the_first_level_only(personnel: Personnel) -> None:
    RankCeiling.objects.all().delete()
    high = RankInput("state_counsellor_3", "rank_ahead", NEXT.starts_on, "№ 1")
    with pytest.raises(NotPermitted) as refused:
        confer(personnel, high)
    assert lacking(refused) == {("levels", "R.figure")}
    done = ranks.confer(
        by=personnel.service.staff_officer, on=TODAY, person_id=personnel.held.person_id, conferred=high
    )
    assert done.rank == "state_counsellor_3"


def test_nobody_confers_a_rank_on_themselves(personnel: Personnel) -> None:
    with pytest.raises(NotPermitted) as refused:
        ranks.confer(by=personnel.head, on=TODAY, person_id=personnel.head.person_id, conferred=FIRST)
    assert ("self", "L.1.10") in lacking(refused)


def test_a_person_of_another_office_is_not_found(personnel: Personnel) -> None:
    stranger = make_actor(personnel.service.beside, "staff_officer", on=TODAY)
    with pytest.raises(NotFound):
        ranks.confer(by=stranger, on=TODAY, person_id=personnel.held.person_id, conferred=FIRST)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (RankInput("general", "rank_first", date(2024, 3, 1), "№ 1"), "rank"),
        (RankInput("lawyer_3", "rank_first", date(2024, 3, 1), " "), "order"),
        (RankInput("lawyer_3", "rank_first", date(2024, 3, 1), "№\0"), "order"),
    ],
)
def test_what_cannot_be_taken_is_said_by_field(personnel: Personnel, given: RankInput, field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        confer(personnel, given)
    assert [fault.field for fault in refused.value.fields] == [field]


def test_a_rank_is_lowered_or_taken_away_on_a_ground_only(personnel: Personnel) -> None:
    person = personnel.held.person_id
    confer(personnel, FIRST)
    confer(personnel, NEXT)
    day = date(2026, 1, 1)
    with pytest.raises(NotPermitted) as refused:
        ranks.reduce(by=personnel.staff, on=TODAY, person_id=person, reduced=RankInput("", "", day, "№ 2"))
    assert lacking(refused) == {("ground", "R.figure")}
    higher = RankInput("lawyer_1", "rank_penalty", day, "№ 2")
    with pytest.raises(InvalidInput):
        ranks.reduce(by=personnel.staff, on=TODAY, person_id=person, reduced=higher)
    lower = RankInput("lawyer_3", "rank_penalty", day, "№ 2")
    assert ranks.reduce(by=personnel.staff, on=TODAY, person_id=person, reduced=lower).rank == "lawyer_3"
    away = RankInput("", "rank_sentence", date(2026, 2, 1), "№ 3")
    gone = ranks.reduce(by=personnel.staff, on=TODAY, person_id=person, reduced=away)
    assert (gone.ends_on, gone.ended_how) == (date(2026, 2, 1), "rank_sentence")
    with pytest.raises(NotPermitted) as refused:
        ranks.reduce(by=personnel.staff, on=TODAY, person_id=person, reduced=away)
    assert lacking(refused) == {("no_rank", "L.2.4")}


def test_the_database_keeps_one_rank_of_a_person_at_a_time(personnel: Personnel) -> None:
    confer(personnel, FIRST)
    with pytest.raises(IntegrityError), transaction.atomic():
        RankHeld.objects.create(
            person=personnel.held.person, rank="lawyer_1", ladder="class", how="rank_term", starts_on=TODAY
        )


def test_the_list_changes_by_an_act_of_the_president_only(personnel: Personnel) -> None:
    top = personnel.service.staff_officer
    wanted = ListChange("registry_clerk", "class", True, date(2026, 7, 1), "Указ № 900", date(2026, 6, 20))
    without = ListChange("registry_clerk", "class", True, date(2026, 7, 1), "", None)
    general = make_actor(personnel.service.top, "prosecutor_general", on=TODAY)
    with pytest.raises(NotPermitted) as refused:
        ranked_posts.change(by=general, on=TODAY, change=without)
    assert lacking(refused) == {("ground", "L.2.4")}
    with pytest.raises(NotPermitted) as refused:
        ranked_posts.change(by=personnel.staff, on=TODAY, change=wanted)
    assert ("levels", "L.1.2") in lacking(refused)
    row = ranked_posts.change(by=top, on=TODAY, change=wanted)
    assert (row.ground, row.act_on) == ("Указ № 900", date(2026, 6, 20))
    with pytest.raises(InvalidInput):
        ranked_posts.change(by=top, on=TODAY, change=wanted)


def test_a_post_struck_off_the_list_gets_no_further_rank(personnel: Personnel) -> None:
    off = ListChange("assistant", "class", False, date(2026, 7, 1), "Указ № 901", date(2026, 6, 20))
    ranked_posts.change(by=personnel.service.staff_officer, on=TODAY, change=off)
    with pytest.raises(NotPermitted) as refused:
        confer(personnel, RankInput("lawyer_3", "rank_first", date(2026, 7, 2), "№ 1"))
    assert lacking(refused) == {("post_not_ranked", "L.2.4")}
    assert confer(personnel, FIRST).rank == "lawyer_3"


def test_a_ceiling_is_set_from_a_day_and_ends_the_one_before(personnel: Personnel) -> None:
    by, day = personnel.service.staff_officer, date(2026, 7, 1)
    ranked_posts.set_ceiling(
        by=by, on=TODAY, post="assistant", rank="junior_counsellor", starts_on=day, ground=""
    )
    rows = RankCeiling.objects.filter(post="assistant", ladder="class").order_by("starts_on")
    assert [(row.rank, row.ends_on) for row in rows] == [("lawyer_1", day), ("junior_counsellor", None)]
    with pytest.raises(InvalidInput):
        ranked_posts.set_ceiling(by=by, on=TODAY, post="assistant", rank="lawyer_1", starts_on=day, ground="")


def test_the_list_is_entered_once(personnel: Personnel) -> None:
    count = RankedPost.objects.count()
    assert ranked_posts.load_first(TODAY) == 0
    assert RankedPost.objects.count() == count


def test_who_is_due_in_a_quarter_is_told_with_what_stands_against(personnel: Personnel) -> None:
    confer(personnel, FIRST)
    condition = due.within(personnel.staff, TODAY)
    first = due.quarter_of(date(2025, 2, 2))
    assert first == Period(date(2025, 1, 1), date(2025, 4, 1))
    found = due.of_quarter(condition, TODAY, first).ranks
    assert [(one.held.id, one.on, one.next.id, one.above_ceiling, one.not_listed) for one in found] == [
        (personnel.held.id, date(2025, 3, 1), "lawyer_2", False, False)
    ]
    assert due.of_quarter(condition, TODAY, due.quarter_of(date(2025, 5, 5))).ranks == []


def test_another_office_does_not_see_who_is_due(personnel: Personnel) -> None:
    confer(personnel, FIRST)
    stranger = make_actor(personnel.service.beside, "staff_officer", on=TODAY)
    condition, period = due.within(stranger, TODAY), due.quarter_of(date(2025, 2, 2))
    assert due.of_quarter(condition, TODAY, period).ranks == []
    with pytest.raises(NotPermitted):
        due.within(actor_of(personnel.held, TODAY), TODAY)


@pytest.mark.django_db(transaction=True)
def test_two_hands_confer_one_rank_once(personnel: Personnel) -> None:
    outcomes = at_once([lambda: confer(personnel, FIRST), lambda: confer(personnel, FIRST)])
    assert RankHeld.objects.filter(person=personnel.held.person).count() == 1
    assert len([one for one in outcomes if isinstance(one, Exception)]) == 1
