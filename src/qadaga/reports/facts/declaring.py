"""What a declaration of counted facts is made of."""

from dataclasses import dataclass

# What stands in a matter goes with its direction and tasks.
IN_MATTER = {
    "joined": "FROM matters_matter m WHERE m.id = r.matter_id AND",
    "direction": "m.direction",
    "tasks": "m.tasks",
    "matter": "m.id",
}


MADE = "r.created_at"


def moved_to(table: str, key: str, *statuses: str) -> str:
    """When the row first came to one of these statuses, by the log of its moves."""
    known = ", ".join(f"'{one}'" for one in statuses)
    return f"SELECT min(v.created_at) FROM {table} v WHERE v.{key} = r.id AND v.to_status IN ({known})"  # noqa: S608 - constants of declarations


def end_of(day: str) -> str:
    """The end of a day here, as a moment."""
    return f"(({day}) + 1)::timestamp AT TIME ZONE 'Etc/GMT-5'"


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure that a row may count for: `when` it does, the `day` it does so, the rest as its columns.

    What stands in a `matter` goes with its direction and tasks. `moment` is when the row came to count: by it
    whoever counts again finds which office had the matter then. Where no row tells it, it was the office of
    the `officer`, if that ever had the matter.
    """

    figure: str
    when: str
    day: str
    officer: str = "NULL::uuid"
    amount: str = "1"
    joined: str = "WHERE"
    office: str = "r.office_id"
    region: str = "r.region_id"
    direction: str = "''"
    tasks: str = "'{}'::varchar[]"
    matter: str = "NULL::uuid"
    moment: str = ""

    def select(self) -> str:
        """The statement that gives the fact of the row `r`, or nothing."""
        columns = (
            f"'{self.figure}'::varchar",
            f"({self.day})::date",
            f"({self.office})::uuid",
            f"({self.region})::uuid",
            f"({self.direction})::varchar",
            f"({self.tasks})::varchar[]",
            f"({self.officer})::uuid",
            f"({self.matter})::uuid",
            f"({self.amount})::bigint",
        )
        return f"SELECT {', '.join(columns)} {self.joined} ({self.when})"

    def counted_at(self) -> str:
        """The moment as SQL over the row `r`, NULL where none is known; of a day it is the end of the day."""
        return f"({self.moment})::timestamptz" if self.moment else "NULL::timestamptz"


@dataclass(frozen=True, slots=True)
class Source:
    """A table whose rows count: which columns bear on it, and what a change of a row is called (`why`)."""

    table: str
    watched: tuple[str, ...]
    facts: tuple[Fact, ...]
    why: str = "''"
