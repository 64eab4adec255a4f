"""Wording with data put in."""

from datetime import date
from typing import Any

from qadaga.documents.forms import forms
from qadaga.documents.outline import Outline, compose
from tests.documents.test_render import filled


def composed(form: str, language: str, **changes: Any) -> Outline:
    return compose(forms()[form], filled(form, language) | changes)


def texts(outline: Outline) -> str:
    return "\n".join(part.text for part in outline.parts)


def test_dates_take_the_endings_of_their_place() -> None:
    days = {"appeal_date": date(2026, 5, 9), "until": date(2026, 9, 1)}
    assert "от 9 мая 2026 года продлён до 1 сентября 2026 года" in texts(
        composed("prolongation", "ru", **days)
    )
    kazakh = texts(composed("prolongation", "kk", **days))
    assert "2026 жылғы 9 мамырдағы" in kazakh
    assert "2026 жылғы 1 қыркүйекке дейін" in kazakh


def test_a_block_without_its_value_is_left_out() -> None:
    whole, short = composed("act", "ru"), composed("act", "ru", protested=None, causes="", consider_by=None)
    assert whole.parts[0].kind == "rows"
    assert short.parts[0].kind == "text"
    assert "Причины" not in texts(short)
    assert len(short.parts) < len(whole.parts)


def test_an_empty_row_is_left_out_and_a_single_demand_is_not_numbered() -> None:
    outline = composed("measure_letter", "ru", place="", hour=None, expert="", representative="")
    (row,) = outline.parts[-1].rows
    assert row[0] == "Срок ответа со дня вручения"
    demanded = composed("act", "ru", demands=["Устав"])
    assert [part.numbered for part in demanded.parts if part.kind == "items"][-1] is False


def test_typed_braces_are_text() -> None:
    outline = composed("answer", "ru", appeal_number="{text} {0} {text.__class__}")
    assert "№ {text} {0} {text.__class__} от" in texts(outline)


def test_a_draft_says_so_in_its_language() -> None:
    assert composed("act", "ru", draft=True).draft == "ПРОЕКТ"
    assert composed("act", "kk", draft=True).draft == "ЖОБА"
    assert composed("act", "kk").draft == ""
