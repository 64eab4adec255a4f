"""The grounds on which the catalogue lets a power be used on an appeal."""

from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.catalogue import load


def chosen(power: str, ground: str) -> str:
    """The ground; InvalidInput on `ground` for one that the law does not list for the power."""
    if ground not in load().powers[power].grounds:
        raise InvalidInput.of("ground", "no_ground", N_("Choose the ground of the decision."))
    return ground
