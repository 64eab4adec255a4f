"""What the minutes still lack before they may be signed."""

from collections.abc import Iterator
from datetime import datetime

from qadaga.common.errors import Conflict
from qadaga.common.i18n import N_
from qadaga.coordination.choices import ItemStatus, Role
from qadaga.coordination.models import Participant, Session
from qadaga.coordination.quorum import figures
from qadaga.matters.obstacles import Obstacle


def refuse_unready(session: Session, now: datetime) -> None:
    """Raise Conflict with everything that is missing: the hour, attendance, a quorum, invitations, what was
    heard.
    """
    missing = list(missing_of(session, now))
    if missing:
        raise Conflict(
            "not_ready", N_("The minutes cannot be signed yet: something is missing."), missing=missing
        )


def missing_of(session: Session, now: datetime) -> Iterator[Obstacle]:
    """Each thing that is missing."""
    if session.starts_at > now:
        yield Obstacle("not_held", N_("The hour of the session has not come yet."))
    people = list(session.people.all())
    yield from _quorum([one for one in people if one.role == Role.MEMBER])
    for one in people:
        if one.role == Role.OFFICIAL and one.told_on is None:
            message = N_("No proof that %(name)s was called to the session (L.1.11).")
            yield Obstacle("official_not_told", message, {"name": one.name})
        elif one.role == Role.OFFICIAL:
            yield from _attended(one)
    for item in session.items.filter(status=ItemStatus.ADMITTED, heard="").order_by("no"):
        message = N_("Item %(no)s: what was heard is not written down.")
        yield Obstacle("not_heard", message, {"no": item.no})
    officials = {one.item_id for one in people if one.role == Role.OFFICIAL}
    for item in session.items.filter(status=ItemStatus.ADMITTED, violation=True).order_by("no"):
        if item.id not in officials:
            message = N_("Item %(no)s is about a violation: call the official who broke the law (L.1.11).")
            yield Obstacle("no_official", message, {"no": item.no})


def _attended(official: Participant) -> Iterator[Obstacle]:
    """Of an official it is recorded whether they came, and if not, whether there was a good reason."""
    if official.present is None:
        message = N_("It is not recorded whether the official came: %(name)s (L.1.11).")
        yield Obstacle("official_unrecorded", message, {"name": official.name})
    elif not official.present and official.excused is None:
        message = N_("%(name)s did not come: record whether there was a good reason (L.1.11).")
        yield Obstacle("absence_unexplained", message, {"name": official.name})


def _quorum(members: list[Participant]) -> Iterator[Obstacle]:
    if any(one.present is None for one in members):
        yield Obstacle("no_attendance", N_("It is not recorded who was there."))
        return
    needed, there = figures().needed(len(members)), sum(bool(one.present) for one in members)
    if there < needed:
        message = N_("No quorum: %(there)s of %(all)s members were there, %(needed)s are needed.")
        yield Obstacle("no_quorum", message, {"there": there, "all": len(members), "needed": needed})
