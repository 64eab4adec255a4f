"""Files given out."""

import io

import pytest

from qadaga.documents import downloads, services

PDF = b"%PDF-1.7\n%%EOF"


@pytest.mark.django_db
def test_a_download_carries_its_own_name_and_is_not_guessed_at() -> None:
    stored = services.store(io.BytesIO(PDF), "шағым.pdf", by=None)
    response = downloads.attachment(stored)
    assert b"".join(response) == PDF
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''%D1%88")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "private, no-store"
    response.close()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content", "way"), [("a.pdf", PDF, "inline"), ("a.txt", b"text", "attachment")]
)
def test_only_a_pdf_is_shown_in_the_page(name: str, content: bytes, way: str) -> None:
    response = downloads.preview(services.store(io.BytesIO(content), name, by=None))
    assert response["Content-Disposition"].startswith(way)
    response.close()
