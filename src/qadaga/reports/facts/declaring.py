"""What a declaration of counted facts is made of."""

from dataclasses import dataclass

# What stands in a matter goes with its direction and tasks.
IN_MATTER = {
    "joined": "FROM matters_matter m WHERE m.id = r.matter_id AND",
    "direction": "m.direction",
    "tasks": "m.tasks",
    "matter": "m.id",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure that a row may count for: `when` it does, the `day` it does so, the rest as its columns.

    `follows`: the direction and tasks are the matter's and follow it when it is given others.
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


@dataclass(frozen=True, slots=True)
class Source:
    """A table whose rows count: which columns bear on it, and what a change of a row is called (`why`)."""

    table: str
    watched: tuple[str, ...]
    facts: tuple[Fact, ...]
    why: str = "''"
