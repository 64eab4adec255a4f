"""What a register's address says: filters, order, position. No name, number of a person or text is in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict

from qadaga.authority.lists import asking, saved
from qadaga.authority.lists.filters import Choice, Dates, Filter
from qadaga.authority.lists.pages import Ask
from qadaga.authority.lists.register import Register
from qadaga.authority.scope import Scope
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_


@dataclass(frozen=True, slots=True)
class State:
    """A checked request for a register. `saved` is the opaque id the values came from, if they did."""

    register: Register
    values: dict[str, Any] = field(default_factory=dict)
    saved: UUID | None = None
    sort: str = ""
    ascending: bool | None = None
    cursor: str = ""
    office: UUID | None = None

    def ask(self, scope: Scope) -> Ask:
        """The engine's request; NotFound for an office outside the scope."""
        units = asking.narrowed(scope, self.office) if self.office else None
        return asking.asked(
            self.values, sort=self.sort, ascending=self.ascending, cursor=self.cursor, units=units
        )

    def query(self, **changes: Any) -> str:
        """The address's query for this state with changes; the position is dropped unless it is given."""
        state = replace(self, **{"cursor": "", **changes})
        pairs = [("f", state.saved)] if state.saved else list(_pairs(state))
        pairs += [("sort", state.sort), ("office", state.office), ("c", state.cursor)]
        if state.ascending is not None:
            pairs.append(("dir", "asc" if state.ascending else "desc"))
        written = urlencode([(name, str(value)) for name, value in pairs if value])
        return f"?{written}" if written else "?"


def read(register: Register, given: QueryDict) -> State:
    """The state an address asks for.

    Raises InvalidInput for values that cannot be, NotFound for a filter no longer kept.
    """
    filter_id, office = _id(given.get("f", ""), "f"), _id(given.get("office", ""), "office")
    values = saved.values_of(register, filter_id) if filter_id else checked(register, given, private=False)
    direction = given.get("dir", "")
    ascending = direction == "asc" if direction in ("asc", "desc") else None
    sort = register.sort(given.get("sort", "")).name
    return State(register, values, filter_id, sort, ascending, given.get("c", ""), office)


def checked(register: Register, given: QueryDict, *, private: bool) -> dict[str, Any]:
    """The filters' values in a query or a posted form. Raises InvalidInput naming the form's fields."""
    wanted = [one for one in register.filters if private or not one.private]
    return asking.checked(
        register, {**{one.name: _raw(one, given) for one in wanted}, "status": given.getlist("status")}
    )


def _raw(one: Filter, given: QueryDict) -> object:
    if isinstance(one, Choice):
        return given.getlist(one.name)
    if isinstance(one, Dates):
        return {end: given.get(f"{one.name}_{end}") for end in ("from", "to")}
    return given.get(one.name)


def _pairs(state: State) -> Any:
    for name, value in state.values.items():
        one = state.register.filter(name)
        if one is not None and one.private:
            continue
        if isinstance(value, dict):
            yield from ((f"{name}_{end}", day) for end, day in value.items())
        elif isinstance(value, list):
            yield from ((name, each) for each in value)
        else:
            yield name, "1" if value is True else value


def _id(word: str, name: str) -> UUID | None:
    try:
        return UUID(word) if word else None
    except ValueError:
        raise InvalidInput.of(name, "not_an_id", N_("This is not an identifier.")) from None


def built_in(register: Register) -> Iterator[tuple[Filter, State]]:
    """The views that registers have where they make sense, each with the filter that gives it.

    What is past its date is a range of the index of that date, so it is shown in the order of it.
    """
    for name in ("mine", "unfinished", "overdue", "serving", "taken_here", "taken_away"):
        one = register.filter(name)
        if one is not None:
            yield one, State(register, {name: True}, sort=register.late if name == "overdue" else "")
