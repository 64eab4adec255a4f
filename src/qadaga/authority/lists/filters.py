"""The kinds of filters a register may declare. Each checks what was typed and says which rows it keeps.

A residual filter is tried on a bounded window of rows. A leading filter has an index of its own and gives the
window itself, so that its rows are found however old they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from qadaga.authority.lists import numbers
from qadaga.common import text
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.common.identifiers import parse_bin, parse_iin

if TYPE_CHECKING:  # the type of a lazy string is known to the stubs only
    from django.utils.functional import _StrPromise

Params = dict[str, Any]
# Each value of a column beside its word: a msgid, or a lazy string already marked for translation.
Labels = Mapping[str, "str | _StrPromise"]


@dataclass(frozen=True, slots=True)
class Filter:
    """A named condition. `private` values hold a name, a number of a person or text: never in a URL.

    `by_value`: the condition is worth planning anew with its value, so its statements are not kept planned.
    `unfinished`: asks for the statuses in which something is still to be done.
    """

    name: str
    label: str
    private = False
    leads = False
    by_value = False
    unfinished = False

    def parse(self, raw: object) -> Any:
        """The checked value as JSON types, or None where nothing is asked. Raises InvalidInput."""
        raise NotImplementedError

    def where(self, value: Any, params: Params) -> str:
        """The SQL condition over `t`; its parameters are added to `params`."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Choice(Filter):
    """The column holds one of the chosen values. `options` maps each value to its msgid."""

    column: str = ""
    options: Labels | None = None

    def parse(self, raw: object) -> Any:
        chosen = [one for one in (raw if isinstance(raw, list) else [raw]) if one]
        if any(not isinstance(one, str) or one not in (self.options or {}) for one in chosen):
            raise InvalidInput.of(self.name, "not_a_choice", N_("Choose one of the values offered."))
        return chosen or None

    def where(self, value: Any, params: Params) -> str:
        params[f"f_{self.name}"] = value
        return f"{self.column} = ANY(%(f_{self.name})s)"


@dataclass(frozen=True, slots=True)
class LeadChoice(Choice):
    """A choice whose values are rare: an index (column, sort column, id) of the rows that have one leads."""

    leads = True


@dataclass(frozen=True, slots=True)
class Dates(Filter):
    """The column's day lies from `from` to `to`, both included, as a person says it."""

    column: str = ""

    def parse(self, raw: object) -> Any:
        if not isinstance(raw, Mapping):
            return None
        bounds = {end: self._day(raw.get(end), end) for end in ("from", "to")}
        return {end: day for end, day in bounds.items() if day} or None

    def _day(self, raw: object, end: str) -> str | None:
        if not raw:
            return None
        try:
            day = date.fromisoformat(str(raw))
        except ValueError:
            raise self._no_day(end) from None
        # The last day that a calendar can hold has none after it, and `where` asks for the one after.
        if day == date.max:
            raise self._no_day(end)
        return day.isoformat()

    def _no_day(self, end: str) -> InvalidInput:
        message = N_("A day looks like 2026-03-31 and must exist in the calendar.")
        return InvalidInput.of(f"{self.name}_{end}", "not_a_day", message)

    def where(self, value: Any, params: Params) -> str:
        conditions = []
        if "from" in value:
            params[f"f_{self.name}_from"] = date.fromisoformat(value["from"])
            conditions.append(f"{self.column} >= %(f_{self.name}_from)s")
        if "to" in value:
            params[f"f_{self.name}_to"] = date.fromisoformat(value["to"]) + timedelta(days=1)
            conditions.append(f"{self.column} < %(f_{self.name}_to)s")
        return " AND ".join(conditions)


@dataclass(frozen=True, slots=True)
class Flag(Filter):
    """A condition that is asked for or not, such as "overdue": `sql` may speak of %(today)s."""

    sql: str = ""

    def parse(self, raw: object) -> Any:
        return True if raw in (True, "1", "on", "true", "True") else None

    def where(self, value: Any, params: Params) -> str:
        return self.sql


@dataclass(frozen=True, slots=True)
class LeadFlag(Flag):
    """A condition that few rows answer: an index (column of `sql`, sort column, id) of those rows leads."""

    leads = True


@dataclass(frozen=True, slots=True)
class Lead(Filter):
    """The column equals an id; an index (column, sort column, id) leads to the rows."""

    column: str = ""
    leads = True

    def parse(self, raw: object) -> Any:
        if not raw:
            return None
        try:
            return str(UUID(str(raw)))
        except ValueError:
            raise InvalidInput.of(self.name, "not_an_id", N_("This is not an identifier.")) from None

    def where(self, value: Any, params: Params) -> str:
        params[f"f_{self.name}"] = value
        return f"{self.column} = %(f_{self.name})s::uuid"


@dataclass(frozen=True, slots=True)
class Through(Lead):
    """Rows tied to an id by another table; `sql` is a condition on `t` with %(through)s."""

    sql: str = ""

    def where(self, value: Any, params: Params) -> str:
        params["through"] = value
        return self.sql


@dataclass(frozen=True, slots=True)
class Number(Filter):
    """The number on the paper, however it is spelt (see `numbers`); the index of words leads to it."""

    leads = True
    by_value = True

    def parse(self, raw: object) -> Any:
        return text.clean(raw or "", field=self.name, max_length=64) or None

    def where(self, value: Any, params: Params) -> str:
        params[f"f_{self.name}"] = numbers.quoted(numbers.lexeme(numbers.tight(value)))
        return f"t.id IN (SELECT e.id FROM lists_searchentry e WHERE e.vector @@ %(f_{self.name})s::tsquery)"


@dataclass(frozen=True, slots=True)
class Identifier(Filter):
    """Rows of a person (IIN) or an organisation (BIN); `sql` is a condition with %(identifier)s."""

    sql: str = ""
    private = True
    leads = True

    def parse(self, raw: object) -> Any:
        typed = text.clean(raw or "", field=self.name, max_length=40)
        if not typed:
            return None
        is_bin = len(typed) > 4 and typed[4] in "456"
        parse = parse_bin if is_bin else parse_iin
        return parse(typed, field=self.name).value

    def where(self, value: Any, params: Params) -> str:
        params["identifier"] = value
        return self.sql


@dataclass(frozen=True, slots=True)
class Name(Filter):
    """A part of a person's name, tried on the window: the rows have no entry in the search."""

    column: str = ""
    private = True

    def parse(self, raw: object) -> Any:
        return text.clean(raw or "", field=self.name, max_length=200) or None

    def where(self, value: Any, params: Params) -> str:
        params[f"f_{self.name}"] = value.lower()
        return f"strpos(lower({self.column}), %(f_{self.name})s) > 0"


@dataclass(frozen=True, slots=True)
class Words(Filter):
    """Words of the text, names among them. What they find is put in `ids` by the search (see `search`)."""

    private = True
    leads = True

    def parse(self, raw: object) -> Any:
        return text.clean(raw or "", field=self.name, max_length=200) or None

    def where(self, value: Any, params: Params) -> str:
        return "t.id = ANY(%(found)s)"
