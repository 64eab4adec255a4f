"""Addresses of the law's records; every citation anywhere leads to its clause."""

from __future__ import annotations

from datetime import date
from functools import cache

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from qadaga.law.records import Record
from qadaga.web.components import link
from qadaga.web.law.sections import SECTIONS
from qadaga.web.names import language


def record_url(section: str, name: str, on: date | None = None) -> str:
    """The page of a record, on that day where one is given; empty for a section that has no pages."""
    if section not in SECTIONS:
        return ""
    return reverse("law:record", args=[section, name]) + suffix(on)


@cache
def clause_url(clause: str) -> str:
    """The page of a clause. Kept: a card cites dozens, and the law has a few hundred in all."""
    return record_url("provisions", clause)


def suffix(on: date | None) -> str:
    """The day of a page as the rest of its address."""
    return f"?on={on.isoformat()}" if on else ""


def record_link(section: str, record: Record, on: date | None = None) -> SafeString:
    """A record as a link with its title."""
    return titled(section, record.id, record.title.get(language()), on)


def titled(
    section: str, name: str, title: str, on: date | None = None, *, capital: bool = True
) -> SafeString:
    """A title as a link to its record, or plain where there is no page; `capital` where it stands alone."""
    url = record_url(section, name, on)
    shown = title[:1].upper() + title[1:] if capital else title
    return link(url, shown) if url else format_html("{}", shown)


def clause_link(clause: str, on: date | None = None) -> SafeString:
    """A clause's id as a link."""
    return format_html(
        '<span class="q-cite"><a href="{}">{}</a></span>', record_url("provisions", clause, on), clause
    )


def joined(parts: list[SafeString], separator: str = ", ") -> SafeString:
    """Finished strings in a row."""
    return format_html_join(separator, "{}", ((part,) for part in parts))


def alternatives(parts: list[SafeString], last: str) -> SafeString:
    """Finished strings of which one is enough: commas, and `last` before the last one."""
    if len(parts) < 2:
        return joined(parts)
    return format_html("{}{}{}", joined(parts[:-1]), last, parts[-1])


def listed(parts: list[SafeString]) -> SafeString:
    """Finished strings one under another."""
    items = format_html_join("", "<li>{}</li>", ((part,) for part in parts))
    return format_html('<ul class="q-list">{}</ul>', items)
