"""What those who replaced the head signed and answer for: acts, orders, answers, requests (O.14.2, O.15)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from qadaga.authority import barred
from qadaga.authority.lists import cursors
from qadaga.authority.lists.cursors import Cursor
from qadaga.database.prepared import prepared_cursor
from qadaga.law.coverage import implements
from qadaga.staff.models import ActingHead

SIZE = 50
WHAT: Mapping[str, Any] = {
    "act": _("Acts"),
    "order": _("Orders and directives"),
    "answer": _("Answers to applicants"),
    "measure": _("Requests and other measures"),
}
# Of each sort: its rows (the record is `r`), kind, number, heading, day, who signed.
_SELECTS = {
    "act": ("acts_act r", "r.kind", "r.number_text", "r.heading", "r.signed_on", "r.signer_id"),
    "order": (
        "orders_order r",
        *("r.form", "r.number_text", "coalesce(nullif(r.title_kk, ''), r.title_ru)"),
        *("r.signed_on", "r.signer_id"),
    ),
    "answer": (
        "appeals_answer w JOIN appeals_appeal r ON r.id = w.appeal_id",
        *("w.outcome", "w.number", "left(r.summary, 200)", "w.signed_on", "w.signed_by_id"),
    ),
    "measure": (
        "acts_measure r",
        *("r.kind", "r.number_text", "left(r.text, 200)", "r.issued_on", "r.issued_by_id"),
    ),
}
_KEPT = {"act": "act", "order": "order", "answer": "appeal", "measure": "measure"}
# Of the signer's own office: what was signed may have gone to another one with its matter since.
# Named on the day, and the head away on it or missing: else it is signed in the own name.
_ONE = """
SELECT '{sort}' AS sort, r.id, {kind} AS kind, {number} AS number, {heading} AS heading, {day} AS day,
    btrim(concat_ws(' ', p.last_name, p.first_name, p.middle_name)) AS who, s.post, o.kind AS office_kind
FROM {rows} JOIN staff_appointment s ON s.id = {signer} AND NOT s.heads
JOIN staff_person p ON p.id = s.person_id JOIN offices_office o ON o.id = s.office_id
WHERE s.office_id = %(office)s AND {day} >= %(since)s AND {day} <= %(until)s {kept} {who} {after}
AND EXISTS (SELECT 1 FROM staff_actinghead n WHERE n.appointment_id = s.id AND n.office_id = s.office_id
    AND n.starts_on <= {day} AND (n.ends_on IS NULL OR n.ends_on > {day}))
AND NOT EXISTS (SELECT 1 FROM staff_appointment h WHERE h.office_id = s.office_id AND h.heads
    AND h.starts_on <= {day} AND (h.ends_on IS NULL OR h.ends_on > {day})
    AND NOT EXISTS (SELECT 1 FROM staff_absence b WHERE b.person_id = h.person_id
        AND (b.appointment_id IS NULL OR b.appointment_id = h.id)
        AND b.starts_on <= {day} AND (b.ends_on IS NULL OR b.ends_on > {day})))
ORDER BY {day} DESC, r.id DESC LIMIT %(size)s
"""


@dataclass(frozen=True, slots=True)
class Signed:
    """One thing signed: which sort and kind, its record, and the post of whoever signed."""

    sort: str
    id: UUID
    kind: str
    number: str
    heading: str
    on: date
    who: str
    post: str
    office_kind: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The days (both included), the sort, who signed (an appointment), and where the page begins."""

    since: date
    until: date
    what: str = ""
    who: UUID | None = None
    cursor: str = ""


@implements("O.15", "O.14.2", "O.12")
def signed_by_acting(office_id: UUID, asked: Asked, *, reader: UUID | None) -> tuple[list[Signed], str]:
    """A page of what was signed, the newest first, and the word of the next page; one query.

    Without what complains of the `reader`. Raises InvalidInput for a cursor that was not made here.
    """
    at = cursors.read(asked.cursor, order=_order(asked))
    values: dict[str, Any] = {
        "office": office_id,
        "since": asked.since,
        "until": asked.until,
        "size": SIZE + 1,
        "reader": reader,
        "who": asked.who,
        **({"day": date.fromisoformat(at.key), "after": at.id} if at else {}),
    }
    with prepared_cursor() as cursor:
        cursor.execute(_statement(asked, reader, at), values)
        found = [Signed(*row) for row in cursor.fetchall()]
    page = found[:SIZE]
    more = len(found) > SIZE
    return page, _word(page[-1], asked) if more else ""


def acting_in(office_id: UUID) -> list[ActingHead]:
    """Who was ever named to replace the head of the office, each once, the latest first."""
    rows = ActingHead.objects.filter(office=office_id).select_related("appointment__person")
    latest = {row.appointment_id: row for row in rows.order_by("starts_on")}
    return sorted(latest.values(), key=lambda row: row.starts_on, reverse=True)


def _statement(asked: Asked, reader: UUID | None, at: Cursor | None) -> str:
    sorts = [asked.what] if asked.what in _SELECTS else list(_SELECTS)
    parts = " UNION ALL ".join(f"({_part(sort, asked, reader, at)})" for sort in sorts)
    return f"SELECT * FROM ({parts}) found ORDER BY 6 DESC, 2 DESC LIMIT %(size)s"  # noqa: S608 - ours, no values


def _part(sort: str, asked: Asked, reader: UUID | None, at: Cursor | None) -> str:
    rows, kind, number, heading, day, signer = _SELECTS[sort]
    kept = barred.ids_sql(_KEPT[sort]) if reader is not None else ""
    return _ONE.format(
        sort=sort,
        rows=rows,
        kind=kind,
        number=f"coalesce({number}, '')",
        heading=heading,
        day=day,
        signer=signer,
        kept=f"AND r.id NOT IN ({kept})" if kept else "",
        who="AND s.id = %(who)s" if asked.who else "",
        after=f"AND ({day}, r.id) < (%(day)s, %(after)s)" if at else "",
    )


def _order(asked: Asked) -> str:
    return f"acting:{asked.since}:{asked.until}:{asked.what}"


def _word(last: Signed, asked: Asked) -> str:
    return cursors.write(Cursor(last.on.isoformat(), last.id), order=_order(asked))
