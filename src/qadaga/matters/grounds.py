"""Whether a ground that a measure names is really there, asked of every layer that knows.

The law says which grounds a power may rest on; that an appeal is under consideration, or an inspection under
way, is a fact of its own register. Upper layers register how to look; the case file knows none by name.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import CharField, QuerySet, Value

from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.catalogue import load
from qadaga.matters.models import Matter

Look = Callable[[Matter], QuerySet[Any]]
"""The rows that make the ground, one of which is enough."""
_looks: dict[str, Look] = {}


def register(*grounds: str) -> Callable[[Look], Look]:
    """Let `look` find what makes each of these grounds be there in a matter."""

    def keep(look: Look) -> Look:
        for ground in grounds:
            _looks[ground] = look
        return look

    return keep


def there(matter: Matter, grounds: Iterable[str]) -> list[str]:
    """Those of the grounds that are there, in their order. One query.

    A ground that no register can look up is the officer's to answer for.
    """
    asked = list(grounds)
    rows = [_named(one, _looks[one](matter)) for one in asked if one in _looks]
    found = {ground for (ground,) in rows[0].union(*rows[1:])} if rows else set()
    return [one for one in asked if one in found or one not in _looks]


def there_for(matter: Matter, power: str) -> list[str]:
    """The grounds of the power that are there in the matter, as the law orders them. One query."""
    return there(matter, load().powers[power].grounds)


def _named(ground: str, rows: QuerySet[Any]) -> QuerySet[Any, Any]:
    named: QuerySet[Any, Any] = rows.order_by().annotate(_ground=Value(ground, output_field=CharField()))
    return named.values_list("_ground")


def require(matter: Matter, ground: str) -> None:
    """Raise InvalidInput on `ground` where no register knows of it in this matter, with the clause."""
    if there(matter, [ground]):
        return
    record = load().grounds[ground]
    raise InvalidInput.of(
        "ground",
        "not_there",
        N_("This ground is not there in the matter (%(clause)s). Choose one that is."),
        clause=record.citations[0].clause,
    )
