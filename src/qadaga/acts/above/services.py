"""A higher office decides on a lower one's act or measure: ruled on, on paper, with what follows (L.1.2)."""

from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from typing import Any
from uuid import UUID

from django.db import transaction

from qadaga.acts.above import paper
from qadaga.acts.above.choices import NOTE, ON_PAPER, POWERS, TELL, AboveKind
from qadaga.acts.above.effects import effect
from qadaga.acts.above.models import Decision, HigherResolution
from qadaga.acts.above.targets import Target, target_of
from qadaga.acts.choices import Language, SuspensionScope
from qadaga.authority.actor import Actor
from qadaga.authority.signing import signer_of
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict
from qadaga.common.i18n import N_
from qadaga.documents.services import store
from qadaga.law.coverage import implements
from qadaga.matters import change as changes
from qadaga.matters.choices import ServingWay
from qadaga.matters.dates import choice, within
from qadaga.matters.seating import seat_terms
from qadaga.matters.services.base import text
from qadaga.matters.step import Step, signature
from qadaga.matters.subject import of_office
from qadaga.offices.models import Office
from qadaga.offices.selectors import office_by_id


@dataclass(frozen=True, slots=True)
class Decided:
    """What the office above decides: on which ground, why, by which norm, how far, in which new wording;
    with `until` a change gives it another last day too.
    """

    reasons: str
    ground: str = ""
    norm: str = ""
    scope: str = SuspensionScope.WHOLE
    part: str = ""
    wording: str = ""
    until: date | None = None
    language: str = Language.RU


@dataclass(frozen=True, slots=True)
class About:
    """Whose record: its kind and id, the version that was seen; who decides, on which day."""

    kind: str
    record_id: UUID
    version: int
    by: Actor
    on: date


@implements("L.1.2")
def suspend(*, kind: str, record_id: UUID, version: int, decided: Decided, by: Actor, on: date) -> Decision:
    """Suspend it wholly or in part until the office above decides; wholly, its term stands still.

    Raises NotPermitted (an equal or a lower one, no ground), Conflict (a stage that has no effect to be
    suspended), AlreadyDone, InvalidInput, Stale, NotFound.
    """
    about = About(kind, record_id, version, by, on)
    return _decide(AboveKind.SUSPEND, about, decided)


@implements("L.1.2")
def resume(*, kind: str, record_id: UUID, version: int, reasons: str, by: Actor, on: date) -> Decision:
    """Let what was suspended go on as before; its term runs on. Raises Conflict where nothing is."""
    return _decide(AboveKind.RESUME, About(kind, record_id, version, by, on), Decided(reasons))


@implements("L.1.2")
def cancel(*, kind: str, record_id: UUID, version: int, decided: Decided, by: Actor, on: date) -> Decision:
    """Cancel it by a reasoned resolution: it stays on record, and nothing more is done with it."""
    return _decide(AboveKind.CANCEL, About(kind, record_id, version, by, on), decided)


@implements("L.1.2")
def change(*, kind: str, record_id: UUID, version: int, decided: Decided, by: Actor, on: date) -> Decision:
    """Give it a new wording by resolution, or another last day with it; what was signed stays as it was. The
    period of an inspection may be cut short as well.

    A suspension ends with it. Raises as `suspend`; InvalidInput on `until` where the norm of its term does
    not let it go so far, Conflict where no term runs.
    """
    return _decide(AboveKind.CHANGE, About(kind, record_id, version, by, on), decided)


@implements("L.1.2")
def take_over(*, kind: str, record_id: UUID, version: int, decided: Decided, by: Actor, on: date) -> Decision:
    """Carry a lower one's act, request or inspection on in the own office, whoever began it."""
    return _decide(AboveKind.TAKE_OVER, About(kind, record_id, version, by, on), decided)


@implements("L.1.2")
def note(*, kind: str, record_id: UUID, version: int, by: Actor, on: date) -> int:
    """The lower office takes note of every decision it has not noted yet; how many. Raises AlreadyDone."""
    with transaction.atomic():
        target = target_of(kind)
        row = _locked(target, About(kind, record_id, version, by, on))
        rows = list(Decision.objects.filter(subject_id=row.id, noted_on=None).order_by("id"))
        lower = rows[0].lower_office if rows else row.matter.holder
        subject = of_office(target.subject(row, by, on), lower, by, on)
        step = target.course.rule(row, NOTE, subject, by=by, on=on)
        if not rows:
            raise AlreadyDone
        Decision.objects.filter(id__in=[one.id for one in rows]).update(
            noted_on=on, noted_by_id=by.appointment_id
        )
        step.save()
        step.journal(decisions=[one.id for one in rows])
        return len(rows)


@implements("L.1.2")
def tell(
    *, kind: str, record_id: UUID, version: int, told_on: date, way: str, by: Actor, on: date
) -> list[Decision]:
    """Record when and how the addressee was told of every decision not told of yet. Raises AlreadyDone."""
    choice("way", way, ServingWay.values)
    with transaction.atomic():
        target = target_of(kind)
        row = _locked(target, About(kind, record_id, version, by, on))
        step = target.course.rule(row, TELL, target.subject(row, by, on), by=by, on=on)
        rows = list(Decision.objects.filter(subject_id=row.id, to_tell=True, told_on=None).order_by("id"))
        if not rows:
            raise AlreadyDone
        day = within("told_on", told_on, earliest=rows[-1].decided_on, latest=on)
        for one in rows:
            one.told_on, one.told_way, one.told_by_id = day, way, by.appointment_id
            one.save(update_fields=["told_on", "told_way", "told_by"])
        step.save()
        step.journal(decisions=[one.id for one in rows], told=day, way=way)
        return rows


def _locked(target: Target, about: About) -> Any:
    row = target.lock(about.record_id, about.by, about.on)
    changes.expect(row, about.version)
    return row


def _decide(kind: AboveKind, about: About, decided: Decided) -> Decision:
    with transaction.atomic():
        target, by, on = target_of(about.kind), about.by, about.on
        row = _locked(target, about)
        power, open_one = POWERS[kind], _open_suspension(row.id)
        subject, lower = target.subject(row, by, on), _lower(target, row)
        # The law is asked first: whoever may not decide learns nothing of the state of things.
        asked = target.course.ask(row, power, subject, by=by, on=on, ground=decided.ground or None)
        made = _made(kind, decided, asked, told=target.served(row))
        to = _leads_to(target, made, open_one)
        step = replace(asked, after=target.course.table.move(row.status, power, to))
        made.lower_office = lower
        columns = effect(target, made, open_one, step)
        made.save(force_insert=True)
        frozen = _freeze(made, decided, step, target.name(row)) if kind in ON_PAPER else {}
        step.save(made.reasons, **columns)
        if kind == AboveKind.TAKE_OVER:
            seat_terms(target.kind, row.id, row.office)
            target.carried(row, by, on)
        step.journal(decision=made.id, scope=made.scope, lower=lower.code, **frozen)
        return made


def _lower(target: Target, row: Any) -> Office:
    """The office whose record it is now."""
    return office_by_id(target.course.office(row))


def _open_suspension(pk: UUID) -> Decision | None:
    return Decision.objects.filter(subject_id=pk, kind=AboveKind.SUSPEND, ended_on=None).first()


def _made(kind: AboveKind, decided: Decided, step: Step[Any], *, told: bool) -> Decision:
    row, by = step.row, step.by
    scope = choice("scope", decided.scope, SuspensionScope.values)
    in_part = scope == SuspensionScope.PART
    return Decision(
        matter=row.matter,
        subject_kind=step.course.kind,
        subject_id=row.id,
        office_id=by.office_id,
        kind=kind,
        ground=decided.ground,
        scope=scope,
        part=text("part", decided.part, 4000) if in_part else "",
        wording=text("wording", decided.wording, 8000) if kind == AboveKind.CHANGE else "",
        until=decided.until if kind == AboveKind.CHANGE else None,
        reasons=text("reasons", decided.reasons, 8000),
        before=row.status,
        decided_on=step.on,
        decided_at=clock.now(),
        by_id=by.appointment_id,
        to_tell=told and kind != AboveKind.TAKE_OVER,
    )


def _leads_to(target: Target, made: Decision, open_one: Decision | None) -> str | None:
    """The status where the table leaves a choice: suspended or as it is; back to what it was."""
    kind = made.kind
    if kind == AboveKind.SUSPEND:
        if open_one is not None:
            raise AlreadyDone("suspended_already", N_("It is suspended already: decide on it instead."))
        return target.stopped if made.whole else made.before
    if kind == AboveKind.RESUME and open_one is None:
        raise Conflict("not_suspended", N_("Nothing of it is suspended by an office above."))
    if kind in (AboveKind.RESUME, AboveKind.CHANGE) and open_one is not None:
        return open_one.before
    return None


def _freeze(made: Decision, decided: Decided, step: Step[Any], about: str) -> dict[str, Any]:
    """The resolution: number, frozen paper, the ruling it rests on."""
    row = HigherResolution(decision=made, signer=signer_of(step.by), signed_at=made.decided_at)
    row.office, row.signed_on = office_by_id(step.by.office_id), step.on
    row.language = choice("language", decided.language, Language.values)
    row.norm = text("norm", decided.norm, 500, multiline=False)
    row.number, row.number_text = changes.number(row.office, step.on, "resolution")
    stored = store(BytesIO(paper.pdf(row, about)), f"above-{step.on.year}-{row.number}.pdf", by=step.by)
    for name, value in signature(step, row.signer, row.number, row.number_text, stored).items():
        setattr(row, name, value)
    row.norms = sorted({citation.clause for citation in step.ruling.citations})
    row.save(force_insert=True)
    return {"number": row.number, "sha256": row.sha256}
