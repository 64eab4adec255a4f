"""Files called for and returned, legality checked, proceedings opened and closed, bad input refused."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from qadaga.acts.selectors.waiting import waiting
from qadaga.acts.services import Delivered
from qadaga.authority import NotPermitted
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, NotFound, Stale
from qadaga.matters.models import Body
from qadaga.supervision.offences import selectors, services
from qadaga.supervision.offences.models import OffenceCase
from qadaga.supervision.offences.waiting import WAITING
from qadaga.supervision.pretrial import services as pretrial
from tests.casework import (
    DEATH,
    MONDAY,
    Town,
    assigned_matter,
    draft_protest,
    make_body,
    make_town,
    signed_protest,
)
from tests.offences import DECIDED, UNLAWFUL, called
from tests.parallel import at_once
from tests.pretrial import add_party, make_case, who

pytestmark = pytest.mark.clause("O.7.1", "O.8.9")
IIN = "850725400331"


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


@pytest.fixture
def police(town: Town) -> Body:
    return make_body("Управление полиции", kind="law_enforcement")


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    with clock.frozen(MONDAY):
        yield


def received(town: Town, case: OffenceCase) -> OffenceCase:
    return services.receive(
        case_id=case.id, version=1, received_on=MONDAY, sheets=12, by=town.actor("clerk"), on=MONDAY
    )


def test_a_file_comes_is_checked_protested_returned_and_the_outcome_recorded(
    town: Town, police: Body
) -> None:
    matter = assigned_matter(town, direction="admin_offences", kind="own_initiative")
    case = called(town.actor("assistant"), police, matter_id=matter.id)
    assert (case.number_text, case.due_on) == ("ӘІ-dis-2026/000001", date(2026, 9, 10))
    case = received(town, case)
    assert case.due_on == date(2026, 10, 7)
    who = {"by": town.actor("assistant"), "on": MONDAY}
    case = services.check(case_id=case.id, version=2, checked=UNLAWFUL, **who)
    case = services.pass_violation(case_id=case.id, version=3, matter_id=matter.id, **who)
    assert (case.violation.what, case.violation.violator_body) == (UNLAWFUL.findings, police)
    act = draft_protest(town, matter)
    case = services.link_act(case_id=case.id, version=4, act_id=act.id, **who)
    with pytest.raises(Conflict) as refused:
        services.record_outcome(
            case_id=case.id, version=5, outcome="cancelled", outcome_on=MONDAY, paper="№ 5", **who
        )
    assert refused.value.code == "file_here"
    case = services.hand_back(case_id=case.id, version=5, returned_on=MONDAY, **who)
    done = services.record_outcome(
        case_id=case.id, version=6, outcome="cancelled", outcome_on=MONDAY, paper="№ 5", **who
    )
    assert (done.status, done.due_on, done.acts.get().act) == ("done", None, act)
    with pytest.raises(AlreadyDone):
        services.record_outcome(
            case_id=case.id, version=7, outcome="kept", outcome_on=MONDAY, paper="№ 6", **who
        )
    # Out of supervision, the same case may be called for again.
    again = called(town.actor("head"), police)
    assert again.number == 2
    with pytest.raises(Conflict) as refused:
        services.hand_back(case_id=again.id, version=again.version, returned_on=MONDAY, **who)
    assert refused.value.code == "no_file"


def test_proceedings_are_opened_and_closed_by_the_prosecutors_own_resolution(
    town: Town, police: Body
) -> None:
    who = {"by": town.actor("head"), "on": MONDAY}
    opened = services.open_new(named=services.Named(police, "Статья 86"), decided=DECIDED, **who)
    made = opened.resolutions.get()
    assert (opened.status, made.signer, made.ground) == ("opened", town.head, "offence_signs")
    assert {"O.8.9"} <= set(made.norms)
    closed = services.close_proceedings(
        case_id=opened.id, version=1, ground="no_offence", decided=DECIDED, **who
    )
    assert [row.number for row in closed.resolutions.order_by("id")] == [1, 2]
    with pytest.raises(AlreadyDone):
        services.close_proceedings(case_id=opened.id, version=2, ground="no_offence", decided=DECIDED, **who)


def test_what_is_wrong_is_refused_with_its_field_or_clause(town: Town, police: Body) -> None:
    head = town.actor("head")
    with pytest.raises(NotPermitted) as refused:
        called(town.actor("assistant"), police)
    assert [missing.citation.clause for missing in refused.value.ruling.missing] == ["O.13.1"]
    with pytest.raises(NotPermitted) as refused:
        called(head, police, kato="103200000")
    assert [missing.citation.clause for missing in refused.value.ruling.missing] == ["O.1"]
    case = called(head, police)
    with pytest.raises(InvalidInput) as twice:
        called(head, police)
    assert [(fault.field, fault.code) for fault in twice.value.fields] == [("case_number", "taken")]
    with pytest.raises(NotPermitted):
        services.call_for(named=services.Named(police, "1", "2"), ground="rumour", by=head, on=MONDAY)
    with pytest.raises(NotFound):
        selectors.read_case(town.actor("neighbour"), MONDAY, case.id)
    with pytest.raises(NotPermitted):
        selectors.read_case(town.actor("clerk"), MONDAY, case.id)
    with pytest.raises(InvalidInput):
        services.receive(
            case_id=case.id, version=1, received_on=date(2026, 9, 8), sheets=1, by=head, on=MONDAY
        )
    with pytest.raises(Conflict) as early:
        services.check(case_id=case.id, version=1, checked=UNLAWFUL, by=head, on=MONDAY)
    assert early.value.code == "no_file_here"
    received(town, case)
    with pytest.raises(Stale):
        services.check(case_id=case.id, version=1, checked=UNLAWFUL, by=head, on=MONDAY)
    lawful = replace(UNLAWFUL, detention="none", penalty="lawful")
    services.check(case_id=case.id, version=2, checked=lawful, by=head, on=MONDAY)
    matter = assigned_matter(town, direction="admin_offences", kind="own_initiative")
    with pytest.raises(Conflict):
        services.pass_violation(case_id=case.id, version=3, matter_id=matter.id, by=head, on=MONDAY)


def test_a_matter_that_complains_of_the_officer_hides_its_case(town: Town, police: Body) -> None:
    matter = assigned_matter(
        town,
        direction="admin_offences",
        kind="own_initiative",
        complained_of=[town.deputy.person_id],
    )
    case = called(town.actor("assistant"), police, matter_id=matter.id)
    with pytest.raises(NotFound):
        selectors.read_case(town.actor("deputy"), MONDAY, case.id)


@pytest.mark.django_db(transaction=True)
def test_two_who_call_for_the_same_file_at_once_get_one_case(transactional_db: None) -> None:
    town = make_town()
    police = make_body("Управление полиции", kind="law_enforcement")
    works = [lambda who=who: called(town.actor(who), police) for who in ("head", "deputy")]
    answers = at_once(works)
    assert sorted(type(answer).__name__ for answer in answers) == ["InvalidInput", "OffenceCase"]
    assert OffenceCase.objects.get().number == 1


def test_nobody_opens_proceedings_against_the_dead(town: Town, police: Body) -> None:
    case = make_case(town)
    party = add_party(town, case, iin=IIN)
    pretrial.record_death(party_id=party.id, death=DEATH, **who(town, case))
    named = services.Named(police, "434")
    by = {"named": named, "by": town.actor("head"), "on": MONDAY}
    with pytest.raises(NotPermitted) as refused:
        services.open_new(decided=replace(DECIDED, iin=IIN), **by)
    assert {missing.citation.clause for missing in refused.value.ruling.missing} == {"O.8.9"}
    with pytest.raises(InvalidInput):
        services.open_new(decided=replace(DECIDED, iin="1"), **by)
    assert services.open_new(decided=DECIDED, **by).status == "opened"


def test_a_file_that_does_not_come_is_a_violation_that_an_act_answers(town: Town, police: Body) -> None:
    matter = assigned_matter(town, direction="admin_offences", kind="own_initiative")
    case = called(town.actor("assistant"), police, matter_id=matter.id)
    mine = {"case_id": case.id, "by": town.actor("assistant"), "on": MONDAY}
    said = {"matter_id": matter.id, "norm": "КоАП, статья 683", "what": "Дело не представлено"}
    with pytest.raises(Conflict, match="delivered"):
        services.record_silence(version=1, **said, **mine)
    served = Delivered("courier", MONDAY, proof_ref="вх. 7")
    services.deliver(version=1, delivered=served, **mine)
    with pytest.raises(Conflict, match="until"):
        services.record_silence(version=2, **said, **mine)
    late = MONDAY + timedelta(days=10)
    mine = {"case_id": case.id, "by": town.actor("assistant", late), "on": late}
    case = services.record_silence(version=2, **said, **mine)
    assert (case.status, case.silence.violator_body, case.silence.matter) == ("called", police, matter)
    with pytest.raises(AlreadyDone):
        services.record_silence(version=3, **said, **mine)
    with pytest.raises(Conflict) as unanswered:
        services.give_up_file(version=3, paper="Ответ № 4", **mine)
    assert unanswered.value.code == "no_act"
    act = signed_protest(town, matter, on=late)
    act.violations.add(case.silence)
    case = services.give_up_file(version=3, paper="Ответ № 4", **mine)
    assert (case.status, case.outcome, case.due_on) == ("done", "withheld", None)


def test_what_was_never_here_is_not_checked(town: Town, police: Body) -> None:
    case = services.open_new(
        named=services.Named(police, "434"), decided=DECIDED, by=town.actor("head"), on=MONDAY
    )
    with pytest.raises(Conflict):
        services.check(case_id=case.id, version=1, checked=UNLAWFUL, by=town.actor("head"), on=MONDAY)


def test_an_opened_proceeding_is_delivered_and_the_body_decides_in_a_term(town: Town, police: Body) -> None:
    case = services.open_new(
        named=services.Named(police, "434"), decided=DECIDED, by=town.actor("head"), on=MONDAY
    )
    made = case.resolutions.get()
    served = Delivered("courier", MONDAY, proof_ref="вх. 9")
    given = {"case_id": case.id, "resolution_id": made.id, "by": town.actor("head"), "on": MONDAY}
    with pytest.raises(InvalidInput):
        services.deliver_resolution(version=1, delivered=Delivered("courier", MONDAY), **given)
    with pytest.raises(InvalidInput):
        services.deliver_resolution(version=1, delivered=served, **{**given, "resolution_id": case.id})
    case = services.deliver_resolution(version=1, delivered=served, **given)
    assert case.due_on == date(2026, 9, 28)
    with pytest.raises(AlreadyDone):
        services.deliver_resolution(version=2, delivered=served, **given)
    late = case.due_on + timedelta(days=1)
    told = waiting(town.actor("head", late), leads=True, also=WAITING)
    assert [row.id for row in told if row.sort == "proceedings_silent"] == [case.id]
    reminder: dict[str, Any] = {"case_id": case.id, "way": "electronic", "reference": "исх. 40"}
    with pytest.raises(Conflict) as early:
        services.remind(version=2, by=town.actor("head"), on=MONDAY, **reminder)
    assert early.value.code == "not_silent"
    services.remind(version=2, by=town.actor("head", late), on=late, **reminder)
    with pytest.raises(InvalidInput):
        services.remind(version=3, by=town.actor("head", late), on=late, **reminder)
    case = services.record_outcome(
        case_id=case.id,
        version=3,
        outcome="penalised",
        outcome_on=MONDAY,
        paper="№ 8",
        by=town.actor("head"),
        on=MONDAY,
    )
    assert (case.status, case.due_on) == ("done", None)


def test_closed_proceedings_have_a_term_of_their_own_for_the_outcome(town: Town, police: Body) -> None:
    who: dict[str, Any] = {"by": town.actor("head"), "on": MONDAY}
    opened = services.open_new(named=services.Named(police, "434"), decided=DECIDED, **who)
    case = services.close_proceedings(
        case_id=opened.id, version=1, ground="no_offence", decided=DECIDED, **who
    )
    assert case.due_on is None
    served = Delivered("courier", MONDAY, proof_ref="вх. 10")
    closing = case.resolutions.get(kind="close")
    case = services.deliver_resolution(
        case_id=case.id, version=2, resolution_id=closing.id, delivered=served, **who
    )
    assert case.due_on == date(2026, 9, 21)
    late = case.due_on + timedelta(days=1)
    told = waiting(town.actor("head", late), leads=True, also=WAITING)
    assert [row.id for row in told if row.sort == "proceedings_silent"] == [case.id]
    case = services.record_outcome(
        case_id=case.id, version=3, outcome="closed", outcome_on=MONDAY, paper="№ 9", **who
    )
    assert (case.status, case.due_on) == ("done", None)
