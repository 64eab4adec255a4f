"""The import of a register through its pages: nothing half in, nothing twice, errors named."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from qadaga.appeals.importing import working
from qadaga.appeals.models import Appeal, ImportJob
from qadaga.journal.models import Entry
from tests.appeals.test_importing import HEAD, write
from tests.web.appeals.conftest import SignIn
from tests.web.cards.test_walk import hidden

PAGE = "/appeals/imports/"


@pytest.fixture
def clerk(sign_in: SignIn):
    return sign_in("clerk", "ru")


@pytest.fixture
def upload(clerk, tmp_path):
    """Upload a register and let the worker check it; the page of the import."""

    def send(*wrong, count: int = 5, content: bytes | None = None, name: str = "r.csv") -> str:
        content = content or write(tmp_path / "r.csv", count, *wrong).read_bytes()
        page = clerk.get(PAGE).text
        file = SimpleUploadedFile(name, content)
        answer = clerk.post(PAGE, {**hidden(page), "file": file})
        assert answer.status_code == 302, answer.text
        working.check(ImportJob.objects.latest("id").id)
        return str(answer["Location"])

    return send


def write_it(clerk, url: str) -> str:
    answer = clerk.post(f"{url}write/", hidden(clerk.get(url).text))
    assert answer.status_code == 302
    working.write(ImportJob.objects.latest("id").id)
    return clerk.get(url).text


def test_a_clean_file_is_checked_shown_and_only_then_written(clerk, upload):
    url = upload()
    page = clerk.get(url).text
    assert "Проверено строк: 5, ошибок нет" in page
    assert not Appeal.objects.exists()
    page = write_it(clerk, url)
    assert Appeal.objects.filter(register="import").count() == 5
    entry = Entry.objects.get(subject_kind="register")
    assert (entry.action, entry.data["rows"]) == ("appeal.import", 5)
    assert "r.csv" in clerk.get(PAGE).text


def test_the_same_file_again_adds_nothing_and_says_so(clerk, upload):
    write_it(clerk, upload())
    again = clerk.get(upload()).text
    assert "ничего не добавит" in again
    assert "/write/" not in again
    longer = write_it(clerk, upload(count=7))
    assert Appeal.objects.count() == 7
    job = ImportJob.objects.latest("id")
    assert (job.imported, job.known) == (2, 5)
    assert "2" in longer


def test_errors_are_listed_and_nothing_goes_in(clerk, upload):
    url = upload((1, 5, "850725400332"), (3, 1, "вчера"))
    page = clerk.get(url).text
    assert "Ничего не загружено" in page
    assert "/write/" not in page
    file = clerk.get(f"{url}errors.csv")
    told = b"".join(file.streaming_content).decode("utf-8-sig")
    assert told.splitlines()[1].startswith("3;иин;")
    assert clerk.post(f"{url}write/").status_code == 409
    assert not Appeal.objects.exists()
    file.close()


def test_a_workbook_and_a_windows_table_are_read(clerk, upload, tmp_path):
    book, stream = Workbook(), BytesIO()
    rows = write(tmp_path / "r.csv", 2).read_text(encoding="utf-8-sig").splitlines()
    for row in rows:
        book.active.append(row.split(";"))
    book.save(stream)
    upload(content=stream.getvalue(), name="r.xlsx")
    assert ImportJob.objects.latest("id").state == "checked"
    upload(content="\n".join(rows).replace("О дороге", "Қазақша").encode("kz1048"), name="w.csv")
    assert ImportJob.objects.latest("id").state == "checked"


@pytest.mark.parametrize(("content", "name"), [(b"%PDF-1.7\n%%EOF\n", "r.pdf"), (b"MZ\x90\0", "r.csv")])
def test_what_is_no_table_is_refused_on_its_field(clerk, content, name):
    page = clerk.get(PAGE).text
    answer = clerk.post(PAGE, {**hidden(page), "file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 422
    assert not ImportJob.objects.exists()


def test_a_table_without_the_columns_says_which(clerk, upload):
    url = upload(content=";".join(HEAD[1:]).encode() + b"\n1;2;3;4;5;6;7\n")
    assert "рег. номер" in clerk.get(url).text.lower() or "номер" in clerk.get(url).text
    assert ImportJob.objects.get().state == "refused"


def test_one_import_of_an_office_at_a_time(clerk, upload, tmp_path):
    upload()
    ImportJob.objects.update(state="writing")
    page = clerk.get(PAGE).text
    content = write(tmp_path / "x.csv", 3).read_bytes()
    answer = clerk.post(PAGE, {**hidden(page), "file": SimpleUploadedFile("x.csv", content)})
    assert answer.status_code == 422
    assert "другая загрузка" in answer.text


def test_an_assistant_reads_why_not_and_a_neighbour_sees_nothing(sign_in, upload):
    url = upload()
    refused = sign_in("assistant").get(PAGE)
    assert refused.status_code == 403
    assert "O.13.1" in refused.text
    assert sign_in("other_clerk").get(url).status_code == 404


def test_who_left_meanwhile_imports_nothing(registry, clerk, upload):
    url = upload()
    clerk.post(f"{url}write/", hidden(clerk.get(url).text))
    registry.clerk.__class__.objects.filter(pk=registry.clerk.pk).update(ends_on="2026-09-01")
    working.write(ImportJob.objects.get().id)
    assert ImportJob.objects.get().state == "failed"
    assert not Appeal.objects.exists()


def test_the_list_costs_a_few_queries_whatever_the_rows(clerk, upload, django_assert_max_num_queries):
    for count in (1, 2, 3):
        upload(count=count)
    with django_assert_max_num_queries(8):
        clerk.get(PAGE)
