"""An analysis of the state of legality on paper: as it was approved, before that as a draft."""

from datetime import date, timedelta
from typing import Any

from qadaga.acts.choices import Language
from qadaga.documents import render
from qadaga.law.wording import post_called
from qadaga.offices.kato import units
from qadaga.staff.models import Appointment
from qadaga.supervision.legality.models import Analysis

LANGUAGES = [str(language) for language in Language.values]


def pdf(row: Analysis, language: str, signer: Appointment | None = None, on: date | None = None) -> bytes:
    """The analysis as PDF/A; a draft where nobody has approved it yet. Another language is Russian."""
    language = language if language in LANGUAGES else str(Language.RU)
    return render.pdf("analysis", _printed(row, language) | _signed(signer, on, language))


def _printed(row: Analysis, language: str) -> dict[str, Any]:
    unit = units().get(row.kato or "")
    where = (unit.name_kk if language == "kk" else unit.name_ru) if unit else ""
    return {
        "language": language,
        "office_ru": row.office.name_ru,
        "office_kk": row.office.name_kk,
        "number": row.number_text or "",
        "heading": row.subject,
        "starts": row.starts_on,
        "ends": row.ends_on - timedelta(days=1),
        "where": where,
        "question": _paragraphs(row.question),
        "sources": [f"{one.reference}: {_line(one.shows)}" for one in row.sources.order_by("id")],
        "findings": [_found(one.norm, one.what, one.times) for one in row.findings.order_by("id")],
        "proposals": [_proposed(one.what, one.executor, one.until) for one in row.proposals.order_by("id")],
        "conclusion": _paragraphs(row.conclusion),
    }


def _signed(signer: Appointment | None, on: date | None, language: str) -> dict[str, Any]:
    if signer is None:
        return {"draft": True}
    post = post_called(signer.post, signer.office.kind, language)
    return {"draft": False, "date": on, "signer_post": post, "signer_name": signer.person.short_name}


def _found(norm: str, what: str, times: int | None) -> str:
    return f"{norm}: {_line(what)}" + (f" ({times})" if times else "")


def _proposed(what: str, executor: str, until: date | None) -> str:
    return f"{_line(what)} — {executor}" + (f", {until:%d.%m.%Y}" if until else "")


def _line(text: str) -> str:
    return " ".join(text.split())


def _paragraphs(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]
