"""Files given in: known by their bytes, kept once, refused with a word of what would be right."""

import io
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from qadaga.common.errors import InvalidInput, NotFound
from qadaga.common.ids import new_id
from qadaga.documents import services, storage
from qadaga.documents.models import StoredFile
from qadaga.journal.services import JournalActor

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF"
EXE = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff" + bytes(200)


def package(*names: str, **parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, b"<xml/>")
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


DOCX = package("[Content_Types].xml", "word/document.xml")


def odt_that_lies(name: bytes = b"mimetype", content: bytes = b"") -> bytes:
    """A package whose directory is whole but whose name or packed bytes are not."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("content.xml", b"<xml/>")
        archive.writestr("mimetype", b"application/vnd.oasis.opendocument.text")
        archive.writestr("\u0430", b"")
        at = archive.getinfo("mimetype").header_offset + 30 + len("mimetype")
    whole = bytearray(buffer.getvalue().replace("\u0430".encode(), name[:2].ljust(2, b"x")))
    whole[at : at + len(content)] = content
    return bytes(whole)


GOOD = {
    "a.pdf": PDF,
    "b.docx": DOCX,
    "c.xlsx": package("[Content_Types].xml", "xl/workbook.xml"),
    "d.odt": package("content.xml", mimetype=b"application/vnd.oasis.opendocument.text"),
    "e.png": b"\x89PNG\r\n\x1a\n" + bytes(20),
    "f.jpg": b"\xff\xd8\xff\xe0" + bytes(20),
    "g.txt": "Қазақша мәтін\r\n".encode(),
}
BAD = {
    "program.pdf": EXE,
    "script.txt": b"\x7fELF\x02\x01\x01\x00",
    "archive.zip": package("readme.txt"),
    "macro.docx": package("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
    "both.docx": package("[Content_Types].xml", "word/document.xml", "xl/workbook.xml"),
    "broken.docx": DOCX[:40],
    "unreadable name.odt": odt_that_lies(name=b"\xff\xfe"),
    "unpackable.odt": odt_that_lies(content=b"\xff" * 8),
    "old.txt": "Привет".encode("cp1251"),
    "nul.txt": b"text\x00text",
}


def store(content: bytes, name: str, **changes: object) -> StoredFile:
    return services.store(io.BytesIO(content), name, by=None, **changes)  # type: ignore[arg-type]  # only `field`


def files_under(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.django_db
@pytest.mark.parametrize("name", GOOD)
def test_each_accepted_kind_is_kept_whole(name: str) -> None:
    stored = store(GOOD[name], name)
    assert (stored.name, stored.size) == (name, len(GOOD[name]))
    with services.open_file(stored) as file:
        assert file.read() == GOOD[name]
    assert storage.intact(stored.sha256)


@pytest.mark.django_db
@pytest.mark.parametrize("name", BAD)
def test_other_content_is_refused_whatever_its_name(name: str, settings: object) -> None:
    with pytest.raises(InvalidInput) as refusal:
        store(BAD[name], name, field="scan")
    (fault,) = refusal.value.fields
    assert (fault.field, fault.code) == ("scan", "file_kind")
    assert "PDF, DOCX" in str(fault)
    assert not StoredFile.objects.exists()
    assert files_under(settings.DOCUMENTS_ROOT) == []  # type: ignore[attr-defined]  # pytest-django's wrapper


@pytest.mark.django_db
def test_a_good_file_under_the_name_of_another_kind_is_refused() -> None:
    with pytest.raises(InvalidInput) as refusal:
        store(GOOD["e.png"], "scan.pdf")
    assert refusal.value.fields[0].code == "file_misnamed"
    assert "PNG" in str(refusal.value)


@pytest.mark.django_db
def test_an_empty_file_is_refused() -> None:
    with pytest.raises(InvalidInput) as refusal:
        store(b"", "a.pdf")
    assert refusal.value.fields[0].code == "file_empty"


@pytest.mark.django_db
def test_a_stream_is_cut_off_at_the_limit(settings: object) -> None:
    settings.DOCUMENT_MAX_BYTES = 1024 * 1024  # type: ignore[attr-defined]  # pytest-django's wrapper

    class Endless:
        given = 0

        def read(self, size: int) -> bytes:
            self.given += size
            return b"x" * size

    endless = Endless()
    with pytest.raises(InvalidInput) as refusal:
        services.store(endless, "huge.txt", by=None)
    assert refusal.value.fields[0].code == "file_too_large"
    assert endless.given < 3 * 1024 * 1024
    assert files_under(settings.DOCUMENTS_ROOT) == []  # type: ignore[attr-defined]  # pytest-django's wrapper


@pytest.mark.django_db
def test_an_upload_that_announces_too_much_is_not_read(settings: object) -> None:
    settings.DOCUMENT_MAX_BYTES = 10  # type: ignore[attr-defined]  # pytest-django's wrapper
    upload = SimpleUploadedFile("a.pdf", PDF)
    with pytest.raises(InvalidInput):
        services.store(upload, "a.pdf", by=None)
    assert upload.tell() == 0


@pytest.mark.django_db
def test_equal_bytes_lie_on_disk_once(settings: object) -> None:
    giver = JournalActor(new_id(), new_id(), new_id())
    first = services.store(io.BytesIO(PDF), "one.pdf", by=giver)
    second = services.store(io.BytesIO(PDF), "two.pdf", by=None)
    assert first.sha256 == second.sha256
    assert (first.id, first.name, first.person_id) != (second.id, second.name, second.person_id)
    assert len(files_under(settings.DOCUMENTS_ROOT)) == 1  # type: ignore[attr-defined]  # pytest-django's wrapper


@pytest.mark.django_db
def test_bytes_lost_or_changed_on_disk_are_noticed() -> None:
    stored = store(PDF, "a.pdf")
    path = storage.path_of(stored.sha256)
    path.chmod(0o640)
    path.write_bytes(PDF + b" ")
    assert not storage.intact(stored.sha256)
    path.unlink()
    assert not storage.intact(stored.sha256)
    with pytest.raises(NotFound):
        services.open_file(stored)
