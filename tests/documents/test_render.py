"""Papers as PDF/A: the same bytes for the same data, any text, nothing typed is ever a command."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qadaga.documents import render
from qadaga.documents.forms import forms

HEAD = {
    "office_ru": "Прокуратура Алмалинского района города Алматы",
    "office_kk": "Алматы қаласы Алмалы ауданының прокуратурасы",
}
DAYS = {"date", "due", "appeal_date", "until", "challenge_until", "consider_by"}
PROTESTED = {"title": "Постановление", "number": "17", "date": date(2025, 11, 3), "issuer": "Акимат"}


def filled(form: str, language: str) -> dict[str, Any]:
    """Data for every value that the form knows."""
    keys = forms()[form].needs | forms()[form].takes
    values: dict[str, Any] = {key: f"{key}: әіңғүұқөһ ӘІҢҒҮҰҚӨҺ № «ё» 5 000 ₸" for key in keys}
    values |= {key: date(2026, 3, 2) for key in keys & DAYS}
    if "protested" in keys:
        values["protested"] = PROTESTED
    return HEAD | {"language": language, "number": "АҚ-1", "date": date(2026, 3, 2)} | values


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize("form", sorted(forms()))
def test_every_form_prints_in_both_languages_and_byte_for_byte_alike(form: str, language: str) -> None:
    data = filled(form, language)
    first = render.pdf(form, data)
    assert first.startswith(b"%PDF-1.7")
    assert b"pdfaid:part>2<" in first
    assert render.pdf(form, data) == first


def test_a_draft_needs_neither_number_nor_day_nor_signer() -> None:
    data = filled("act", "ru")
    drafted = {key: value for key, value in data.items() if key not in ("number", "date")}
    assert render.pdf("act", drafted | {"draft": True, "facts": [], "norms": "", "demands": []})


def test_another_day_is_another_file() -> None:
    data = filled("act", "ru")
    assert render.pdf("act", data) != render.pdf("act", data | {"date": date(2026, 3, 3)})


@pytest.mark.parametrize(
    "text",
    [
        '#read("/etc/passwd")',
        "#panic()",
        '"] #import "x": * [',
        "{facts.__class__} {0} %(x)s",
        "$ broken *math_ `raw",
        "\\u{202e} // комментарий /* x",
        "😀 漢字 سلام \ue000 \u0301",
        "x" * 20_000,
        "<script>alert(1)</script>",
    ],
)
def test_text_that_looks_like_a_command_or_has_no_glyph_is_printed(text: str) -> None:
    assert render.pdf("answer", filled("answer", "kk") | {"text": text, "addressee": text})


@settings(max_examples=30)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_is_printed(text: str) -> None:
    assert render.pdf("letter", HEAD | {"language": "ru", "heading": text, "text": [text, text]})


def test_threads_print_at_once() -> None:
    data = filled("act", "kk")
    alone = render.pdf("act", data)
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: render.pdf("act", data), range(20))) == {alone}


def test_an_unknown_form_and_wrong_data_are_mistakes_of_the_program() -> None:
    with pytest.raises(KeyError):
        render.pdf("nonsense", {})
    with pytest.raises(ValueError, match=r"missing \['office_kk'\], unknown \['colour'\]"):
        render.pdf("letter", {"language": "ru", "office_ru": "x", "heading": "x", "text": "x", "colour": 1})


def test_a_qr_code_is_one_svg_element() -> None:
    svg = render.qr_svg("ЖТ-7511-2026/000123")
    assert svg.startswith("<svg")
    assert svg.endswith("</svg>")
    assert "<script" not in render.qr_svg("<script>")


def test_a_web_worker_that_prints_loads_no_office_library() -> None:
    program = (
        "import sys; from qadaga.documents import render, services, numbering;"
        "print(sorted({'docx', 'docxtpl', 'openpyxl', 'xlsxwriter', 'lxml'} & set(sys.modules)))"
    )
    # Models need settings; nothing of the database is asked for.
    setup = "import django; django.setup();"
    ran = subprocess.run(
        [sys.executable, "-c", setup + program], capture_output=True, text=True, check=True, timeout=60
    )
    assert ran.stdout.strip() == "[]"
