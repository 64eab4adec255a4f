"""What a register declares: where its rows are, what it shows, by what it sorts and filters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from qadaga.authority.actor import Actor
from qadaga.authority.lists.filters import Filter, Labels
from qadaga.authority.lists.shared import shared
from qadaga.authority.scope import Scope, scope_of
from qadaga.common.i18n import N_

WINDOW = 2000
PAGE_SIZE = 25

Shape = Literal["text", "date", "choice", "localised", "person", "period"]


@dataclass(frozen=True, slots=True)
class Sort:
    """An order some index serves: `column` then id, with `cast` the column's SQL type.

    The index family is (office_id | region_id | nothing, status, column, id). `plain` says that the family
    without status exists too. `partial` says that rows without a value stand in no index: this sort leaves
    them out, and the page says so.
    """

    name: str
    label: str
    column: str
    cast: str = "date"
    descending: bool = True
    plain: bool = False
    partial: bool = False


Options = Labels | Callable[[str], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Column:
    """A value of a row, shown under `label` (a msgid) unless that is empty.

    `sql` speaks of the table as `t` and of the joins; several parts make one value of that shape:
    `localised` has parts ru, kk and perhaps en; `person` has last, first and middle; `period` has kind and
    start, its first day; `choice` is named by
    `options`: value to msgid, or a function of the language giving finished names. `empty` stands for none.
    `on_page` False: shown in exported files only.
    """

    name: str
    sql: str | Mapping[str, str]
    label: str = ""
    sort: str = ""
    shape: Shape = "text"
    options: Options = field(default_factory=dict)
    empty: str = ""
    on_page: bool = True

    def selected(self) -> list[str]:
        """The select list of this column: one expression or one for each part."""
        if isinstance(self.sql, str):
            return [f"{self.sql} AS {self.name}"]
        return [f"{sql} AS {self.name}_{part}" for part, sql in self.sql.items()]


@dataclass(frozen=True, slots=True)
class Register:
    """A list over one large table that carries office_id and region_id.

    Every identifier here is a constant of the program and stands in SQL as it is; values never do.
    `kind` is the subject kind of the rows in the journal and in search; `open_statuses` are those in which
    something is still to be done. `kinds` are given where the rows are of several, or are kept from people
    apart from the card they stand in. `seen` says whose rows a
    person finds; a register of a narrow circle narrows it, or raises NotPermitted.

    `mine` says whose a row is: columns that hold an appointment, each with an index (column, first sort
    column, id), or conditions with %(mine)s. `late` is the sort whose day an unfinished row may be past. By
    these every register has the same filters "mine", "unfinished" (named by `unfinished` where its rows are
    no work) and "overdue", where they make sense.
    """

    name: str
    kind: str
    title: str
    table: str
    columns: tuple[Column, ...]
    sorts: tuple[Sort, ...]
    statuses: Labels = field(default_factory=dict)
    open_statuses: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    joins: str = ""
    power: str = "register.export"
    kinds: tuple[str, ...] = ()
    seen: Callable[[Actor, date], Scope] = scope_of
    common: bool = False
    standing: str = ""
    mine: tuple[str, ...] = ()
    late: str = "due"
    unfinished: str = N_("Open")

    def __post_init__(self) -> None:
        """Add the filters that every register has to those of its own."""
        known = {one.name for one in self.filters}
        late = next((sort.column for sort in self.sorts if sort.name == self.late), "")
        found = shared(self.mine, late, self.unfinished if self.open_statuses else "")
        more = tuple(one for one in found if one.name not in known)
        object.__setattr__(self, "filters", (*more, *self.filters))

    @property
    def barred_kinds(self) -> tuple[str, ...]:
        """Records of which kinds its rows are, for leaving out what complains of the reader."""
        return self.kinds or (self.kind,)

    @property
    def filed(self) -> tuple[Column, ...]:
        """The columns a file shows: those of the page and what only files have room for."""
        return tuple(column for column in self.columns if column.label)

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns a page shows."""
        return tuple(column for column in self.filed if column.on_page)

    def sort(self, name: str) -> Sort:
        """The sort of that name, or the register's first where there is none."""
        return next((sort for sort in self.sorts if sort.name == name), self.sorts[0])

    def filter(self, name: str) -> Filter | None:
        """The declared filter of that name."""
        return next((one for one in self.filters if one.name == name), None)
