"""Rows of a register: what people write is understood, and what is wrong is told by its column."""

import json
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qadaga.appeals.importing import columns
from qadaga.appeals.importing.rows import SourceAppeal, source_appeal
from qadaga.common.errors import InvalidInput
from qadaga.documents.importing import reading
from qadaga.documents.importing.faults import Fault, write_faults
from qadaga.documents.importing.reading import Line, lines

TODAY = date(2026, 1, 20)
CELLS = {
    "number": "Ж-15/25",
    "registered_on": "05.09.2025",
    "kind": "Жалоба",
    "summary": "О невыплате зарплаты",
    "name": "Иванов Пётр",
    "iin": "850725400331",
    "outcome": "Дан ответ",
    "closed_on": "20.09.2025",
}


def row(**changes: str) -> SourceAppeal:
    return source_appeal(Line(7, CELLS | changes), on=TODAY)


def faults(**changes: str) -> dict[str, str]:
    with pytest.raises(InvalidInput) as caught:
        row(**changes)
    return {fault.field: fault.code for fault in caught.value.fields}


def test_a_row_as_clerks_write_it():
    done = row()
    assert (done.number, done.registered_on, done.status) == ("Ж-15/25", date(2025, 9, 5), "answered")
    assert done.entry.kind == "complaint"
    assert done.entry.arrived_on == date(2025, 9, 5)
    assert done.key == (2025, "Ж-15/25")


def test_a_number_that_a_spreadsheet_robbed_of_its_zero():
    assert row(iin="50312600511").entry.applicants[0].iin == "050312600511"


def test_an_organisation_is_known_by_its_bin():
    done = row(iin="", bin="230140001236", name="ТОО Береке").entry.applicants[0]
    assert (done.kind, done.bin) == ("organisation", "230140001236")


def test_an_old_register_without_a_number_says_so():
    assert row(iin="").entry.applicants[0].no_id_reason == "not_given"


def test_an_anonymous_row_has_no_applicant():
    assert row(anonymous="да", name="", iin="").entry.applicants == ()


def test_every_wrong_cell_of_a_row_is_told():
    assert faults(number="", kind="стих", registered_on="32.13.2025", iin="850725400332", summary="") == {
        "number": "required",
        "kind": "unknown_word",
        "registered_on": "bad_date",
        "iin": "check_digit",
        "summary": "required",
        "closed_on": "out_of_order",
    }


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"closed_on": ""}, {"closed_on": "required"}),
        ({"outcome": ""}, {"outcome": "required"}),
        ({"closed_on": "01.09.2025"}, {"closed_on": "out_of_order"}),
        ({"closed_on": "01.02.2026"}, {"closed_on": "out_of_order"}),
        ({"registered_on": "21.01.2026", "closed_on": "", "outcome": ""}, {"registered_on": "in_future"}),
        ({"arrived_on": "06.09.2025"}, {"arrived_on": "in_future"}),
        ({"summary": "a\0b"}, {"summary": "bad_character"}),
        ({"name": ""}, {"name": "required"}),
    ],
)
def test_a_wrong_cell_is_told_by_its_column(changes, expected):
    assert faults(**changes) == expected


CELL = st.text(max_size=30) | st.sampled_from(["05.09.2025", "да", "жалоба", "\ud800", "=1+1"])


@given(st.dictionaries(st.sampled_from([*CELLS, "birth_date", "bin", "anonymous", "email"]), CELL))
def test_any_row_is_taken_or_refused_by_column_and_survives_staging(cells):
    try:
        done = source_appeal(Line(2, CELLS | cells), on=TODAY)
    except InvalidInput as error:
        named = {fault.field for fault in error.fields}
        unknown = named - set(columns.TABLE.headings.values()) - {"applicants"}
    else:
        unknown = set() if SourceAppeal.from_json(json.loads(json.dumps(done.as_json()))) == done else {"!"}
    assert not unknown


def test_xlsx_with_real_dates_and_numbers(tmp_path: Path):
    book = openpyxl.Workbook()
    book.active.append(["№ Рег. номер", "Рег. номер", "Дата регистрации", "Вид", "Суть", "ИИН"])
    book.active.append([1, 15, date(2025, 9, 5), "жалоба", "О дороге", 850725400331])
    book.active.append([None, None, None, None, None, None])
    book.active.append([2, 16, date(2025, 9, 6), "заявление", "О школе", None])
    book.save(tmp_path / "r.xlsx")
    found = list(lines(tmp_path / "r.xlsx", columns.TABLE))
    assert [line.number for line in found] == [2, 4]
    assert found[0].cells["number"] == "15"
    assert found[0].cells["registered_on"] == "2025-09-05"
    assert found[0].cells["iin"] == "850725400331"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "kz1048"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_csv_in_the_encodings_that_offices_have(tmp_path: Path, encoding, delimiter):
    rows = [["Нөмірі", "Тіркелген күні", "Түрі", "Мазмұны"], ["Ж-1", "05.09.2025", "шағым", "Жолдың күйі"]]
    text = "\r\n".join(delimiter.join(cells) for cells in rows)
    (tmp_path / "r.csv").write_text(text, encoding=encoding, newline="")
    (found,) = lines(tmp_path / "r.csv", columns.TABLE)
    assert found.cells == {
        "number": "Ж-1",
        "registered_on": "05.09.2025",
        "kind": "шағым",
        "summary": "Жолдың күйі",
    }


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\x7fELF\0\0\0", "not_a_table"),
        (b"PK\x03\x04 broken", "no_columns"),
        ("Номер;Вид\n1;жалоба".encode(), "no_columns"),
        ("Номер;Номер;Дата регистрации;Вид;Суть\n".encode(), "double_columns"),
    ],
)
def test_a_file_that_is_no_register(tmp_path: Path, content, code):
    path = tmp_path / "r.csv"
    path.write_bytes(content)
    with pytest.raises(InvalidInput) as caught:
        list(lines(path, columns.TABLE))
    assert [(fault.field, fault.code) for fault in caught.value.fields] == [("file", code)]


@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/styles.xml"])
def test_a_package_that_unpacks_to_more_than_a_machine_holds_is_refused(tmp_path, monkeypatch, part):
    monkeypatch.setattr(reading, "MAX_UNPACKED" if part == "xl/sharedStrings.xml" else "MAX_PART", 1_000)
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/workbook.xml", "<workbook/>")
        package.writestr(part, " " * 100_000)
    assert path.stat().st_size < 1_000
    with pytest.raises(InvalidInput) as refused:
        list(reading.lines(path, columns.TABLE))
    assert [(one.field, one.code) for one in refused.value.fields] == [("file", "too_large")]


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_workbook_with_a_damaged_part_is_refused_in_words(tmp_path: Path, part: str):
    whole, damaged = tmp_path / "whole", tmp_path / "damaged"
    book = openpyxl.Workbook()
    book.active.append(["Номер"])
    book.save(whole)
    with zipfile.ZipFile(whole) as package, zipfile.ZipFile(damaged, "w") as made:
        for name in package.namelist():
            content = package.read(name)
            made.writestr(name, content[:-40] if name == part else content)
    with pytest.raises(InvalidInput) as caught:
        list(lines(damaged, columns.TABLE))
    assert caught.value.fields[0].field == "file"


def test_the_error_file_holds_no_formula(tmp_path: Path):
    write_faults([Fault(2, "Номер", "=cmd()"), Fault(3, "Вид", "Нет такого")], tmp_path / "e.csv")
    rows = (tmp_path / "e.csv").read_text("utf-8-sig").splitlines()[1:]
    assert rows == ["2;Номер;'=cmd()", "3;Вид;Нет такого"]
