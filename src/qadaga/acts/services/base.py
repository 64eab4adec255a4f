"""What every service of an act does: lock matter and act, rule, move by the table, keep the log, journal."""

from datetime import date
from uuid import UUID

from qadaga.acts.models import Act, ActMove
from qadaga.acts.subject import act_subject
from qadaga.acts.transitions import ACT
from qadaga.authority import standing
from qadaga.authority.actor import Actor
from qadaga.authority.scope import get_or_404, scope_of
from qadaga.matters import change
from qadaga.matters.models import Matter
from qadaga.matters.step import Course, Step

COURSE: Course[Act] = Course(
    "act", ACT, lambda act: act.acting_office.id, lambda act: {"matter": act.matter_id}, ActMove, "act"
)


def lock(act_id: UUID, *, by: Actor, on: date) -> Act:
    """The act within the actor's scope, its matter locked first and then itself (one order for everybody)."""
    standing.hold(by)
    seen = get_or_404(Act.objects.all(), scope_of(by, on), act_id)
    matter = Matter.objects.select_related("holder", "office", "body").select_for_update(of=("self",))
    held = matter.get(pk=seen.matter_id)
    rows = Act.objects.select_related("addressee", "protested", "office", "carrier").select_for_update(
        of=("self",)
    )
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
) -> Step[Act]:
    """Lock the act, compare its version, ask the law, look up the move. Call inside a transaction.

    Raises NotFound (404), Stale (412), NotPermitted (403), Conflict (409).
    """
    act = lock(act_id, by=by, on=on)
    change.expect(act, version)
    return rule(act, power, by=by, on=on, to=to, ground=ground)


def rule(
    act: Act, power: str, *, by: Actor, on: date, to: str | None = None, ground: str | None = None
) -> Step[Act]:
    """Ask the law about a locked act and look up the move."""
    return COURSE.rule(act, power, act_subject(act, by, on), by=by, on=on, to=to, ground=ground)
