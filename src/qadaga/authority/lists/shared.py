"""The filters that every register has where they make sense: mine, unfinished, overdue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from qadaga.authority.lists.filters import Filter, Flag, Params
from qadaga.common.i18n import N_


@dataclass(frozen=True, slots=True)
class Unfinished(Flag):
    """Rows in which something is still to be done: each of those statuses is a range of the indexes."""

    unfinished = True


@dataclass(frozen=True, slots=True)
class Overdue(Unfinished):
    """Unfinished rows past their last day: a range of the index of that day in its own order."""

    column: str = ""

    def where(self, value: Any, params: Params) -> str:
        return f"{self.column} < %(today)s"


@dataclass(frozen=True, slots=True)
class Mine(Flag):
    """Rows that are the reader's: in `ways` conditions with %(mine)s, each led by an index of its own."""

    ways: tuple[str, ...] = ()
    leads = True


def shared(mine: Sequence[str], late: str, unfinished: str) -> Iterator[Filter]:
    """The filters of a register whose rows are somebody's by `mine`, late by the column `late`, and called
    `unfinished` while something is to be done; each empty where that makes no sense.
    """
    if mine:
        named = tuple(one if "%(mine)s" in one else f"t.{one} = %(mine)s::uuid" for one in mine)
        yield Mine("mine", N_("Mine"), ways=named)
    if unfinished:
        yield Unfinished("unfinished", unfinished)
    if unfinished and late:
        yield Overdue("overdue", N_("Overdue"), column=f"t.{late}")


def ways(leading: Sequence[tuple[Filter, Any]]) -> tuple[list[str], ...]:
    """The further conditions of each scan that the leading filters make; no scan where there are none.

    What is the reader's in several ways is read by each of them, a row by the first that it answers.
    """
    own = next((one.ways for one, _ in leading if isinstance(one, Mine)), ())
    if not own:
        return ([],) if leading else ()
    return tuple([way, *(f"({one}) IS NOT TRUE" for one in own[:place])] for place, way in enumerate(own))
