"""Index data only: numbers, days and closed lists; a narrow circle; no text and no file (O.8.d5)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, models, transaction
from django.http import HttpResponse

from qadaga.authority import NotPermitted
from qadaga.authority.lists import asking, exports
from qadaga.authority.lists.models import SearchEntry
from qadaga.authority.lists.pages import Ask
from qadaga.authority.scope import scope_of
from qadaga.authority.uses import counting
from qadaga.authority.uses import selectors as uses
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, NotFound, Stale
from qadaga.journal.models import Entry
from qadaga.reports import services as reports
from qadaga.reports.selectors import Asked, corrections, rows_of
from qadaga.staff.duties.models import Duty
from qadaga.supervision.covert import selectors, services
from qadaga.supervision.covert.models import NUMBER, CovertCheck
from qadaga.supervision.covert.register import COVERT
from tests.api.calling import caller
from tests.casework import MONDAY, Town, make_town
from tests.covert import CASE, PAPER, demanded, name_for_it
from tests.web.alarms.test_pages import reads, signed_in

pytestmark = pytest.mark.clause("L.3.3", "O.8.d5")
LAWFUL = services.Checked("law_names_it", MONDAY, "lawful")
FOUND = services.Checked("law_names_it", MONDAY, "act", paper=PAPER)


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    with clock.frozen(MONDAY):
        yield


def who(town: Town, name: str = "head") -> dict[str, object]:
    return {"by": town.actor(name), "on": MONDAY}


def test_demanded_checked_and_answered(town: Town) -> None:
    row = demanded(town.actor("head"))
    assert (row.status, row.due_on) == ("demanded", date(2026, 9, 14))
    came = replace(FOUND, received_on=MONDAY)
    row = services.check(check_id=row.id, version=1, checked=came, **who(town))
    assert (row.status, row.due_on) == ("waiting", date(2026, 10, 7))
    with pytest.raises(AlreadyDone):
        services.check(check_id=row.id, version=2, checked=came, **who(town))
    row = services.record_reply(check_id=row.id, version=2, reply="removed", reply_on=MONDAY, **who(town))
    assert (row.status, row.due_on) == ("closed", None)
    journalled = Entry.objects.filter(subject_id=row.id).order_by("id")
    assert [entry.action for entry in journalled][-3:] == [
        "materials.demand_operative",
        *["covert.supervise"] * 2,
    ]


def test_silence_is_answered_by_an_act_and_an_action_is_stopped_with_the_office_above_told(
    town: Town,
) -> None:
    silent, covert = demanded(town.actor("head")), demanded(town.actor("head"), kind="covert")
    withheld = replace(FOUND, result="withheld")
    with pytest.raises(InvalidInput, match="received_on"):
        services.check(
            check_id=silent.id, version=1, checked=replace(withheld, received_on=MONDAY), **who(town)
        )
    assert services.check(check_id=silent.id, version=1, checked=withheld, **who(town)).status == "waiting"
    stopped = replace(FOUND, result="stopped", received_on=MONDAY, paper=replace(PAPER, kind="resolution"))
    row = services.stop(check_id=covert.id, version=1, checked=stopped, told_on=MONDAY, **who(town))
    assert (row.result, row.told_on, row.due_on) == ("stopped", MONDAY, None)
    counter = demanded(town.actor("head"), kind="counter")
    with pytest.raises(Conflict):
        services.stop(check_id=counter.id, version=1, checked=stopped, told_on=MONDAY, **who(town))
    with pytest.raises(Conflict):
        services.record_reply(check_id=counter.id, version=1, reply="removed", reply_on=MONDAY, **who(town))


def test_counter_intelligence_is_checked_by_a_power_of_its_own(town: Town) -> None:
    case = replace(CASE, kind="counter")
    row = services.enter(indexed=case, checked=LAWFUL, **who(town))
    assert Entry.objects.filter(subject_id=row.id).latest("id").action == "counterintelligence.supervise"
    with pytest.raises(NotPermitted):
        services.enter(
            indexed=replace(case, register_number="8"),
            checked=replace(LAWFUL, ground="code_names_it"),
            **who(town),
        )


@pytest.mark.parametrize(
    ("indexed", "checked", "field"),
    [
        ({"register_number": "дело Иванова"}, {}, "register_number"),
        ({"register_number": "17; внедрён"}, {}, "register_number"),
        ({"register_number": "１７"}, {}, "register_number"),
        ({"body": "акимат"}, {}, "body"),
        ({"kind": "слежка"}, {}, "kind"),
        ({"sphere": "чужая"}, {}, "sphere"),
        ({}, {"result": "stopped"}, "result"),
        ({}, {"checked_on": MONDAY + timedelta(days=1)}, "checked_on"),
        ({}, {"received_on": MONDAY}, "received_on"),
        ({}, {"paper": replace(PAPER, number="без номера")}, "paper_number"),
        ({}, {"paper": replace(PAPER, on=MONDAY - timedelta(days=1))}, "paper_on"),
        ({}, {"paper": None}, "paper_on"),
        ({}, {"result": "lawful"}, "paper_kind"),
    ],
)
def test_anything_but_numbers_days_and_lists_is_refused(
    town: Town, indexed: dict[str, str], checked: dict[str, object], field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        services.enter(
            indexed=replace(CASE, **indexed),
            checked=replace(FOUND, **checked),
            **who(town),  # type: ignore[arg-type]
        )
    assert [fault.field for fault in refused.value.fields] == [field]


def test_the_same_twice_without_ground_or_in_anothers_sphere_is_refused(town: Town) -> None:
    demanded(town.actor("head"))
    with pytest.raises(InvalidInput, match="register_number"), transaction.atomic():
        demanded(town.actor("head"))
    services.enter(indexed=CASE, checked=LAWFUL, **who(town))
    with pytest.raises(InvalidInput, match="register_number"), transaction.atomic():
        services.enter(indexed=CASE, checked=LAWFUL, **who(town))
    with pytest.raises(NotPermitted):
        services.enter(
            indexed=replace(CASE, register_number="9"), checked=replace(LAWFUL, ground=""), **who(town)
        )
    with pytest.raises(Stale):
        services.check(check_id=CovertCheck.objects.first().id, version=7, checked=LAWFUL, **who(town))  # type: ignore[union-attr]


def test_no_column_can_hold_a_text_or_a_file() -> None:
    texts = [one for one in CovertCheck._meta.fields if isinstance(one, models.TextField | models.FileField)]
    assert texts == []
    words = {
        one.name for one in CovertCheck._meta.fields if isinstance(one, models.CharField) and not one.choices
    }
    assert words == {"register_number", "paper_number", "sphere"}


@pytest.mark.parametrize(
    "columns",
    [
        {"register_number": "дело Иванова"},
        {"sphere": "он внедрён"},
        {"body": "другой"},
        {"result": "текст"},
        {"status": "closed"},
        {"paper_number": "5"},
    ],
)
def test_the_database_refuses_it_too(town: Town, columns: dict[str, str]) -> None:
    row = demanded(town.actor("head"))
    with pytest.raises(IntegrityError), transaction.atomic():
        CovertCheck.objects.filter(id=row.id).update(**columns)


def test_only_the_narrow_circle_reads_and_each_reading_is_journalled(town: Town) -> None:
    row = demanded(town.actor("head"))
    for outsider in ("deputy", "assistant", "clerk", "region_prosecutor"):
        with pytest.raises(NotPermitted):
            selectors.read_check(town.actor(outsider), MONDAY, row.id)
        with pytest.raises(NotPermitted):
            COVERT.seen(town.actor(outsider), MONDAY)
        with pytest.raises(NotPermitted):
            demanded(town.actor(outsider), register_number="99")
    with pytest.raises(NotFound):
        selectors.read_check(town.actor("neighbour"), MONDAY, row.id)
    name_for_it(town.assistant, town.district)
    name_for_it(town.region_prosecutor, town.region)
    for insider in ("head", "region_head", "assistant"):
        actor = town.actor(insider)
        assert selectors.read_check(actor, MONDAY, row.id).id == row.id
        page = asking.fetch(COVERT, COVERT.seen(actor, MONDAY), {}, asking.asked({}), today=MONDAY)
        assert [one["id"] for one in page.rows] == [row.id]
    # The officer named above has the circle of that office only.
    with pytest.raises(NotPermitted):
        selectors.read_check(town.actor("region_prosecutor"), MONDAY, row.id)
    assert not SearchEntry.objects.filter(id=row.id).exists()


def test_pages_and_programs_refuse_texts_and_files_with_the_reason(town: Town) -> None:
    client, told = signed_in(town, "head"), "O.8.d5"
    sent = {"body": "interior", "kind": "operative", "register_number": "5", "ground": "law_names_it"}
    file = SimpleUploadedFile("дело.pdf", b"%PDF-1.7", "application/pdf")
    for more in ({"file": file}, {"note": "внедрён"}, {"register_number": "дело"}):
        answer = client.post("/covert/demand/", {**sent, **more})
        assert (answer.status_code, told in answer.content.decode()) == (422, True), more
    api = caller(town.head)
    for more in ({"file_id": "1"}, {"note": "внедрён"}, {"register_number": "дело"}):
        answer = api.post("/covert/demands", {**sent, **more})
        assert (answer.status_code, told in answer.content.decode()) == (422, True), more
    assert not CovertCheck.objects.exists()
    assert api.post("/covert/demands", sent).status_code == 201
    row = CovertCheck.objects.get()
    pages = {address: reads(client, address) for address in ("/covert/", f"/covert/{row.id}/")}
    assert {address: cost for address, (_, cost) in pages.items() if cost > 8} == {}
    assert ">None<" not in pages["/covert/"][0]  # what is not known yet is a dash
    outsider = signed_in(town, "assistant")
    for path in ("/covert/", f"/covert/{row.id}/", "/covert/new/", "/covert/filter/"):
        assert outsider.get(path).status_code == 403, path
    assert caller(town.assistant).get("/covert").status_code == 403
    assert caller(town.assistant).post("/covert/exports", {}).status_code == 403
    assert NUMBER in caller(town.head).get("/openapi.json").content.decode().replace("\\\\", "\\")


def test_the_law_reference_counts_no_check_and_lists_none(town: Town) -> None:
    check = demanded(town.actor("head"))
    counting.count(clock.now())
    scope, used = scope_of(town.actor("clerk"), MONDAY), ("powers", "materials.demand_operative")
    assert uses.newest(scope, used) == []
    assert uses.used(scope, [used], MONDAY) == {}
    page = signed_in(town, "clerk").get("/law/powers/materials.demand_operative/uses/").text
    assert str(check.id) not in page


def test_a_report_tells_the_lines_behind_its_figure_to_the_circle_only(town: Town) -> None:
    services.enter(indexed=CASE, checked=LAWFUL, by=town.actor("head"), on=MONDAY)
    later = date(2026, 10, 5)
    with clock.frozen(later):
        head, clerk = town.actor("head", later), town.actor("clerk", later)
        drafted = reports.Drafted("quarter", date(2026, 7, 1))
        report = reports.draft(drafted=drafted, by=head, on=later)
        asked = Asked("covert_checked")
        assert len(rows_of(report, asked, head).lines) == 1
        with pytest.raises(NotPermitted):
            rows_of(report, asked, clerk)
        report = reports.sign(report_id=report.id, version=report.version, by=head, on=later)
        other = replace(CASE, register_number="17-205")
        services.enter(indexed=other, checked=LAWFUL, by=head, on=later)
        assert [line.figure for line in corrections(report, head)] == ["covert_checked"]
        assert corrections(report, clerk) == []


def test_whoever_left_the_circle_or_the_post_fetches_no_file_of_it(town: Town) -> None:
    demanded(town.actor("head"))
    name_for_it(town.assistant, town.district)
    assistant = town.actor("assistant")
    job = exports.request(COVERT, values={}, ask=Ask(), office_id=None, by=assistant, on=MONDAY)
    exports.run(job.id, COVERT)
    pages, program = signed_in(town, "assistant"), caller(town.assistant)
    files = (lambda: pages.get(f"/exports/{job.id}/file/"), lambda: program.get(f"/exports/{job.id}/file"))
    assert [_status(fetch()) for fetch in files] == [200, 200]
    Duty.objects.all().delete()
    assert [_status(fetch()) for fetch in files] == [403, 403]
    with pytest.raises(NotFound):
        exports.owned(job.id, by=replace(assistant, appointment_id=town.deputy.id))


def _status(answer: HttpResponse) -> int:
    """What was answered; the file that comes with it is read to its end, which closes it."""
    list(answer)
    return answer.status_code
