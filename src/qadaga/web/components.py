"""What the templates in `_components/` show: plain values that presenters fill with finished strings.

Row loops in templates print these strings and nothing else: links and badges are made here, once a cell.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Literal

from django.templatetags.static import static
from django.utils import formats
from django.utils.html import conditional_escape as _safe
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from qadaga.common import clock

Tone = Literal["neutral", "info", "success", "warning", "danger"]
Text = str | SafeString


def link(url: str, text: str, css: str = "") -> SafeString:
    """A link as a finished string; the text is escaped."""
    # Here and in a badge without format_html, which takes twice as long: large cards hold thousands of them.
    return mark_safe(f'<a href="{_safe(url)}" class="{_safe(css)}">{_safe(text)}</a>')  # noqa: S308 - escaped


def badge(text: str, tone: Tone = "neutral", icon: str = "") -> SafeString:
    """A status chip as a finished string: it says its word, colour only repeats it."""
    picture = icon_svg(icon) if icon else ""
    return mark_safe(f'<span class="q-badge q-badge-{tone}">{picture}{_safe(text)}</span>')  # noqa: S308 - escaped


def icon_svg(name: str) -> SafeString:
    """A decorative icon as a finished string."""
    return format_html(
        '<svg class="q-icon" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        static("qadaga/icons.svg"),
        name,
    )


def date_text(value: date | datetime | None) -> str:
    """dd.mm.yyyy, or an em dash for no date."""
    if value is None:
        return "—"
    if isinstance(value, datetime):
        value = clock.local(value)
    return value.strftime("%d.%m.%Y")


def moment_text(value: datetime | None) -> str:
    """dd.mm.yyyy hh:mm in the country's time, or an em dash."""
    return clock.local(value).strftime("%d.%m.%Y %H:%M") if value else "—"


def long_date(value: date) -> str:
    """The day in words, in the person's language."""
    return formats.date_format(value, "DATE_FORMAT")


def lines(*parts: Text) -> SafeString:
    """Several short texts one under another in a cell; the second and later ones are muted."""
    first, rest = parts[0], [part for part in parts[1:] if part]
    below = mark_safe("".join(format_html('<span class="q-sub">{}</span>', part) for part in rest))  # noqa: S308 - joined from escaped parts
    return format_html("{}{}", first, below)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `css` may be `q-num`, `q-date`, `q-wide` or `q-min`; `sort_url` sorts by it."""

    label: str
    css: str = ""
    sort_url: str = ""
    sorted: Literal["", "ascending", "descending"] = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of finished cells; `tone` marks the row (overdue is `danger`)."""

    cells: Sequence[Text]
    tone: Tone = "neutral"


@dataclass(frozen=True, slots=True)
class Table:
    """Its caption is read out, not shown; `empty` stands there without rows; `stacks` on a narrow screen."""

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    empty: "Empty | None" = None
    stacks: bool = False


@dataclass(frozen=True, slots=True)
class Empty:
    """Nothing here: says so, and what to do next."""

    title: str
    text: str = ""
    url: str = ""
    action: str = ""


def first_of(table: Table, most: int, rest: str) -> Table:
    """The table with its first `most` rows; where there are others, a last line says where they are."""
    if len(table.rows) <= most:
        return table
    said = [rest % {"most": most}, *[""] * (len(table.columns) - 1)]
    return replace(table, rows=[*table.rows[:most], Row(said)])


@dataclass(frozen=True, slots=True)
class Pager:
    """Pages by key: the addresses of the neighbours, empty at an end; `label` says what is shown.

    `by_age`: the newest stand first, so that the neighbours are newer and older.
    """

    previous_url: str = ""
    next_url: str = ""
    label: str = ""
    by_age: bool = True


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step on the way to this page."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing that happened: when, who in which office, what, and a detail; the journal's number if any.

    `power` and `norms` are what it rested on: they fold away under it.
    """

    when: str
    what: str
    who: str = ""
    detail: Text = ""
    tone: Tone = "neutral"
    number: str = ""
    power: str = ""
    norms: Sequence["Citation"] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A norm: its clause id, what it says in our words, its reference page, and whether it is unverified."""

    clause: str
    text: str = ""
    url: str = ""
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """One condition that is not met, with the norm that sets it."""

    text: str
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class RulingView:
    """A ruling as the page shows it."""

    allowed: bool
    title: str
    citations: Sequence[Citation] = ()
    reasons: Sequence[Reason] = ()
    edition: str = ""


@dataclass(frozen=True, slots=True)
class AgainView:
    """The ruling at signing, what came of running it again, and the answer of the law in force today.

    `now` is that answer where it is another; `same_now` says that it is not.
    """

    kept: RulingView | None
    same: bool
    said: str
    same_now: bool
    now: RulingView | None


@dataclass(frozen=True, slots=True)
class ActionView:
    """One thing to do on a card: a link or a dialog when allowed, the reasons when not.

    `url` is opened by GET; `dialog` is the id of a dialog on the page. `primary` marks the expected step.
    `why_url` leads to the ruling step by step; actions of one `group` stand together under its name.
    """

    label: str
    ruling: RulingView
    url: str = ""
    dialog: str = ""
    icon: str = "chevron-right"
    primary: bool = False
    why_url: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class TermStep:
    """One step of a date: the day it led to, why, and by which norm."""

    when: str
    what: str
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class TermView:
    """A term: what it is for, its due date, how it stands, and every step to that date."""

    title: str
    due: str
    state: str
    tone: Tone
    steps: Sequence[TermStep]
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class FileView:
    """A file in a list."""

    name: str
    url: str
    size: str
    kind: str = ""
    added: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class ProgressView:
    """A long job: polled at `url` until `done`; `percent` is 0–100."""

    label: str
    percent: int
    url: str
    done: bool = False
    failed: bool = False
    detail: str = ""
    result_url: str = ""
    result_label: str = ""


@dataclass(frozen=True, slots=True)
class DiffLine:
    """One line of a comparison: kept, added or removed; `parts` are (changed?, text)."""

    kind: Literal["same", "added", "removed"]
    parts: Sequence[tuple[bool, str]]


@dataclass(frozen=True, slots=True)
class Changed:
    """One field that two people changed."""

    label: str
    yours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class KeyValues:
    """Labels with their values, in the order given; `None` values are left out."""

    pairs: Sequence[tuple[str, Text]] = field(default_factory=tuple)
