"""An import is in whole or not at all, goes on where it stood, and adds nothing when run again."""

import csv
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from qadaga.accounts.models import User
from qadaga.appeals.importing import committing, staging
from qadaga.appeals.importing.running import import_file
from qadaga.appeals.models import Appeal, ImportRow, ImportRun
from qadaga.appeals.tasks import write_import
from qadaga.authority import NotPermitted
from qadaga.authority.lists.models import SearchEntry
from qadaga.common import clock
from qadaga.journal.audit import verify_all
from qadaga.journal.models import Entry
from qadaga.matters.models import Term
from tests.intake import MONDAY, make_appeal

HEAD = ["Рег. номер", "Дата регистрации", "Вид", "Суть", "Заявитель", "ИИН", "Итог", "Дата ответа"]


def write(path: Path, count: int = 5, *wrong: tuple[int, int, str], start: int = 1) -> Path:
    """A register of `count` rows; `wrong` puts a text into (row, column)."""
    rows = [
        [
            f"Ж-{number}",
            "05.09.2025",
            "жалоба",
            "О дороге",
            "Иванов",
            "850725400331",
            "дан ответ",
            "20.09.2025",
        ]
        for number in range(start, start + count)
    ]
    for row, column, text in wrong:
        rows[row][column] = text
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows([HEAD, *rows])
    return path


def test_a_register_goes_in_with_its_numbers_journal_and_search(registry, tmp_path):
    own = make_appeal(registry)
    done = import_file(write(tmp_path / "r.csv"), by=registry.actor("clerk"), on=MONDAY)
    assert (done.run.state, done.run.imported, done.run.known) == ("done", 5, 0)
    rows = Appeal.objects.filter(register="import")
    assert sorted(rows.values_list("number", flat=True)) == [f"Ж-{number}" for number in range(1, 6)]
    assert set(rows.values_list("status", "year")) == {("answered", 2025)}
    assert Entry.objects.filter(action="appeal.import").count() == 5
    assert SearchEntry.objects.count() == 6
    assert not ImportRow.objects.exists()
    assert make_appeal(registry).number[-6:] == f"{int(own.number[-6:]) + 1:06}"
    assert not [report for report in verify_all() if report.faults]


def test_what_is_still_open_gets_its_term(registry, tmp_path):
    path = write(tmp_path / "r.csv", 1, (0, 1, "03.09.2026"), (0, 6, ""), (0, 7, ""))
    import_file(path, by=registry.actor("clerk"), on=MONDAY)
    appeal = Appeal.objects.get()
    assert appeal.status == "registered"
    assert Term.objects.get(subject_id=appeal.id).due_on == appeal.due_on


def test_run_again_it_adds_nothing(registry, tmp_path):
    path, clerk = write(tmp_path / "r.csv"), registry.actor("clerk")
    import_file(path, by=clerk, on=MONDAY)
    again = import_file(path, by=clerk, on=MONDAY)
    assert again.run.imported == 5
    longer = import_file(write(tmp_path / "longer.csv", 7), by=clerk, on=MONDAY)
    assert (longer.run.imported, longer.run.known) == (2, 5)
    assert Appeal.objects.count() == 7
    assert ImportRun.objects.count() == 2


def test_one_faulty_row_and_nothing_goes_in(registry, tmp_path):
    path = write(tmp_path / "r.csv", 5, (1, 5, "850725400332"), (3, 1, "вчера"), (4, 0, "Ж-1"))
    done = import_file(path, by=registry.actor("clerk"), on=MONDAY)
    assert done.run is None
    found = {(fault.line, fault.column) for fault in done.checked.faults}
    assert found == {(3, "иин"), (5, "дата регистрации"), (5, "дата ответа"), (6, "номер")}
    assert not Appeal.objects.exists()
    assert not ImportRun.objects.exists()


def test_stopped_in_the_middle_it_goes_on_where_it_stood(registry, tmp_path, monkeypatch):
    path, clerk = write(tmp_path / "r.csv", 25), registry.actor("clerk")
    monkeypatch.setattr(committing, "_BATCH", 10)
    written = []

    def stop_after_two(rows: int) -> None:
        written.append(rows)
        if len(written) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_file(path, by=clerk, on=MONDAY, writing=stop_after_two)
    assert Appeal.objects.count() == 20
    run = import_file(path, by=clerk, on=MONDAY).run
    assert (run.state, run.imported, Appeal.objects.count()) == ("done", 25, 25)
    assert Entry.objects.filter(action="appeal.import").count() == 25


def test_the_worker_does_the_same(registry, tmp_path):
    clerk = registry.actor("clerk", clock.today())
    staged = staging.stage(write(tmp_path / "r.csv"), by=clerk, on=clock.today())
    assert write_import.func(str(staged.run.id), str(clerk.appointment_id)) == 5


def test_an_assistant_imports_nothing(registry, tmp_path):
    with pytest.raises(NotPermitted):
        import_file(write(tmp_path / "r.csv"), by=registry.actor("assistant"), on=MONDAY)


@pytest.fixture
def login(registry):
    user = User.objects.create_user("clerk", "korshau-bereke-2026")
    registry.clerk.person.user = user
    registry.clerk.person.save()
    return "clerk"


def run(*words: str) -> str:
    out = StringIO()
    call_command("import_", "appeals", *words, stdout=out)
    return out.getvalue()


def test_the_command_imports_and_says_how_many(registry, login, tmp_path):
    path = str(write(tmp_path / "r.csv"))
    assert "5" in run(path, "--as", login)
    assert Appeal.objects.count() == 5


def test_a_dry_run_writes_nothing(registry, login, tmp_path):
    run(str(write(tmp_path / "r.csv")), "--as", login, "--dry-run")
    assert not Appeal.objects.exists()
    assert not ImportRun.objects.exists()


def test_the_error_file_names_row_column_and_reason(registry, login, tmp_path):
    path = write(tmp_path / "r.csv", 3, (1, 5, "850725400332"))
    with pytest.raises(CommandError):
        run(str(path), "--as", login)
    told = (tmp_path / "r.csv.errors.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(told.splitlines(), delimiter=";"))
    assert len(rows) == 2
    assert rows[1][:2] == ["3", "иин"]
    assert rows[1][2]


@pytest.mark.parametrize(
    "words",
    [
        ["nothing.csv", "--as", "clerk"],
        ["r.csv", "--as", "nobody"],
        ["r.csv", "--as", "clerk", "--office", "x"],
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(registry, login, tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "r.csv")
    with pytest.raises(CommandError):
        run(*words)
