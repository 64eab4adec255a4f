"""Names of ranks, periods, factors and lengths in the language of the page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from qadaga.law import catalogue, wording
from qadaga.law.records import Rank, Record
from qadaga.law.service import Length
from qadaga.offices.models import Office
from qadaga.organisation.orders.choices import OrderKind
from qadaga.organisation.orders.selectors.choosing import suitable
from qadaga.staff.models import Appointment
from qadaga.web.components import Text, badge
from qadaga.web.names import language, post_title

Choices = list[tuple[str, str]]


def title(section: str, name: str) -> str:
    """The title of a catalogue's record; its id where no edition has it."""
    return wording.title(section, name, language())


def rank_title(rank: str) -> str:
    """What a rank is called."""
    return title("ranks", rank)


def length_text(length: Length) -> str:
    """Years, months and days."""
    return _("years: %(years)s, months: %(months)s, days: %(days)s") % length._asdict()


def unverified() -> Text:
    """The mark beside a figure that no source at hand confirms."""
    return badge(_("Unverified"), "warning", "alert-triangle")


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


def order_choices(held: Appointment, on: date) -> Choices:
    """Orders on people in force that the office of the post may rest a change on."""
    rows = suitable(kind=OrderKind.PERSONNEL, office=held.office, on=on)[:50]
    return [("", _("an order on paper, named below")), *((str(row.pk), str(row)) for row in rows)]


def letterhead(office: Office, code: str) -> dict[str, str]:
    """What every paper of the office begins with."""
    return {"language": code, "office_ru": office.name_ru, "office_kk": office.name_kk}
