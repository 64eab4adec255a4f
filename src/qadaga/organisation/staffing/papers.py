"""The staffing table as a paper of the set form."""

from __future__ import annotations

from datetime import date

from qadaga.documents import render
from qadaga.law.wording import post_called
from qadaga.offices.models import Office, Unit
from qadaga.organisation.staffing.selectors import LineState, State

_LANGUAGES = ("ru", "kk")


def table(office: Office, state: State, on: date, language: str) -> bytes:
    """The table on the day as PDF/A, in Russian or Kazakh; it must exist (`state.table`)."""
    spoken = language if language in _LANGUAGES else "ru"
    limit = state.limit.positions if state.limit else state.positions
    data = {
        "language": spoken,
        "office_ru": office.name_ru,
        "office_kk": office.name_kk,
        "as_of": on,
        "order": state.table.ground if state.table else "",
        "limit": str(limit),
        "positions": str(state.positions),
        "vacant": str(state.vacant),
        "lines": tuple(_line(one, office, spoken) for one in state.lines),
        "date": on,
    }
    return render.pdf("staffing_table", data)


def _line(state: LineState, office: Office, language: str) -> str:
    line = state.line
    post = post_called(line.post, office.kind, language)
    unit = f"{_unit(line.unit, language)}: " if line.unit else ""
    rate = "" if line.rate == 1 else f" × {line.rate.normalize():f}"
    return f"{unit}{post} — {line.positions}{rate} ({len(state.people)} / {state.vacant})"


def _unit(unit: Unit, language: str) -> str:
    return unit.name_kk if language == "kk" else unit.name_ru
