"""The grounds on which the catalogue lets a power be used on an appeal."""

from functools import cache

from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.catalogue import load


@cache
def grounds_of(power: str) -> tuple[str, ...]:
    """Ids of the power's grounds in the catalogue's own order; empty where it asks for none."""
    conditions = [one for one in load().powers[power].conditions if one.kind == "ground"]
    return tuple(dict.fromkeys(ground for one in conditions for ground in one.values))


def chosen(power: str, ground: str) -> str | None:
    """The ground, None where the power asks for none; InvalidInput on `ground` for one that is not listed."""
    known = grounds_of(power)
    if not known:
        return None
    if ground not in known:
        raise InvalidInput.of("ground", "no_ground", N_("Choose the ground of the decision."))
    return ground
