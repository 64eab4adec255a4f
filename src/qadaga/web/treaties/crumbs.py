"""The way back to each register of the direction."""

from django.urls import reverse
from django.utils.translation import gettext as _

from qadaga.web.components import Crumb


def requests() -> Crumb:
    """To the requests."""
    return Crumb(_("International requests"), reverse("treaty_requests:list"))


def parts() -> Crumb:
    """To the parts."""
    return Crumb(_("Parts of requests to carry out"), reverse("treaty_parts:list"))


def treaties() -> Crumb:
    """To the treaties."""
    return Crumb(_("Treaties"), reverse("treaties:list"))


def draft() -> Crumb:
    """To the page that enters a draft."""
    return Crumb(_("Enter a draft treaty"), reverse("treaties:draft"))


def checks() -> Crumb:
    """To the checks."""
    return Crumb(_("Checks of how treaties are kept"), reverse("treaty_checks:list"))
