"""Answers that carry a form made on the spot, and the language its paper is in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.http import HttpResponse
from django.utils import translation

from qadaga.web.names import language

_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}


def answer(body: bytes, name: str) -> HttpResponse:
    """The file as a download that nobody keeps on the way."""
    response = HttpResponse(body, content_type=_TYPES[name.rsplit(".", 1)[-1]])
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


@contextmanager
def paper_language() -> Iterator[str]:
    """Russian or Kazakh, in which papers are written: Russian where the page is in neither."""
    code = language() if language() in ("ru", "kk") else "ru"
    with translation.override(code):
        yield code
