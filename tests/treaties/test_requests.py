"""Requests from and to abroad: the central authority, parts passed down by an order, terms, documents."""

from datetime import date, timedelta

import pytest

from qadaga.authority import NotPermitted
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, NotFound
from qadaga.journal.models import Entry
from qadaga.matters.models import Term
from qadaga.treaties import selectors, services
from qadaga.treaties.models import Paper, Part, Request
from tests.casework import MONDAY, PDF, make_file
from tests.parallel import at_once
from tests.treaties_world import Centre, asked, delegate, make_centre, make_request, make_treaty, passed

ANSWERED = services.Answered("Протокол допроса направлен", "12-1", MONDAY)


@pytest.fixture
def centre(db: None) -> Centre:
    return make_centre()


def clauses(error: pytest.ExceptionInfo[NotPermitted]) -> set[str]:
    return {missing.citation.clause for missing in error.value.ruling.missing}


def fields(error: pytest.ExceptionInfo[InvalidInput]) -> set[str]:
    return {fault.field for fault in error.value.fields}


def completed(centre: Centre, part: Part, *, by: str = "head") -> Part:
    return services.complete_part(
        part_id=part.id, version=part.version, outcome="Допрошен", by=centre.actor(by), on=MONDAY
    )


def answered(centre: Centre, row: Request, given: services.Answered = ANSWERED) -> Request:
    return services.answer(
        request_id=row.id, version=row.version, answered=given, by=centre.actor("general"), on=MONDAY
    )


def decided(centre: Centre, row: Request, *, by: str = "general") -> Request:
    return services.decide(
        request_id=row.id,
        version=row.version,
        decision="granted",
        reasons="Условия договора соблюдены",
        by=centre.actor(by),
        on=MONDAY,
    )


def test_from_abroad_only_the_central_authority_registers_and_once(centre: Centre) -> None:
    with pytest.raises(NotPermitted) as below:
        make_request(centre, by="region_head")
    assert clauses(below) == {"R.figure"}
    row = make_request(centre, treaty_id=make_treaty(centre).id)
    assert row.number_text == "ХС-top-2026/000001"
    term = Term.objects.get()
    assert (term.rule, term.subject_kind, row.due_on) == ("treaty_request", "treaty_request", term.due_on)
    with pytest.raises(InvalidInput) as again:
        make_request(centre)
    assert fields(again) == {"foreign_no"}


def test_a_request_without_its_number_or_with_a_wrong_iin_is_refused(centre: Centre) -> None:
    for changes, field in (
        ({"foreign_no": ""}, "foreign_no"),
        ({"iin": "850725400332"}, "iin"),
        ({"kind": "wish"}, "kind"),
        ({"days": 9999}, "days"),
        ({"treaty_id": centre.office.id}, "treaty"),
    ):
        with pytest.raises(InvalidInput) as refused:
            make_request(centre, **changes)
        assert fields(refused) == {field}


def test_a_part_goes_down_only_where_an_order_passed_the_power(centre: Centre) -> None:
    row, district = make_request(centre), centre.town.district
    with pytest.raises(InvalidInput) as without:
        passed(centre, row, district)
    assert fields(without) == {"office"}
    given = delegate(centre, district)
    part = passed(centre, row, district)
    row.refresh_from_db()
    assert (row.status, part.office, part.due_on) == ("in_work", district, MONDAY + timedelta(days=10))
    with pytest.raises(NotPermitted) as assistant:
        completed(centre, part, by="assistant")
    assert clauses(assistant) == {"O.13.1", "L.1.2"}
    part = services.give_part(
        part_id=part.id, version=1, officer_id=centre.town.assistant.id, by=centre.actor("head"), on=MONDAY
    )
    with pytest.raises(NotPermitted) as region:
        completed(centre, part, by="region_head")
    assert "L.1.2" in clauses(region)
    with pytest.raises(NotFound):
        completed(centre, part, by="neighbour")
    given.withdrawn_on, given.withdrawn_by, given.withdrawn_ground = MONDAY, centre.general, "БҰ-2"
    given.save()
    with pytest.raises(NotPermitted) as taken_back:
        completed(centre, part, by="assistant")
    assert clauses(taken_back) == {"L.1.2"}


def test_with_the_last_part_the_request_is_carried_out_and_the_answer_goes_from_above(centre: Centre) -> None:
    row, town = make_request(centre), centre.town
    delegate(centre, town.district)
    part = passed(centre, row, town.district)
    own = passed(centre, Request.objects.get(), centre.office)
    with pytest.raises(Conflict):
        answered(centre, Request.objects.get())
    completed(centre, part)
    assert Request.objects.get().status == "in_work"
    completed(centre, own, by="general")
    row = Request.objects.get()
    assert (row.status, set(Term.objects.values_list("state", flat=True))) == (
        "executed",
        {"running", "finished"},
    )
    with pytest.raises(InvalidInput) as early:
        answered(centre, row, services.Answered("Т", "1", MONDAY - timedelta(days=1)))
    assert fields(early) == {"answered_on"}
    row = answered(centre, row)
    assert (row.status, row.due_on) == ("answered", None)
    assert set(Term.objects.values_list("state", flat=True)) == {"finished"}
    with pytest.raises(Conflict):
        passed(centre, row, town.district)


def test_a_petition_is_decided_with_reasons_before_it_is_answered(centre: Centre) -> None:
    row = make_request(centre, kind="extradition")
    with pytest.raises(Conflict):
        answered(centre, row)
    with pytest.raises(NotPermitted):
        decided(centre, row, by="prosecutor")
    row = decided(centre, row)
    assert answered(centre, row).status == "answered"
    other = make_request(centre, foreign_no="16")
    with pytest.raises(NotPermitted) as no_petition:
        decided(centre, other)
    assert clauses(no_petition) == {"L.3.7"}


def test_abroad_any_office_prepares_and_the_central_authority_sends(centre: Centre) -> None:
    row = make_request(centre, by="head", way="outgoing", foreign_no="", kind="extradition")
    assert (row.office, row.status, row.due_on) == (centre.town.district, "draft", None)
    letter = {"sent_no": "5-1", "sent_on": MONDAY, "days": 60, "on": MONDAY}
    with pytest.raises(NotPermitted) as district:
        services.send(request_id=row.id, version=row.version, **letter, by=centre.actor("head"))
    assert clauses(district) == {"R.figure"}
    reply = {"request_id": row.id, "reply": "full", "answered": ANSWERED, "on": MONDAY}
    with pytest.raises(Conflict):
        services.record_reply(**reply, version=row.version, by=centre.actor("head"))
    row = services.send(request_id=row.id, version=row.version, **letter, by=centre.actor("general"))
    assert row.due_on == MONDAY + timedelta(days=60)
    row = services.record_reply(**reply, version=row.version, by=centre.actor("head"))
    assert (row.status, row.reply, Term.objects.get().state) == ("replied", "full", "finished")
    with pytest.raises(Conflict):
        services.correct_request(
            request_id=row.id,
            version=row.version,
            asked=asked(way="outgoing"),
            by=centre.actor("head"),
            on=MONDAY,
        )


def test_a_translation_says_its_language_translator_and_who_certified_it(centre: Centre) -> None:
    row = make_request(centre)
    by = centre.actor("prosecutor")

    def add(added: services.Added) -> Paper:
        row.refresh_from_db()
        return services.add_paper(
            of="request", owner_id=row.id, version=row.version, added=added, by=by, on=MONDAY
        )

    file = make_file()
    original = add(services.Added(file, "Поручение", "uz"))
    told = services.Translated(original.id, "Юсупова Л.", date(2026, 9, 5), "Нотариус Ким", date(2026, 9, 6))
    other = make_file("перевод.pdf", PDF + b"\n")
    for added, field in (
        (services.Added(file, "Ещё раз", "uz"), "file"),
        (services.Added(other, "Перевод", "uz", told), "language"),
        (services.Added(other, "Перевод", "klingon"), "language"),
        (services.Added(other, "П", "ru", services.Translated(row.id, "Ю", MONDAY)), "original"),
        (
            services.Added(other, "П", "ru", services.Translated(original.id, "Ю", MONDAY, "Н")),
            "certified_on",
        ),
    ):
        with pytest.raises(InvalidInput) as refused:
            add(added)
        assert fields(refused) == {field}
    made = add(services.Added(other, "Перевод", "ru", told))
    assert (made.original, made.certified_by) == (original, "Нотариус Ким")


def test_no_name_is_in_the_journal_and_the_part_is_read_by_its_office(centre: Centre) -> None:
    row = make_request(centre)
    delegate(centre, centre.town.district)
    part = passed(centre, row, centre.town.district)
    with pytest.raises(NotFound):
        selectors.read_request(centre.actor("head"), MONDAY, row.id)
    assert selectors.read_part(centre.actor("assistant"), MONDAY, part.id).request.person == "Рахимов Алишер"
    with pytest.raises(NotFound):
        selectors.read_part(centre.actor("neighbour"), MONDAY, part.id)
    kept = Entry.objects.filter(subject_id__in=[row.id, part.id])
    assert {entry.action for entry in kept} == {"treaty.keep_request", "treaty.pass_down", "card.read"}
    assert "Рахимов" not in " ".join(f"{entry.data} {entry.ruling}" for entry in kept)


def test_the_central_authority_prolongs_a_request_and_its_parts_nobody_below(centre: Centre) -> None:
    row, longer = make_request(centre), {"reason": "Свидетель в отъезде", "on": MONDAY}
    delegate(centre, centre.town.district)
    part = passed(centre, row, centre.town.district)
    row.refresh_from_db()
    until = MONDAY + timedelta(days=60)
    with pytest.raises(NotPermitted) as below:
        services.prolong_part(part_id=part.id, version=1, until=until, by=centre.actor("head"), **longer)
    assert clauses(below) == {"O.12"}
    by = centre.actor("general")
    with pytest.raises(InvalidInput) as short:
        services.prolong_request(request_id=row.id, version=row.version, until=MONDAY, by=by, **longer)
    assert fields(short) == {"until"}
    assert (
        services.prolong_part(part_id=part.id, version=1, until=until, by=by, **longer).due_on
        == services.prolong_request(
            request_id=row.id, version=row.version, until=until, by=by, **longer
        ).due_on
        == until
    )
    completed(centre, Part.objects.get())
    with pytest.raises(Conflict):
        services.prolong_part(part_id=part.id, version=3, until=until, by=by, **longer)


@pytest.mark.django_db(transaction=True)
def test_two_offices_end_their_parts_at_once_and_the_request_is_done(transactional_db: None) -> None:
    centre = make_centre()
    row = make_request(centre)
    delegate(centre, centre.town.district)
    delegate(centre, centre.town.other)
    first = passed(centre, row, centre.town.district)
    second = passed(centre, Request.objects.get(), centre.town.other)
    answers = at_once(
        [
            lambda: completed(centre, first, by="head"),
            lambda: completed(centre, second, by="neighbour"),
        ]
    )
    assert [type(answer).__name__ for answer in answers] == ["Part", "Part"]
    assert Request.objects.get().status == "executed"


def test_nobody_who_died_is_handed_over(centre: Centre) -> None:
    row = make_request(centre, kind="extradition", iin="850725400331")
    dead = {"request_id": row.id, "died_on": MONDAY, "by": centre.actor("general"), "on": MONDAY}
    row = services.record_death(**dead, version=row.version)
    with pytest.raises(AlreadyDone):
        services.record_death(**dead, version=row.version)
    with pytest.raises(NotPermitted) as refused:
        decided(centre, row)
    assert clauses(refused) == {"L.3.7"}
    other = make_request(centre, kind="transit", foreign_no="98/2", iin="850725400331")
    with pytest.raises(NotPermitted):  # the other card knows it by the IIN
        decided(centre, other)
    said = {"decision": "refused", "reasons": "Лицо умерло", "by": centre.actor("general"), "on": MONDAY}
    assert services.decide(request_id=row.id, version=row.version, **said).decision == "refused"
