"""Norms entered, approved and ended by the General Prosecutor's Office; what matters serve by them (O.9)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, Conflict, FieldError, InvalidInput, NotFound
from qadaga.common.i18n import N_
from qadaga.database.refusals import refused_by
from qadaga.law.coverage import implements
from qadaga.matters import change
from qadaga.matters.dates import choice, within
from qadaga.matters.models import Matter
from qadaga.matters.norms.choices import APPROVE, ENTER, NAMED, NormKind, NormStatus
from qadaga.matters.norms.models import MatterNorm, Norm
from qadaga.matters.norms.subject import NORMS, norm_subject
from qadaga.matters.services.base import begin, text
from qadaga.offices.selectors import office_by_id

OTHER_TASKS = "other_tasks"
LINES = {"title_ru": 300, "title_kk": 300, "act": 300, "article": 60, "edition": 100}
TWICE = {
    "norm_edition_once": FieldError(
        "edition", "twice", N_("This edition of the article is in the register already.")
    ),
    "norm_open_once": FieldError(
        "article", "open", N_("An edition of this article has no last day yet. End it first.")
    ),
}


@dataclass(frozen=True, slots=True)
class Entered:
    """What the norm gives, in both languages and in our own words; its law, article, edition, first day."""

    kind: str
    title_ru: str
    title_kk: str
    act: str
    article: str
    edition: str
    gist: str
    valid_from: date


@implements("O.2", "O.9")
@transaction.atomic
def enter(*, entered: Entered, by: Actor, on: date) -> Norm:
    """Enter a norm: nothing rests on it before it is approved. Raises InvalidInput, NotPermitted."""
    row = Norm(status=NormStatus.DRAFT, office=office_by_id(by.office_id), valid_from=entered.valid_from)
    row.entered_on, row.entered_by_id = on, by.appointment_id
    step = NORMS.ask(row, ENTER, norm_subject(row, by), by=by, on=on)
    row.kind = choice("kind", entered.kind, NormKind.values)
    for name, longest in LINES.items():
        setattr(row, name, text(name, getattr(entered, name), longest, multiline=False))
    row.gist = text("gist", entered.gist)
    with refused_by(TWICE):
        row.save(force_insert=True)
    step.journal(kind=row.kind, valid_from=row.valid_from)
    return row


@implements("O.P1", "O.2", "O.9")
@transaction.atomic
def approve(*, norm_id: UUID, version: int, decision: str, decided_on: date, by: Actor, on: date) -> Norm:
    """Approve a norm by an order of the Prosecutor General: from its first day it may be rested on.

    Raises AlreadyDone, InvalidInput (a decision of a day to come), NotPermitted.
    """
    row = _locked(norm_id)
    if row.status == NormStatus.APPROVED:
        raise AlreadyDone()
    step = NORMS.rule(row, APPROVE, norm_subject(row, by), by=by, on=on)
    change.expect(row, version)
    step.save(
        decision=text("decision", decision, 120, multiline=False),
        decided_on=within("decided_on", decided_on, earliest=None, latest=on),
        approved_on=on,
        approved_by_id=by.appointment_id,
    )
    step.journal(decided_on=decided_on)
    return row


@implements("O.2", "O.9")
@transaction.atomic
def end(*, norm_id: UUID, version: int, valid_to: date, by: Actor, on: date) -> Norm:
    """Say from which day the norm is no longer in force. Raises InvalidInput, Conflict, NotPermitted."""
    row = _locked(norm_id)
    step = NORMS.rule(row, ENTER, norm_subject(row, by), by=by, on=on)
    change.expect(row, version)
    if row.valid_to is not None:
        raise Conflict("ended", N_("The last day of this norm is recorded already."))
    if valid_to <= row.valid_from:
        raise InvalidInput.of(
            "valid_to", "too_early", N_("Give a day after %(day)s, its first."), day=row.valid_from
        )
    step.save(valid_to=valid_to)
    step.journal(valid_to=valid_to)
    return row


@implements("O.6.4", "O.7.5")
@transaction.atomic
def serve(*, matter_id: UUID, version: int, norm_id: UUID, by: Actor, on: date) -> MatterNorm:
    """Say that a matter serves another task or function, by the norm that gives it.

    Raises InvalidInput (no such norm in force), AlreadyDone, NotPermitted, Conflict (a closed matter).
    """
    step = begin(matter_id, "matter.set_tasks", version=version, by=by, on=on)
    norm = resting_on(norm_id, on, *NAMED)
    made, fresh = MatterNorm.objects.get_or_create(
        matter=step.row, norm=norm, defaults={"on": on, "by_id": by.appointment_id}
    )
    if not fresh:
        raise AlreadyDone()
    step.save(tasks=_with_other(step.row, norm))
    step.journal(norm=norm.id, kind=norm.kind)
    return made


def resting_on(norm_id: UUID, on: date, *kinds: NormKind, field: str = "norm") -> Norm:
    """The norm of one of the kinds that is in force on the day; InvalidInput on the field."""
    norm = Norm.objects.filter(id=norm_id, kind__in=kinds).first()
    if norm is None or not norm.in_force(on):
        raise InvalidInput.of(
            field,
            "not_in_force",
            N_("Choose a norm of the register that is approved and in force on %(day)s (O.9)."),
            day=on,
        )
    return norm


def _with_other(matter: Matter, norm: Norm) -> list[str]:
    """The tasks of the matter; another task by a norm is one of "other tasks" (O.6.4)."""
    return sorted({*matter.tasks, OTHER_TASKS}) if norm.kind == NormKind.TASK else matter.tasks


def _locked(norm_id: UUID) -> Norm:
    row = Norm.objects.select_for_update(of=("self",)).select_related("office").filter(id=norm_id).first()
    if row is None:
        raise NotFound()
    return row
