"""What every service of an act does: lock matter and act, rule, move by the table, keep the log, journal."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from qadaga import authority
from qadaga.acts.models import Act, ActMove
from qadaga.acts.subject import act_subject
from qadaga.acts.transitions import ACT
from qadaga.authority import standing
from qadaga.authority.actor import Actor
from qadaga.authority.scope import get_or_404, scope_of
from qadaga.common import clock
from qadaga.documents.models import StoredFile
from qadaga.law import competence
from qadaga.law.model import Facts, Ruling, Subject
from qadaga.matters import change
from qadaga.matters.models import Matter
from qadaga.staff.models import Appointment


@dataclass(frozen=True, slots=True)
class Step:
    """One exercise of a power on an act: who, which, when, on what ruling, from which status to which."""

    act: Act
    power: str
    by: Actor
    on: date
    subject: Subject
    ruling: Ruling
    before: str
    after: str

    @property
    def matter(self) -> Matter:
        """The matter the act stands in."""
        return self.act.matter

    def save(self, reason: str = "", **changes: Any) -> None:
        """Write the changed columns, the new status and version, and the line in the log of moves."""
        change.advance(self.act, self.after, **changes)
        log(self, reason)

    def stored_ruling(self, ground: str | None = None) -> dict[str, Any]:
        """The ruling with the facts it was given on, so that an old decision can be run again."""
        return stored(self.ruling, self.by, self.power, self.subject, self.on, ground=ground)

    def journal(self, **data: Any) -> None:
        """The last line of the transaction."""
        facts = {"matter": self.act.matter_id, "from": self.before, "to": self.after, **data}
        change.write(
            office_id=self.matter.holder_id,
            power=self.power,
            subject=self.act,
            kind="act",
            by=self.by,
            on=self.on,
            ruling=self.ruling,
            data=facts,
        )


def stored(
    ruling: Ruling, by: Actor, power: str, subject: Subject, on: date, *, ground: str | None = None
) -> dict[str, Any]:
    """A ruling that allowed, and what the law was asked, as plain JSON values."""
    who = by.who(on)
    if who is None:
        raise ValueError("a ruling that allowed was about somebody")
    return competence.stored(Facts(who, power, subject, ground), on, ruling)


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


def log(step: Step, reason: str) -> ActMove:
    """A line in the act's log of moves."""
    return ActMove.objects.create(
        act=step.act,
        power=step.power,
        from_status=step.before,
        to_status=step.after,
        on=step.on,
        by_id=step.by.appointment_id,
        reason=reason,
    )


def lock(act_id: UUID, *, by: Actor, on: date) -> Act:
    """The act within the actor's scope, its matter locked first and then itself (one order for everybody)."""
    standing.hold(by)
    seen = get_or_404(Act.objects.all(), scope_of(by, on), act_id)
    matter = Matter.objects.select_related("holder", "office", "body").select_for_update(of=("self",))
    held = matter.get(pk=seen.matter_id)
    rows = Act.objects.select_related("addressee", "protested", "office").select_for_update(of=("self",))
    act = rows.get(pk=act_id)
    act.matter = held
    return act


def begin(
    act_id: UUID,
    power: str,
    *,
    version: int,
    by: Actor,
    on: date,
    to: str | None = None,
    ground: str | None = None,
) -> Step:
    """Lock the act, compare its version, ask the law, look up the move. Call inside a transaction.

    Raises NotFound (404), Stale (412), NotPermitted (403), Conflict (409).
    """
    act = lock(act_id, by=by, on=on)
    change.expect(act, version)
    return rule(act, power, by=by, on=on, to=to, ground=ground)


def rule(
    act: Act, power: str, *, by: Actor, on: date, to: str | None = None, ground: str | None = None
) -> Step:
    """Ask the law about a locked act and look up the move."""
    subject = act_subject(act, by, on)
    ruling = authority.require(by, power, subject, on=on, ground=ground)
    return Step(act, power, by, on, subject, ruling, act.status, ACT.move(act.status, power, to))
