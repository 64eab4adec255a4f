"""What pages of the structure say in words."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from qadaga.offices.models import Office
from qadaga.organisation.restructuring.selectors import PassesOn
from qadaga.web.components import Crumb
from qadaga.web.names import language


def staffing_link(office: Office) -> list[Crumb]:
    """Where the vacant places of the office stand, which an appointment is refused above (O.5)."""
    text = _("Vacant places: staffing table of %(office)s") % {"office": office.name_in(language())}
    return [Crumb(text, reverse("structure:staffing", args=[office.code]))]


def cards_of(*offices: Office | None) -> list[Crumb]:
    """The cards of the offices a change is about, and their staffing tables."""
    there = [office for office in offices if office is not None]
    cards = [Crumb(one.name_in(language()), reverse("offices:card", args=[one.code])) for one in there]
    return cards + [link for one in there for link in staffing_link(one)]


def passing(closing: Sequence[Office], into: Office | None, what: PassesOn) -> str:
    """Which offices close, and how much passes on with them."""
    names = ", ".join(office.name_in(language()) for office in closing)
    into_name = into.name_in(language()) if into else _("a new office")
    return _(
        "%(names)s → %(into)s. With them pass %(matters)s open matters, %(terms)s running terms, "
        "%(territory)s parts of the territory and %(units)s units; closed files stay in their registers, "
        "which the office that follows reads and carries on."
    ) % {
        "names": names,
        "into": into_name,
        "matters": what.matters,
        "terms": what.terms,
        "territory": what.territory,
        "units": what.units,
    }
