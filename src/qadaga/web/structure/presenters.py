"""What pages of the structure say in words."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from qadaga.offices.models import Office
from qadaga.organisation.restructuring.selectors import PassesOn
from qadaga.web.names import language


def passing(closing: Sequence[Office], into: Office | None, what: PassesOn) -> str:
    """Which offices close, and how much passes on with them."""
    names = ", ".join(office.name_in(language()) for office in closing)
    into_name = into.name_in(language()) if into else _("a new office")
    return _(
        "%(names)s → %(into)s. With them pass %(matters)s open matters, %(terms)s running terms, "
        "%(territory)s units of territory; closed files stay in their registers, which the office that "
        "follows reads and carries on."
    ) % {
        "names": names,
        "into": into_name,
        "matters": what.matters,
        "terms": what.terms,
        "territory": what.territory,
    }
