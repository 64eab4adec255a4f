"""Requests and notes of findings: a number, a term, a reply in its turn."""

from datetime import date, timedelta

import pytest

from qadaga.acts import services as acts
from qadaga.acts.models import Measure
from qadaga.authority import NotPermitted
from qadaga.common.errors import Conflict, InvalidInput, NotFound, Stale
from qadaga.matters.models import Matter, Term
from tests.casework import MONDAY, Town, assigned_matter, issued_request, make_body, open_matter

DAY = timedelta(days=1)


@pytest.fixture
def matter(town: Town) -> Matter:
    return assigned_matter(town)


def serve(town: Town, measure: Measure, *, on: date = MONDAY, served: date = MONDAY) -> Measure:
    return acts.serve_request(
        measure_id=measure.id,
        version=measure.version,
        delivered=acts.Delivered("electronic", served, proof_ref="e-7"),
        by=town.actor("assistant", on),
        on=on,
    )


def reply(town: Town, measure: Measure, when: date, who: str = "clerk") -> Measure:
    return acts.record_measure_reply(
        measure_id=measure.id,
        version=measure.version,
        replied_on=when,
        reply="Копии представлены",
        by=town.actor(who, when),
        on=when,
    )


def test_a_request_has_its_number_and_its_term_from_service(town: Town, matter: Matter) -> None:
    first = issued_request(town, matter)
    with pytest.raises(Conflict):  # the same, of the same body, waits
        issued_request(town, matter)
    second = issued_request(town, matter, text="Копия отчёта")
    assert (first.number, second.number, first.status, first.due_on) == (1, 2, "issued", None)
    assert first.ruling["ruling"]["power"] == "measure.request"
    served = serve(town, first)
    assert (served.status, served.due_on) == ("served", date(2026, 9, 14))  # five working days
    matter.refresh_from_db()
    assert (matter.status, matter.due_on) == ("in_work", served.due_on)
    assert (served.ordered.ground, served.ordered.proof_ref) == (matter.kind, "e-7")
    done = reply(town, served, MONDAY + DAY)
    assert (done.status, Term.objects.get(subject_id=first.id).state) == ("replied", "finished")


def test_the_letter_may_set_the_length(town: Town, matter: Matter) -> None:
    assert serve(town, issued_request(town, matter, days=10)).due_on == date(2026, 9, 21)
    for days in (0, 61):
        with pytest.raises(InvalidInput) as refused:
            issued_request(town, matter, text=f"Копия {days}", days=days)
        assert refused.value.fields[0].field == "days"


def test_nothing_comes_out_of_turn(town: Town, matter: Matter) -> None:
    measure = issued_request(town, matter)
    with pytest.raises(Conflict):
        reply(town, measure, MONDAY)
    with pytest.raises(InvalidInput):
        serve(town, measure, served=MONDAY - DAY)
    served = serve(town, measure, on=MONDAY + DAY, served=MONDAY + DAY)
    with pytest.raises(InvalidInput) as refused:
        acts.record_measure_reply(
            measure_id=measure.id,
            version=served.version,
            replied_on=MONDAY,
            reply="Копии",
            by=town.actor("clerk", MONDAY + DAY),
            on=MONDAY + DAY,
        )
    assert refused.value.fields[0].field == "replied_on"
    with pytest.raises(Conflict):
        serve(town, served, on=MONDAY + DAY, served=MONDAY + DAY)


def test_an_old_version_and_another_district(town: Town, matter: Matter) -> None:
    measure = issued_request(town, matter)
    serve(town, measure)
    measure.version = 1
    with pytest.raises(Stale):
        serve(town, measure)
    with pytest.raises(NotFound):
        reply(town, measure, MONDAY, "neighbour")


def test_only_inside_a_matter_that_is_worked_on_and_by_its_officer(town: Town, matter: Matter) -> None:
    asked = acts.Asked(make_body(), "Обращение", "Копии", "ru")
    with pytest.raises(NotPermitted):
        acts.request(matter_id=matter.id, asked=asked, by=town.actor("clerk"), on=MONDAY)
    with pytest.raises(Conflict):
        acts.request(matter_id=open_matter(town).id, asked=asked, by=town.actor("head"), on=MONDAY)


def test_a_note_of_findings_is_recorded_at_once(town: Town, matter: Matter) -> None:
    note = acts.findings(
        matter_id=matter.id,
        ground="Обращение",
        note="Сбор взимался",
        language="ru",
        by=town.actor("assistant"),
        on=MONDAY,
    )
    assert (note.status, note.due_on, note.addressee) == ("recorded", None, None)
    with pytest.raises(InvalidInput) as refused:
        acts.findings(
            matter_id=matter.id, ground=" ", note="x\0", language="ru", by=town.actor("assistant"), on=MONDAY
        )
    assert refused.value.fields[0].field == "ground"


def test_a_request_is_served_with_a_proof_and_silence_is_reminded_of(town: Town, matter: Matter) -> None:
    measure = issued_request(town, matter)
    unproven = acts.Delivered("courier", MONDAY)
    with pytest.raises(InvalidInput) as refused:
        acts.serve_request(
            measure_id=measure.id, version=1, delivered=unproven, by=town.actor("assistant"), on=MONDAY
        )
    assert refused.value.fields[0].field == "proof"
    served = serve(town, measure)
    late = date(2026, 9, 15)
    reminded = {"measure_id": measure.id, "version": served.version, "way": "post", "reference": "№ 2"}
    with pytest.raises(Conflict):
        acts.remind(**reminded, by=town.actor("assistant"), on=MONDAY)
    acts.remind(**reminded, by=town.actor("assistant", late), on=late)
    assert measure.reminders.get().on == late
