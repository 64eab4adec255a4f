"""An export holds the rows shown, is ruled on and journalled, and is given to its owner only."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from qadaga.authority.lists import exports
from qadaga.authority.lists.models import ExportJob
from qadaga.journal.models import Entry
from qadaga.web.registers.listed import LISTED
from qadaga.web.registers.tasks import write_export
from tests.web.registers.conftest import Country, make_appeals


@pytest.fixture
def ask(at_work: Country, django_capture_on_commit_callbacks: Any) -> Any:
    """Ask for an export as somebody; returns the address shown next."""

    def asked(who: str, query: str = "", **fields: str) -> str:
        with django_capture_on_commit_callbacks(execute=True):
            answer = at_work.client(who).post(f"/appeals/export/{query}", fields)
        assert answer.status_code == 302, answer.text[:500]
        return str(answer["Location"])

    return asked


def cells(client: Any, address: str) -> list[list[Any]]:
    """The values of the exported sheet."""
    answer = client.get(f"{address}file/")
    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    return [[cell.value for cell in row] for row in book.active.iter_rows()]


def test_the_file_holds_the_rows_of_the_filter_in_scope(at_work: Country, ask: Any) -> None:
    make_appeals(at_work.district, 4)
    make_appeals(at_work.neighbour, 4)
    address = ask("prosecutor", "?kind=complaint")
    rows = cells(at_work.client("prosecutor"), address)
    assert [row[0] for row in rows[1:]] == ["alm-ili-00001", "alm-ili-00003"]
    assert rows[0][0] in ("Номер", "Number")


def test_a_cell_that_looks_like_a_formula_is_text(at_work: Country, ask: Any) -> None:
    make_appeals(at_work.district, 1, name='=HYPERLINK("x")')
    rows = cells(at_work.client("prosecutor"), ask("prosecutor"))
    assert any(str(cell).startswith('=HYPERLINK("x")') for cell in rows[1])
    book_types = [type(cell) for cell in rows[1]]
    assert str in book_types


def test_it_is_given_to_its_owner_only(at_work: Country, ask: Any) -> None:
    make_appeals(at_work.district, 1)
    address = ask("prosecutor")
    for who in ("region", "nation", "neighbour"):
        client = at_work.client(who)
        assert client.get(address).status_code == 404
        assert client.get(f"{address}file/").status_code == 404


def test_it_is_journalled_without_what_was_looked_for(at_work: Country, ask: Any) -> None:
    make_appeals(at_work.district, 1, iin="850725400331")
    link = at_work.client("prosecutor").post("/appeals/filter/", {"person": "850725400331"})["Location"]
    ask("prosecutor", "?" + link.split("?", 1)[1])
    entry = Entry.objects.get(action="register.export")
    assert entry.data["filters"] == ["person"]
    assert "850725400331" not in str(entry.data)
    assert entry.ruling["allowed"] is True


def test_a_second_click_shows_the_same_export(at_work: Country, ask: Any) -> None:
    token = "0197b1f0-0000-7000-8000-000000000001"
    assert ask("prosecutor", submission=token) == ask("prosecutor", submission=token)
    assert ExportJob.objects.count() == 1


def test_progress_is_shown_and_a_part_for_htmx(at_work: Country, ask: Any) -> None:
    make_appeals(at_work.district, 2)
    address = ask("prosecutor")
    client = at_work.client("prosecutor")
    assert "100 %" in client.get(address).text
    part = client.get(address, headers={"HX-Request": "true"}).text
    assert "<progress" in part
    assert "<html" not in part


def test_more_than_one_batch_is_written(at_work: Country, ask: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exports, "_BATCH", 7)
    make_appeals(at_work.district, 40)
    rows = cells(at_work.client("prosecutor"), ask("prosecutor"))
    assert len({row[0] for row in rows[1:]}) == 40


def test_the_limit_is_said(at_work: Country, ask: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exports, "MOST_ROWS", 5)
    make_appeals(at_work.district, 9)
    address = ask("prosecutor")
    assert len(cells(at_work.client("prosecutor"), address)) == 6
    assert ExportJob.objects.get().limited
    assert "5" in at_work.client("prosecutor").get(address).text


def test_a_task_given_back_writes_the_same_file_again(at_work: Country, ask: Any) -> None:
    make_appeals(at_work.district, 3)
    address = ask("prosecutor")
    job = ExportJob.objects.get()
    ExportJob.objects.update(state="running", file=None)
    write_export.call(str(job.id))
    job.refresh_from_db()
    assert (job.state, job.rows) == ("done", 3)
    assert len(cells(at_work.client("prosecutor"), address)) == 4


def test_after_dismissal_nothing_is_written(at_work: Country, ask: Any) -> None:
    make_appeals(at_work.district, 3)
    ask("prosecutor")
    job = ExportJob.objects.get()
    ExportJob.objects.update(state="waiting", file=None)
    held = at_work.people["prosecutor"]
    held.ends_on = held.starts_on.replace(year=2021)
    held.save()
    exports.run(job.id, LISTED["appeals"].register)
    job.refresh_from_db()
    assert (job.state, job.file) == ("failed", None)


def test_at_most_three_at_once(at_work: Country) -> None:
    client = at_work.client("prosecutor")
    for _ in range(3):
        assert client.post("/appeals/export/").status_code == 302
    assert client.post("/appeals/export/").status_code == 409
