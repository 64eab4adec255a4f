"""What waits in the registry, as its page shows it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from qadaga.appeals.models import Forwarding
from qadaga.appeals.selectors import Notice
from qadaga.law import wording
from qadaga.web.components import Column, Empty, Row, Table, date_text, link
from qadaga.web.names import language


@dataclass(frozen=True, slots=True)
class Received:
    """An appeal another office forwarded here; `url` registers it."""

    id: UUID
    summary: str
    source: str
    day: str
    reason: str
    url: str


def received_rows(rows: Iterable[Forwarding]) -> Sequence[Received]:
    """Each with the button's address; the summary is that of the part where only a part came."""
    return [
        Received(
            id=row.id,
            summary=(row.part or row.appeal.summary)[:300],
            source=f"{row.appeal.office.name_in(language())}, {row.appeal.number}",
            day=date_text(row.forwarded_on),
            reason=_(row.reason) if row.automatic else row.reason,
            url=reverse("appeals:receive", args=[row.id]),
        )
        for row in rows
    ]


def notices_table(notices: Iterable[Notice], on: date) -> Table:
    """Applicants to be told, the most urgent first."""
    rows = [
        Row(
            cells=(
                link(reverse("appeals:card", args=[notice.appeal.id]), notice.appeal.number),
                wording.title("terms", notice.term.rule, language()),
                date_text(notice.term.due_on),
            ),
            tone="danger" if notice.term.due_on < on else "neutral",
        )
        for notice in notices
    ]
    return Table(
        caption=_("Applicants to be told"),
        columns=[Column(_("Appeal")), Column(_("Of what")), Column(_("Until"), css="q-date")],
        rows=rows,
        empty=Empty(_("Nobody waits for word"), _("Forwardings and prolongations to tell of stand here.")),
    )
