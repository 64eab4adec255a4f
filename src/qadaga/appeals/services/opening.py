"""An appeal becomes a matter, joins one, or makes the office above call one up."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.appeals.models import Appeal
from qadaga.appeals.services.base import COURSE, locked
from qadaga.appeals.subject import KIND, own_sphere, subject_of
from qadaga.authority.actor import Actor
from qadaga.authority.scope import get_or_404, scope_of
from qadaga.common.errors import Conflict
from qadaga.common.i18n import N_
from qadaga.journal.services import gathered
from qadaga.matters import services as matters
from qadaga.matters import terms
from qadaga.matters.models import Matter
from qadaga.matters.step import Step
from qadaga.matters.subject import subject_of as matter_subject


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterEntry:
    """What the head says of the matter that an appeal opens (O.6, O.7.1)."""

    direction: str
    title: str
    tasks: tuple[str, ...] = ()
    kato: str | None = None
    sphere: str | None = None
    transport_mode: str | None = None
    transport_task: str | None = None


@transaction.atomic
def open_matter(*, appeal_id: UUID, entry: MatterEntry, version: int, by: Actor, on: date) -> Matter:
    """Open a matter to consider the appeal in; the body and official complained of go with it.

    Raises InvalidInput, Stale, NotPermitted, NotFound, and Conflict also for an anonymous appeal that names
    no ground to be considered.
    """
    appeal = locked(appeal_id, version=version, by=by, on=on)
    step = COURSE.rule(appeal, "matter.open", subject_of(appeal, by, on), by=by, on=on, ground="appeal")
    refuse_unconsidered(appeal)
    with gathered():
        matter = matters.open(opening=_opening(appeal, entry, own_sphere(by, on)), by=by, on=on)
        _join(step, matter)
    return matter


@transaction.atomic
def call_up(*, appeal_id: UUID, reason: str, version: int, by: Actor, on: date) -> Matter:
    """The office above, where a challenge is registered, takes over the matter that was answered (L.1.2).

    Raises Conflict where the appeal challenges nothing that had a matter; otherwise as `open_matter`.
    """
    appeal = locked(appeal_id, version=version, by=by, on=on)
    challenged = appeal.challenges
    if challenged is None or challenged.matter_id is None:
        raise Conflict("nothing_to_call_up", N_("What is challenged was not considered in a matter."))
    found = get_or_404(Matter.objects.select_related("holder"), scope_of(by, on), challenged.matter_id)
    step = COURSE.rule(appeal, "matter.call_up", matter_subject(found, by, on), by=by, on=on)
    with gathered():
        matter = matters.call_up(matter_id=found.id, version=found.version, reason=reason, by=by, on=on)
        _join(step, matter)
    return matter


def refuse_unconsidered(appeal: Appeal) -> None:
    """Raise Conflict for an anonymous appeal without a ground to be considered."""
    if appeal.anonymous and not appeal.anonymous_ground:
        raise Conflict(
            "anonymous",
            N_(
                "An anonymous appeal is not considered unless it speaks of a crime or of security. "
                "Correct the registration to name that ground, or leave the appeal without consideration."
            ),
        )


def _opening(appeal: Appeal, entry: MatterEntry, sphere: str | None) -> matters.Opening:
    return matters.Opening(
        kind="appeal",
        direction=entry.direction,
        title=entry.title,
        gist=appeal.summary[:8_000],
        body=appeal.body,
        kato=entry.kato or None,
        sphere=entry.sphere or sphere,
        tasks=entry.tasks,
        transport_mode=entry.transport_mode,
        transport_task=entry.transport_task,
        complained_of=(appeal.official_id,) if appeal.official_id else (),
        repeats=appeal.repeats.matter_id if appeal.repeats else None,
    )


def _join(step: Step[Appeal], matter: Matter) -> None:
    step.save(matter=matter)
    if step.row.official_id is not None:
        matters.complains_of(matter, step.row.official_id)
    terms.join_matter(kind=KIND, subject_id=step.row.id, matter=matter)
    step.journal(matter=matter.id)
