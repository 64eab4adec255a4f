"""Proceedings opened and closed by the prosecutor's own resolution (O.8.9)."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from uuid import UUID

from django.db import transaction

from qadaga.acts.choices import Language
from qadaga.authority.actor import Actor
from qadaga.authority.signing import signer_of
from qadaga.common.errors import AlreadyDone, InvalidInput
from qadaga.common.i18n import N_
from qadaga.common.identifiers import parse_iin
from qadaga.documents.services import store
from qadaga.law.coverage import implements
from qadaga.matters import change, deaths
from qadaga.matters.dates import choice
from qadaga.matters.models import Body
from qadaga.matters.services.base import text
from qadaga.matters.step import Step, signature
from qadaga.staff.models import Appointment
from qadaga.supervision.offences import paper
from qadaga.supervision.offences.choices import CaseStatus, DecisionKind
from qadaga.supervision.offences.models import OffenceCase, ProceedingsResolution
from qadaga.supervision.offences.services.files import Named, begun, end, insert, locked
from qadaga.supervision.offences.subject import CASES, CLOSE, OPEN, REPLY, case_subject

SIGNS = "offence_signs"


@dataclass(frozen=True, slots=True)
class Decided:
    """What the resolution says: about whom, by which norm, why, in the language of the paper; the IIN of a
    person, where it is known.
    """

    person: str
    norm: str
    reasons: str
    language: str = Language.RU
    iin: str = ""


@implements("O.8.9", "O.7.1")
def open_new(*, named: Named, decided: Decided, by: Actor, on: date) -> OffenceCase:
    """Open proceedings where there are signs of an offence, and send them to the body that decides.

    Raises InvalidInput (also for proceedings that run already against the same person under the same
    article), NotPermitted (no leader, another's territory or sphere, a person who has died).
    """
    with transaction.atomic():
        signer = signer_of(by)
        row = begun(named, CaseStatus.OPENED, by, on)
        subject = case_subject(row, by, on, deaths.marks(_iin(decided)))
        step = CASES.ask(row, OPEN, subject, by=by, on=on, ground=SIGNS)
        made = _resolution(row, DecisionKind.OPEN, SIGNS, decided, signer)
        _refuse_twice(row, made.person)
        insert(row, on)
        _freeze(step, made)
        step.journal(resolution=made.number, sha256=made.sha256)
        return row


@implements("O.8.9", "O.7.1")
def open_proceedings(*, case_id: UUID, version: int, decided: Decided, by: Actor, on: date) -> OffenceCase:
    """Open proceedings that the body refused or closed, once the file was checked. Raises Conflict."""
    return _decide(case_id, version, (DecisionKind.OPEN, SIGNS), decided, by=by, on=on)


@implements("O.8.9", "O.7.1")
def close_proceedings(
    *, case_id: UUID, version: int, ground: str, decided: Decided, by: Actor, on: date
) -> OffenceCase:
    """Close the proceedings on a ground of the closed list. Raises AlreadyDone, Conflict, NotPermitted."""
    return _decide(case_id, version, (DecisionKind.CLOSE, ground), decided, by=by, on=on)


def _decide(
    case_id: UUID, version: int, what: tuple[DecisionKind, str], decided: Decided, *, by: Actor, on: date
) -> OffenceCase:
    kind, ground = what
    with transaction.atomic():
        signer = signer_of(by)
        row = locked(case_id, by=by, on=on)
        if row.resolutions.filter(kind=kind).exists():
            raise AlreadyDone()
        power = OPEN if kind == DecisionKind.OPEN else CLOSE
        subject = case_subject(row, by, on, deaths.marks(_iin(decided)))
        step = CASES.rule(row, power, subject, by=by, on=on, ground=ground)
        change.expect(row, version)
        made = _resolution(row, kind, ground, decided, signer)
        _freeze(step, made)
        end(row, REPLY, on, by)  # closed by the prosecutor: nobody else decides any more
        step.save(due_on=row.due_on)
        step.journal(resolution=made.number, sha256=made.sha256)
        return row


def _refuse_twice(row: OffenceCase, person: str) -> None:
    """Two who open the same at once come one after the other here: the row of the body lets one in."""
    Body.objects.select_for_update(no_key=True).get(pk=row.body_id)
    same = ProceedingsResolution.objects.filter(
        kind=DecisionKind.OPEN,
        person=person,
        case__office=row.office_id,
        case__body=row.body_id,
        case__article=row.article,
        case__status=CaseStatus.OPENED,
    )
    if same.exists():
        raise InvalidInput.of(
            "person",
            "taken",
            N_("These proceedings run already: find the case by the person and the article, and work there."),
        )


def _resolution(
    row: OffenceCase, kind: DecisionKind, ground: str, decided: Decided, signer: Appointment
) -> ProceedingsResolution:
    return ProceedingsResolution(
        case=row,
        office=row.office,
        kind=kind,
        ground=ground,
        person=text("person", decided.person, 300, multiline=False),
        iin=_iin(decided) or None,
        norm=text("norm", decided.norm, 500, multiline=False),
        reasons=text("reasons", decided.reasons, 8000),
        language=choice("language", decided.language, Language.values),
        signer=signer,
    )


def _iin(decided: Decided) -> str:
    return parse_iin(decided.iin).value if decided.iin else ""


def _freeze(step: Step[OffenceCase], made: ProceedingsResolution) -> None:
    row, on = step.row, step.on
    made.signed_on = on
    made.number, made.number_text = change.number(row.office, on, "admin_resolution")
    pdf = store(BytesIO(paper.pdf(row, made)), f"proceedings-{on.year}-{made.number}.pdf", by=step.by)
    for name, value in signature(step, made.signer, made.number, made.number_text, pdf).items():
        setattr(made, name, value)
    made.norms = sorted({citation.clause for citation in step.ruling.citations})
    made.save(force_insert=True)
