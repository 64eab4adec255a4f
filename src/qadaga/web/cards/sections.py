"""Parts of a card that are tables or lists: a heading, how many, the table or what to do when it is empty."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _

from qadaga.documents.selectors import files_by_id
from qadaga.matters.gather import Gathered
from qadaga.matters.models import Attachment
from qadaga.web.components import Column, Empty, FileView, Row, Table, Text, date_text
from qadaga.web.names import post_title

_NOWHERE = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a card."""

    id: str
    title: str
    table: Table

    @property
    def count(self) -> int:
        """How many rows it has."""
        return len(self.table.rows)

    @property
    def flush(self) -> bool:
        """Whether the table reaches the card's edges; the note of an empty one does not."""
        return bool(self.table.rows)


def addresses(name: str) -> Callable[[UUID], str]:
    """Where the card of each key is, by the address's name: worked out once for all rows of a table."""
    pattern = reverse(name, args=[_NOWHERE])
    return lambda pk: pattern.replace(str(_NOWHERE), str(pk))


def section(
    key: str,
    title: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[Text]],
    empty: str,
    *,
    stacks: bool = False,
) -> Section:
    """A section of plain columns; `empty` says in a sentence what would stand here; `stacks` as in Table."""
    table = Table(
        caption=title,
        columns=[Column(label) for label in columns],
        rows=[Row(cells) for cells in rows],
        empty=Empty(_("Nothing here yet"), empty),
        stacks=stacks,
    )
    return Section(key, title, table)


def who(parts: Gathered, appointment_id: UUID | None) -> str:
    """The name and post of somebody who acted, as the card gathered them."""
    line = parts.people.get(appointment_id) if appointment_id else None
    return f"{line.name}, {post_title(line.post, kind=line.kind)}" if line else "—"


def file_views(attachments: Sequence[Attachment], address: str, pk: UUID) -> list[FileView]:
    """Attachments; `address` names the url that gives one out by the card's key and the file's."""
    files = files_by_id(row.file_id for row in attachments)
    return [
        FileView(
            name=row.title,
            url=reverse(address, args=[pk, row.file_id]),
            size=filesizeformat(files[row.file_id].size),
            kind=files[row.file_id].name,
            added=date_text(row.added_on),
        )
        for row in attachments
        if row.file_id in files
    ]


def period_text(starts_on: date, ends_on: date) -> str:
    """The first and the last day of a half-open period."""
    return f"{date_text(starts_on)} – {date_text(ends_on - timedelta(days=1))}"
