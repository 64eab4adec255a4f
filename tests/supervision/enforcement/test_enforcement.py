"""Bailiffs, writs, checks, the one act with two receipts and never the other way, money that came of acts."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from qadaga.authority import NotPermitted
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, NotFound
from qadaga.common.money import Money
from qadaga.journal.models import Entry
from qadaga.law import competence
from qadaga.matters.models import ComplainedOf, Recovery
from qadaga.supervision.enforcement import selectors, services
from qadaga.supervision.enforcement.models import Check, Transfer, Writ
from tests.casework import MONDAY, Town, make_town, signed_protest
from tests.enforcement import enforcement_matter, entered, licensed, make_bailiff, make_writ, withdrawn
from tests.parallel import at_once

RECEIPTS = services.Receipts("Р-1", MONDAY, "Р-2", MONDAY, "Письмом сторонам")


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


def clauses(error: pytest.ExceptionInfo[NotPermitted]) -> set[str]:
    return {missing.citation.clause for missing in error.value.ruling.missing}


def fields(error: pytest.ExceptionInfo[InvalidInput]) -> set[str]:
    return {fault.field for fault in error.value.fields}


def received(town: Town, writ: Writ) -> Writ:
    return services.record_receipts(
        writ_id=writ.id, version=writ.version, receipts=RECEIPTS, by=town.actor("head"), on=MONDAY
    )


def checked(town: Town, writ: Writ, outcome: str = "violated") -> Check:
    due = MONDAY + timedelta(days=10)
    by, given = town.actor("assistant"), {"ground": "appeal", "about": "money", "due_on": due}
    services.begin_check(writ_id=writ.id, version=writ.version, **given, by=by, on=MONDAY)
    said = {"outcome": outcome, "findings": "Деньги не перечислены.", "told_how": "Справкой под роспись"}
    return services.finish_check(writ_id=writ.id, version=writ.version + 1, **said, by=by, on=MONDAY)


@pytest.mark.parametrize(
    ("kind", "changes", "wrong"),
    [
        ("private", {"licence_on": None}, "licence_on"),
        ("private", {"licence": ""}, "licence"),
        ("state", {"body": None}, "body"),
        ("private", {"licence_on": date(2027, 1, 1)}, "licence_on"),
        ("private", {"kato": "999999999"}, "kato"),
        ("both", {}, "kind"),
    ],
)
def test_a_bailiff_has_a_licence_or_a_department(
    town: Town, kind: str, changes: dict[str, object], wrong: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        services.enter(licensed=licensed(kind, **changes), by=town.actor("clerk"), on=MONDAY)
    assert fields(refused) == {wrong}


def test_the_same_bailiff_or_writ_twice_is_refused_and_so_is_another_territory(town: Town) -> None:
    bailiff = make_bailiff(town)
    make_writ(town, bailiff)
    with pytest.raises(InvalidInput) as again, transaction.atomic():
        make_writ(town, bailiff)
    assert fields(again) == {"number"}
    with pytest.raises(InvalidInput) as licence, transaction.atomic():
        make_bailiff(town)
    assert fields(licence) == {"licence"}
    with pytest.raises(NotPermitted) as elsewhere:
        make_writ(town, bailiff, number="ИЛ-78", kato="351000000")
    assert clauses(elsewhere) == {"O.1"}
    with pytest.raises(InvalidInput) as early:
        make_writ(town, bailiff, number="ИЛ-79", opened_on=date(2026, 5, 1))
    assert fields(early) == {"opened_on"}


def test_a_check_has_a_ground_a_last_day_and_findings_that_become_a_violation(town: Town) -> None:
    writ = make_writ(town)
    given = {"writ_id": writ.id, "version": writ.version, "about": "money", "on": MONDAY}
    with pytest.raises(NotPermitted) as groundless:
        services.begin_check(**given, ground="curiosity", due_on=MONDAY, by=town.actor("assistant"))
    assert clauses(groundless) == {"CL155.3"}
    with pytest.raises(InvalidInput) as past:
        services.begin_check(
            **given, ground="appeal", due_on=MONDAY - timedelta(days=1), by=town.actor("assistant")
        )
    assert fields(past) == {"due_on"}
    done = checked(town, writ)
    matter = enforcement_matter(town)
    passed = {"writ_id": writ.id, "check_id": done.id, "norm": "Статья 9", "on": MONDAY}
    found = services.pass_violation(**passed, matter_id=matter.id, by=town.actor("assistant"))
    assert (found.matter, found.violator_name, found.rights_of) == (matter, "Ахметов Серик", "person")
    assert Writ.objects.get().matter == matter
    with pytest.raises(AlreadyDone):
        services.pass_violation(**passed, matter_id=matter.id, by=town.actor("assistant"))


def test_a_writ_goes_to_a_state_bailiff_by_one_act_with_two_receipts(town: Town) -> None:
    writ, state = make_writ(town), make_bailiff(town, "state", name="Серікова Айгүл")
    private = make_bailiff(town, licence="№ 16", name="Другой частный")
    with pytest.raises(NotPermitted) as assistant:
        withdrawn(town, writ, state, by="assistant")
    assert clauses(assistant) == {"O.14.1"}
    with pytest.raises(InvalidInput) as wrong_way:
        withdrawn(town, writ, private)
    assert fields(wrong_way) == {"to_bailiff"}
    with pytest.raises(Conflict):
        received(town, writ)
    writ = withdrawn(town, writ, state)
    made = Transfer.objects.get()
    assert (writ.status, writ.bailiff_kind, made.taken_no) == ("withdrawn", "private", None)
    assert made.pdf.sha256 == made.sha256
    assert competence.rerun(made.ruling).allowed
    with pytest.raises(InvalidInput) as early:
        services.record_receipts(
            writ_id=writ.id,
            version=writ.version,
            receipts=services.Receipts("1", MONDAY - timedelta(days=1), "2", MONDAY, "Письмом"),
            by=town.actor("head"),
            on=MONDAY,
        )
    assert fields(early) == {"taken_on"}
    writ = received(town, writ)
    assert (writ.status, writ.bailiff, writ.handed_on) == ("with_state", state, MONDAY)
    with pytest.raises(NotPermitted) as back:
        withdrawn(town, writ, private)
    assert "L.3.5" in clauses(back)


def test_the_database_lets_no_writ_go_the_other_way(town: Town) -> None:
    writ, state = make_writ(town), make_bailiff(town, "state", name="Серікова Айгүл")
    private = writ.bailiff
    received(town, withdrawn(town, writ, state))
    rows = Writ.objects.filter(id=writ.id)
    wrong: list[dict[str, Any]] = [
        {"bailiff": private, "bailiff_kind": "private", "status": "with_private"},
        {"bailiff": private},
        {"bailiff_kind": "private", "status": "with_private", "handed_on": None},
    ]
    for columns in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            _changed(rows, columns)
    for columns in ({"from_kind": "state"}, {"to_bailiff": private}, {"taken_no": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            _changed(Transfer.objects.all(), columns)


def _changed(rows: QuerySet[Any], columns: dict[str, Any]) -> None:
    rows.update(**columns)
    with transaction.get_connection().cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_a_recovered_sum_counts_in_the_matter_of_the_act_that_brought_it(town: Town) -> None:
    writ, matter = make_writ(town), enforcement_matter(town)
    act = signed_protest(town, matter)
    given = {"writ_id": writ.id, "by": town.actor("assistant"), "on": MONDAY}
    for sums, field in (
        (services.Sums(Money(60_000_000), MONDAY, act.id), "sum"),
        (services.Sums(Money(100), MONDAY - timedelta(days=1), act.id), "recovered_on"),
        (services.Sums(Money(100), MONDAY, writ.id), "act"),
    ):
        with pytest.raises(InvalidInput) as refused:
            services.record_recovered(**given, sums=sums)
        assert fields(refused) == {field}
    services.record_recovered(**given, sums=services.Sums(Money(20_000_000), MONDAY, act.id))
    counted = Recovery.objects.get()
    assert (counted.matter, counted.tiyn, counted.recovered_for) == (matter, 20_000_000, "people")
    with pytest.raises(InvalidInput):
        services.record_recovered(**given, sums=services.Sums(Money(40_000_000), MONDAY, act.id))


def test_what_ended_stays_ended_and_a_bailiff_with_writs_does_not_end(town: Town) -> None:
    writ = make_writ(town)
    gone = {"version": 1, "ended_on": MONDAY, "why": "Лицензия прекращена", "on": MONDAY}
    with pytest.raises(Conflict):
        services.end_bailiff(bailiff_id=writ.bailiff_id, **gone, by=town.actor("head"))
    by = town.actor("clerk")
    writ = services.end_writ(
        writ_id=writ.id, version=writ.version, ended_on=MONDAY, ended_as="executed", by=by, on=MONDAY
    )
    with pytest.raises(Conflict) as ended:
        services.correct(
            writ_id=writ.id, version=writ.version, entered=entered(writ.bailiff), by=by, on=MONDAY
        )
    assert ended.value.data["clause"] == "L.3.5"
    assert services.end_bailiff(bailiff_id=writ.bailiff_id, **gone, by=by).status == "ended"
    with pytest.raises(InvalidInput):
        make_writ(town, writ.bailiff, number="ИЛ-90")


def test_no_party_is_named_in_the_journal_and_whom_the_matter_complains_of_reads_nothing(town: Town) -> None:
    matter = enforcement_matter(town)
    writ = make_writ(town, matter_id=matter.id)
    selectors.read_writ(town.actor("region_head"), MONDAY, writ.id)
    entries = Entry.objects.filter(subject_id=writ.id)
    assert {entry.action for entry in entries} == {"enforcement.keep", "enforcement.assign", "card.read"}
    assert "Ким" not in " ".join(f"{entry.data} {entry.ruling}" for entry in entries)
    with pytest.raises(NotFound):
        selectors.read_writ(town.actor("neighbour"), MONDAY, writ.id)
    ComplainedOf.objects.create(matter=matter, person=town.deputy.person)
    with pytest.raises(NotPermitted) as complained:
        selectors.read_writ(town.actor("deputy"), MONDAY, writ.id)
    assert clauses(complained) == {"L.1.10"}


@pytest.mark.django_db(transaction=True)
def test_two_leaders_withdraw_the_same_writ_and_one_is_told(transactional_db: None) -> None:
    town = make_town()
    writ, state = make_writ(town), make_bailiff(town, "state", name="Серікова Айгүл")
    answers = at_once([lambda by=by: withdrawn(town, writ, state, by=by) for by in ("head", "deputy")])
    assert sorted(type(answer).__name__ for answer in answers) in (["AlreadyDone", "Writ"], ["Stale", "Writ"])
    assert Transfer.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_writ_never_goes_to_a_bailiff_who_ends_at_the_same_moment(transactional_db: None) -> None:
    town = make_town()
    bailiff = make_bailiff(town)
    head, clerk = town.actor("head"), town.actor("clerk")
    end: dict[str, Any] = {"bailiff_id": bailiff.id, "version": bailiff.version, "ended_on": MONDAY}
    answers = at_once(
        [
            lambda: services.register(entered=entered(bailiff), by=clerk, on=MONDAY),
            lambda: services.end_bailiff(**end, why="Лишён лицензии", by=head, on=MONDAY),
        ]
    )
    assert len([answer for answer in answers if isinstance(answer, InvalidInput | Conflict)]) == 1
    bailiff.refresh_from_db()
    assert Writ.objects.exists() is (bailiff.status == "working")
