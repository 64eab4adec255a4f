"""A legal act from the register to its fate; what is refused on the way, with clause and remedy."""

from datetime import date, timedelta
from typing import Any

import pytest

from qadaga.acts import services as acts
from qadaga.acts.models import Act
from qadaga.authority import NotPermitted
from qadaga.common.errors import Conflict, InvalidInput, Stale
from qadaga.day.waiting import everything
from qadaga.matters.models import Term
from qadaga.supervision.legality import services
from qadaga.supervision.legality.models import Contradiction, Edition, LegalAct
from tests.casework import MONDAY, Town, assigned_matter, make_body, make_town
from tests.legality import (
    FOUND,
    TEXT,
    WEEK,
    answers,
    contrary,
    decided,
    entered,
    fresh,
    make_legal_act,
    protested,
    served,
    under_review,
)

LATER = MONDAY + timedelta(days=30)


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


def test_a_contrary_act_becomes_a_protest_with_its_violations(town: Town) -> None:
    row, act = protested(town)
    assert (row.status, row.protest_id, row.matter_id) == ("protested", act.id, act.matter_id)
    assert act.protested.number == row.number
    assert act.matter.assignee == town.assistant
    assert [one.norm for one in act.violations.all()] == [FOUND.norm]
    assert Contradiction.objects.get().violation == act.violations.get()


def test_a_silent_body_is_reminded_and_no_other(town: Town) -> None:
    row, _act = served(town)
    by = town.actor("assistant")
    with pytest.raises(Conflict) as refused:
        services.remind(act_id=row.id, version=row.version, way="post", reference="7", by=by, on=MONDAY)
    assert refused.value.code == "not_silent"
    reader = town.actor("assistant", LATER)
    assert [(one.sort, one.id) for one in everything(reader, LATER) if "legal" in one.sort] == [
        ("legal_silent", row.id)
    ]
    assert not [one for one in everything(town.actor("neighbour", LATER), LATER) if "legal" in one.sort]
    services.remind(act_id=row.id, version=row.version, way="post", reference="7", by=by, on=LATER)
    with pytest.raises(InvalidInput):  # twice the same day
        services.remind(act_id=row.id, version=fresh(row).version, way="post", reference="7", by=by, on=LATER)


def test_what_the_body_and_the_court_did_follows_the_protest(town: Town) -> None:
    row, act = served(town)
    by, head = town.actor("assistant"), town.actor("head")

    def follow(kind: str) -> None:
        became = services.Became(kind, MONDAY, "Письмо 8")
        services.follow(act_id=row.id, version=fresh(row).version, became=became, by=by, on=MONDAY)

    with pytest.raises(Conflict) as refused:
        follow("kept")
    assert refused.value.code == "protest_not_so_far"
    acts.record_reply(
        act_id=act.id,
        version=act.version,
        replied=acts.Replied(MONDAY, "Отказ"),
        by=town.actor("clerk"),
        on=MONDAY,
    )
    act.refresh_from_db()
    acts.assess_reply(
        act_id=act.id, version=act.version, assessment="refused", note="Не согласны", by=by, on=MONDAY
    )
    follow("kept")
    act.refresh_from_db()
    acts.to_court(act_id=act.id, version=act.version, court="СМЭС", reason="Отказ", by=head, on=MONDAY)
    follow("in_court")
    with pytest.raises(InvalidInput) as wrong:
        follow("kept")
    assert wrong.value.fields[0].code == "not_next"
    follow("cancelled")
    assert (fresh(row).status, fresh(row).settled_on) == ("cancelled", MONDAY)
    with pytest.raises(Conflict):  # nothing is in force of a cancelled act
        services.add_edition(
            act_id=row.id, version=fresh(row).version, wording=TEXT, by=town.actor("clerk"), on=MONDAY
        )


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"number": " "}, "number"),
        ({"title": "\0"}, "title"),
        ({"adopted_on": date(2027, 1, 1)}, "adopted_on"),
        ({"issuer": "government"}, "issuer"),
        ({"issuer": "church"}, "issuer"),
        ({"kato": "999999999"}, "kato"),
        ({"sphere": "moon"}, "sphere"),
    ],
)
def test_an_act_is_entered_whole(town: Town, changes: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        make_legal_act(town, **changes)
    assert [one.field for one in refused.value.fields] == [field]
    assert not LegalAct.objects.exists()


def test_an_act_is_entered_once_and_in_the_own_territory(town: Town) -> None:
    make_legal_act(town)
    with pytest.raises(InvalidInput) as twice:
        make_legal_act(town)
    assert twice.value.fields[0].field == "number"


def test_an_act_of_another_territory_is_refused_with_the_clause(town: Town) -> None:
    with pytest.raises(NotPermitted) as refused:
        make_legal_act(town, kato="103200000")
    assert {str(one.citation.clause) for one in refused.value.ruling.missing} == {"O.1"}


@pytest.mark.parametrize(
    ("issuer", "kind", "clause"), [("government", "government", "L.3.1"), ("legislator", "central", "L.1.12")]
)
def test_the_governments_acts_and_laws_go_to_the_first_level(
    town: Town, issuer: str, kind: str, clause: str
) -> None:
    row = make_legal_act(town, issuer=issuer, body=make_body("Выше всех", kind=kind), kato=None)
    head = town.actor("head")
    with pytest.raises(NotPermitted) as refused:
        services.give(
            act_id=row.id,
            version=1,
            kind="assessment",
            reviewer_id=town.assistant.id,
            due_on=MONDAY,
            by=head,
            on=MONDAY,
        )
    assert {str(one.citation.clause) for one in refused.value.ruling.missing} == {clause}
    row = services.pass_up(act_id=row.id, version=1, reason="Не наш уровень", by=head, on=MONDAY)
    assert (row.holder.code, row.office.code) == ("top", "dis")


def test_a_contrary_act_passed_up_is_answered_by_whoever_holds_it(town: Town) -> None:
    row = contrary(town)
    LegalAct.objects.filter(id=row.id).update(issuer="government")
    head = town.actor("head")
    services.pass_up(act_id=row.id, version=row.version, reason="Не наш уровень", by=head, on=MONDAY)
    assert "legal_answer" not in {one.sort for one in everything(head, MONDAY)}
    assert Term.objects.get(subject_kind="legal_act", subject_id=row.id).office.code == "top"


def test_an_act_of_ones_own_level_is_not_passed_up(town: Town) -> None:
    row = make_legal_act(town)
    with pytest.raises(Conflict):
        services.pass_up(act_id=row.id, version=1, reason="Лень", by=town.actor("head"), on=MONDAY)


def test_only_the_head_decides_to_protest_and_only_what_is_contrary(town: Town) -> None:
    row = under_review(town)
    with pytest.raises(Conflict):
        services.decide(act_id=row.id, version=row.version, matter_id=None, by=town.actor("head"), on=MONDAY)
    with pytest.raises(NotPermitted):
        services.decide(
            act_id=row.id, version=row.version, matter_id=None, by=town.actor("deputy"), on=MONDAY
        )
    with pytest.raises(Stale):
        services.decide(act_id=row.id, version=1, matter_id=None, by=town.actor("head"), on=MONDAY)


def test_a_verdict_follows_the_check_list(town: Town) -> None:
    row, by = under_review(town), town.actor("assistant")

    def conclude(verdict: str) -> None:
        services.conclude(
            act_id=row.id, version=fresh(row).version, verdict=verdict, conclusion="Да", by=by, on=MONDAY
        )

    def check(**changes: str) -> None:
        services.check(
            act_id=row.id, version=fresh(row).version, answers=answers(**changes), by=by, on=MONDAY
        )

    with pytest.raises(Conflict) as unanswered:
        conclude("conforms")
    check(law="violated")
    with pytest.raises(Conflict) as nameless:
        conclude("contrary")
    check()
    with pytest.raises(InvalidInput) as wrong:
        conclude("contrary")
    assert (unanswered.value.code, nameless.value.code) == ("unanswered", "norm_missing")
    assert wrong.value.fields[0].field == "verdict"
    conclude("conforms")
    assert fresh(row).status == "conforms"
    with pytest.raises(Conflict):  # nothing is under review any more
        check()


def test_a_protest_is_not_drafted_before_it_is_decided_nor_twice(town: Town) -> None:
    row, by = contrary(town), town.actor("assistant")
    values: dict[str, Any] = {"act_id": row.id, "heading": "П", "language": "ru", "by": by, "on": MONDAY}
    with pytest.raises(Conflict):
        services.draft_protest(version=row.version, **values)
    services.decide(act_id=row.id, version=row.version, matter_id=None, by=town.actor("head"), on=MONDAY)
    services.draft_protest(version=fresh(row).version, **values)
    with pytest.raises(Conflict):
        services.draft_protest(version=fresh(row).version, **values)
    assert Act.objects.count() == 1


def test_a_matter_of_another_direction_takes_no_protest(town: Town) -> None:
    row, other = contrary(town), assigned_matter(town, direction="punishments")
    with pytest.raises(InvalidInput) as refused:
        services.decide(
            act_id=row.id, version=row.version, matter_id=other.id, by=town.actor("head"), on=MONDAY
        )
    assert refused.value.fields[0].field == "matter"


def test_a_further_edition_is_reviewed_anew(town: Town) -> None:
    row = make_legal_act(town)
    wording = services.Wording(MONDAY, "Новый текст", basis="Постановление 15")
    services.add_edition(act_id=row.id, version=1, wording=wording, by=town.actor("clerk"), on=MONDAY)
    review = services.give(
        act_id=row.id,
        version=2,
        kind="assessment",
        reviewer_id=town.assistant.id,
        due_on=MONDAY + WEEK,
        by=town.actor("head"),
        on=MONDAY,
    )
    assert review.edition == Edition.objects.get(basis="Постановление 15")
    with pytest.raises(InvalidInput):  # no text and no file
        services.add_edition(
            act_id=row.id,
            version=3,
            wording=services.Wording(MONDAY + WEEK),
            by=town.actor("clerk"),
            on=MONDAY,
        )


def test_a_reviewer_serves_in_the_office(town: Town) -> None:
    row = make_legal_act(town)
    with pytest.raises(InvalidInput) as refused:
        services.give(
            act_id=row.id,
            version=1,
            kind="conformity",
            reviewer_id=town.neighbour.id,
            due_on=MONDAY,
            by=town.actor("head"),
            on=MONDAY,
        )
    assert refused.value.fields[0].field == "reviewer"


def test_an_entry_is_corrected_until_it_is_reviewed(town: Town) -> None:
    row = make_legal_act(town)
    values: dict[str, Any] = {"act_id": row.id, "by": town.actor("clerk"), "on": MONDAY}
    services.correct(version=1, entered=entered(number="12-а"), **values)
    assert fresh(row).number == "12-а"
    row = decided(town)
    with pytest.raises(Conflict):
        services.correct(
            act_id=row.id, version=row.version, entered=entered(), by=town.actor("clerk"), on=MONDAY
        )


@pytest.mark.clause("L.3.1", "O.8.d3")
def test_a_contrary_act_is_answered_by_a_representation_and_followed(town: Town) -> None:
    row, head = contrary(town), town.actor("head")
    given = {"act_id": row.id, "version": row.version, "matter_id": None, "by": head, "on": MONDAY}
    with pytest.raises(InvalidInput) as refused:
        services.decide(**given, answer="prescription")
    assert [fault.code for fault in refused.value.fields] == ["not_in_use"]
    with pytest.raises(NotPermitted):
        services.decide(**{**given, "by": town.actor("assistant")}, answer="representation")
    row = services.decide(**given, answer="representation")
    assert (row.status, row.answer) == ("to_protest", "representation")
    by = town.actor("assistant")
    made = services.draft_protest(
        act_id=row.id, version=row.version, heading="О сборе", language="ru", by=by, on=MONDAY
    )
    assert (made.kind, fresh(row).protest_id) == ("representation", made.id)
    assert not hasattr(made, "protested")
    became = services.Became("withdrawn", MONDAY, "Письмо")
    with pytest.raises(Conflict):
        services.follow(act_id=row.id, version=fresh(row).version, became=became, by=by, on=MONDAY)


def test_a_contrary_act_is_answered_in_a_term_and_waits_for_whoever_answers(town: Town) -> None:
    row = contrary(town)
    due = MONDAY + timedelta(days=10)  # an unverified figure
    assert row.due_on == due
    head = {"by": town.actor("head"), "on": MONDAY}
    told = {(one.sort, one.id, one.due_on) for one in everything(town.actor("head"), MONDAY)}
    assert ("legal_answer", row.id, due) in told
    services.decide(act_id=row.id, version=row.version, matter_id=None, **head)
    row.refresh_from_db()
    assert (row.status, row.due_on) == ("to_protest", due)
    services.draft_protest(
        act_id=row.id,
        version=row.version,
        heading="О сборе",
        language="ru",
        by=town.actor("assistant"),
        on=MONDAY,
    )
    row.refresh_from_db()
    assert (row.status, row.due_on) == ("protested", None)
    assert Term.objects.get(subject_kind="legal_act").state == "finished"
