"""What a register declares: where its rows are, what it shows, by what it sorts and filters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from qadaga.authority.lists.filters import Filter

WINDOW = 2000
PAGE_SIZE = 25


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


@dataclass(frozen=True, slots=True)
class Column:
    """A value of a row: `sql` over the table's alias `t` and the joins; shown under `label` unless hidden."""

    name: str
    sql: str
    label: str = ""
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Register:
    """A list over one large table that carries office_id and region_id.

    Every identifier here is a constant of the program and stands in SQL as it is; values never do.
    `kind` is the subject kind of the rows in the journal and in search; `open_statuses` are those in which
    something is still to be done.
    """

    name: str
    kind: str
    title: str
    table: str
    columns: tuple[Column, ...]
    sorts: tuple[Sort, ...]
    statuses: Mapping[str, str] = field(default_factory=dict)
    open_statuses: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    joins: str = ""
    power: str = "register.export"

    def sort(self, name: str) -> Sort:
        """The sort of that name, or the register's first where there is none."""
        return next((sort for sort in self.sorts if sort.name == name), self.sorts[0])

    def filter(self, name: str) -> Filter | None:
        """The declared filter of that name."""
        return next((one for one in self.filters if one.name == name), None)
