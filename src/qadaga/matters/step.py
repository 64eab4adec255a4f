"""One exercise of a power on a record: ruled on, moved by its table, logged, journalled; whatever the record.

Acts, matters, orders, inspections, places of custody and every direction after them declare a `Course` once
and exercise powers through it, so that no service writes a status, a log or a journal line its own way.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from django.db.models import Model

from qadaga import authority
from qadaga.authority import passing
from qadaga.authority.actor import Actor
from qadaga.common import clock
from qadaga.documents.models import StoredFile
from qadaga.law import competence
from qadaga.law.model import Facts, Ruling, Subject
from qadaga.matters import change
from qadaga.matters.models.base import Move
from qadaga.matters.transitions import Table
from qadaga.staff.models import Appointment

R = TypeVar("R", bound=Model)


def _status(row: Any) -> str:
    return str(row.status)


def _nothing(_row: Any) -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True, slots=True)
class Course(Generic[R]):
    """How records of one kind go.

    `kind` is what the law and the journal call the record, `table` its moves, `office` whose journal it is
    written in. `about` is what every line of the journal says besides (ids and codes, never a name). `log`
    keeps the moves where the record has a log: its key to the record is `key`, and `logged` adds columns.
    """

    kind: str
    table: Table
    office: Callable[[R], UUID]
    about: Callable[[R], Mapping[str, Any]] = _nothing
    log: type[Move] | None = None
    key: str = ""
    logged: Callable[[R], Mapping[str, Any]] = _nothing

    def ask(
        self, row: R, power: str, subject: Subject, *, by: Actor, on: date, ground: str | None = None
    ) -> "Step[R]":
        """The power on the row, ruled on; the table is asked when the step is saved. Raises NotPermitted."""
        ruling = authority.require(by, power, subject, on=on, ground=ground)
        return Step(self, row, power, by, on, subject, ruling, _status(row), "", ground)

    def rule(
        self,
        row: R,
        power: str,
        subject: Subject,
        *,
        by: Actor,
        on: date,
        to: str | None = None,
        moves: str | None = None,
        ground: str | None = None,
    ) -> "Step[R]":
        """The power on the row, ruled on, with the status it leads to.

        `to` picks one where the table leaves a choice; `moves` names the table's row where one power has
        several (a part is forwarded, not the whole). Raises NotPermitted (403), Conflict (409).
        """
        ruling = authority.require(by, power, subject, on=on, ground=ground)
        after = self.table.move(_status(row), moves or power, to)
        return Step(self, row, power, by, on, subject, ruling, _status(row), after, ground)

    def ruled(
        self,
        row: R,
        power: str,
        subject: Subject,
        ruling: Ruling,
        *,
        by: Actor,
        on: date,
        to: str | None = None,
    ) -> "Step[R]":
        """The power on the row where the law has been asked already. Raises Conflict (409)."""
        after = self.table.move(_status(row), power, to)
        return Step(self, row, power, by, on, subject, ruling, _status(row), after)

    def begun(
        self,
        row: R,
        power: str,
        subject: Subject,
        ruling: Ruling,
        *,
        by: Actor,
        on: date,
        ground: str | None = None,
    ) -> "Step[R]":
        """The power that made the row, with the first line of its log; the caller journals it."""
        step = Step(self, row, power, by, on, subject, ruling, "", _status(row), ground)
        step.log()
        return step


@dataclass(frozen=True, slots=True)
class Step(Generic[R]):
    """One exercise of a power: on what, which, by whom, when, on what ruling, from which status to which."""

    course: Course[R]
    row: R
    power: str
    by: Actor
    on: date
    subject: Subject
    ruling: Ruling
    before: str
    after: str = ""
    ground: str | None = None

    def save(self, reason: str = "", *, to: str | None = None, **changes: Any) -> None:
        """Write the changed columns, the status the table leads to, the next version, the line in the log."""
        after = self.after or self.course.table.move(self.before, self.power, to)
        change.advance(self.row, after, **changes)
        self.log(reason, after)

    def log(self, reason: str = "", after: str = "") -> None:
        """The line in the record's log of moves, where it has one."""
        course = self.course
        if course.log is None:
            return
        course.log._default_manager.create(
            **{course.key: self.row},
            **course.logged(self.row),
            power=self.power,
            from_status=self.before,
            to_status=after or self.after,
            on=self.on,
            by_id=self.by.appointment_id,
            reason=reason,
        )

    def stored_ruling(self) -> dict[str, Any]:
        """The ruling with the facts it was given on, so that an old decision can be run again."""
        return stored(self.ruling, self.by, self.power, self.subject, self.on, ground=self.ground)

    def journal(self, **data: Any) -> None:
        """The last line of the transaction: ids, codes and moments, never a name."""
        moved = {"from": self.before, "to": self.after} if self.after else {}
        change.write(
            office_id=self.course.office(self.row),
            power=self.power,
            subject=self.row,
            kind=self.course.kind,
            by=self.by,
            on=self.on,
            ruling=self.ruling,
            data={**self.course.about(self.row), **moved, **data},
        )


def stored(
    ruling: Ruling, by: Actor, power: str, subject: Subject, on: date, *, ground: str | None = None
) -> dict[str, Any]:
    """A ruling that allowed, and what the law was asked, as plain JSON values."""
    who = by.who(on)
    if who is None:
        raise ValueError("a ruling that allowed was about somebody")
    return competence.stored(passing.behind(Facts(who, power, subject, ground), on, ruling), on, ruling)


class Signing(Protocol):
    """One exercise of a power that signs a paper."""

    @property
    def on(self) -> date:
        """The day of the signature."""

    @property
    def ruling(self) -> Ruling:
        """What the law said."""

    def stored_ruling(self) -> dict[str, Any]:
        """The same with the facts it was given on."""


def signature(
    step: Signing, signer: Appointment, number: int, number_text: str, pdf: StoredFile
) -> dict[str, Any]:
    """The columns that a signature fills in every signed paper: number, signer, moment, the frozen PDF, the
    ruling with its edition.
    """
    return {
        "year": step.on.year,
        "number": number,
        "number_text": number_text,
        "signer": signer,
        "signed_on": step.on,
        "signed_at": clock.now(),
        "pdf": pdf,
        "sha256": pdf.sha256,
        "edition": step.ruling.edition,
        "ruling": step.stored_ruling(),
    }
