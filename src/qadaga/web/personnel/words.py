"""Names of ranks, periods, factors and lengths in the language of the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from qadaga.law import catalogue, wording
from qadaga.law.records import Rank, Record
from qadaga.law.service import Length
from qadaga.offices.models import Office
from qadaga.organisation.personnel.models import RankHeld
from qadaga.organisation.personnel.ranks import due_on
from qadaga.staff.models import Appointment
from qadaga.web.cards.sections import Section, section
from qadaga.web.components import Text, date_text, icon_svg, lines
from qadaga.web.names import language, post_title

Choices = list[tuple[str, str]]


def title(section: str, name: str) -> str:
    """The title of a catalogue's record; its id where no edition has it."""
    return wording.title(section, name, language())


def rank_title(rank: str) -> str:
    """What a rank is called."""
    return title("ranks", rank)


def part(key: str, title: str, columns: Sequence[str], rows: Iterable[Sequence[Text]], empty: str) -> Section:
    """A part of a page about people: a table whose rows become blocks on a narrow screen."""
    return section(key, title, columns, rows, empty, stacks=True)


def length_text(length: Length) -> str:
    """Years, months and days; what is none of is left out, but for a length of nothing."""
    years, months, days = length.years, length.months, length.days
    said = [
        ngettext("%(count)s year", "%(count)s years", years) % {"count": years} if years else "",
        ngettext("%(count)s month", "%(count)s months", months) % {"count": months} if months else "",
        ngettext("%(count)s day", "%(count)s days", days) % {"count": days}
        if days or not (years or months)
        else "",
    ]
    return " ".join(part for part in said if part)


def flagged(text: str, unverified: bool = True) -> Text:
    """A figure of a table whose head says why: marked where unverified, in a word too."""
    if not unverified:
        return text
    icon, word = icon_svg("alert-triangle"), _("unverified")
    return format_html(
        '{} <span class="q-flag" title="{}">{}<span class="visually-hidden">({})</span></span>',
        text,
        word,
        icon,
        word,
    )


def doubtful(text: str, unverified: bool) -> Text:
    """A figure or a day, said to be unverified beneath it where it is."""
    return lines(text, _("unverified")) if unverified else text


def rank_doubtful(rank: str) -> bool:
    """Whether the time of service in the rank is an unverified figure."""
    record = catalogue.load().ranks.get(rank)
    return record is not None and record.status == "unverified"


def rank_now(held: RankHeld | None) -> str:
    """The rank held, since when, and when its time is served."""
    if held is None:
        return _("No rank is held yet.")
    due = due_on(held)
    told = {"rank": rank_title(held.rank), "day": date_text(held.starts_on), "due": date_text(due)}
    if due is None:
        return _("Holds: %(rank)s, since %(day)s.") % told
    return _("Holds: %(rank)s, since %(day)s; the time in it is served on %(due)s.") % told


def marked(name: str, status: str) -> Text:
    """A name, with the mark where its figure is unverified."""
    return name if status != "unverified" else f"{name} ({_('unverified')})"


def post_of(held: Appointment) -> str:
    """The post as its office calls it."""
    return post_title(held.post, kind=held.office.kind)


def rank_choices(ladder: str = "") -> Choices:
    """Ranks, the lowest first; of one ladder or of both."""
    ranks: Iterable[Rank] = catalogue.load().ranks.values()
    chosen = [rank for rank in ranks if ladder in ("", rank.ladder)]
    return [
        (rank.id, rank_title(rank.id)) for rank in sorted(chosen, key=lambda rank: (rank.ladder, rank.place))
    ]


def record_choices(records: Iterable[Record]) -> Choices:
    """Records of the catalogue for a choice, unverified ones marked."""
    return [(one.id, str(marked(one.title.get(language()), one.status))) for one in records]


def post_choices() -> Choices:
    """Every post of the catalogue."""
    return [(post, post_title(post)) for post in catalogue.load().posts]


def ladders() -> Choices:
    """The two ladders of ranks."""
    return [("class", _("class ranks")), ("military", _("military ranks"))]


def letterhead(office: Office, code: str) -> dict[str, str]:
    """What every paper of the office begins with."""
    return {"language": code, "office_ru": office.name_ru, "office_kk": office.name_kk}
