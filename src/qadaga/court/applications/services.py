"""The matter goes to court: an application with its paper, and what the court decided (O.7.2, L.1.12)."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from uuid import UUID

from django.db import transaction

from qadaga.acts import services as acts
from qadaga.acts.choices import Language
from qadaga.acts.models import Act
from qadaga.authority import barred
from qadaga.authority.actor import Actor
from qadaga.authority.signing import signer_of
from qadaga.common.errors import Conflict, FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.court.applications import paper
from qadaga.court.applications.choices import APPLY, DECIDED_AFTER, KEEP, ApplicationStatus, Ground
from qadaga.court.applications.models import Application
from qadaga.court.applications.subject import APPLICATIONS, application_subject
from qadaga.database.refusals import refused_by
from qadaga.documents.services import store
from qadaga.law.coverage import implements
from qadaga.matters import change
from qadaga.matters.dates import choice, within
from qadaga.matters.models import Matter
from qadaga.matters.services.base import begin, text
from qadaga.matters.step import Step, signature
from qadaga.matters.subject import subject_of

UNSATISFIED = ("served", "partly", "refused", "escalated", "unheard")
TWICE = {
    "application_once": FieldError(
        "claim", "twice", N_("The same is already asked of the court in this matter.")
    )
}


@dataclass(frozen=True, slots=True)
class Applied:
    """In whose interest, against whom, to which court, what is asked and by which norm, in which language.

    `act_id` is the act that was not satisfied and goes to court with it.
    """

    ground: str
    person: str
    defendant: str
    court: str
    norm: str
    claim: str
    language: str = Language.RU
    act_id: UUID | None = None


@implements("O.7.2", "O.6.1", "L.1.12")
@transaction.atomic
def apply(*, matter_id: UUID, applied: Applied, by: Actor, on: date) -> Application:
    """Apply to court in a matter; the paper gets its number and is frozen, an act named goes with it.

    Raises InvalidInput (a refused protest without the protest, the same twice), Conflict (a closed matter,
    an act that is satisfied or not answered yet), NotPermitted.
    """
    signer = signer_of(by)
    opened = begin(matter_id, APPLY, version=None, by=by, on=on, ground=applied.ground)
    matter, ruling = opened.row, opened.ruling
    row = _row(matter, applied)
    row.act = act = _act(matter, applied)
    row.status, row.signed_on = ApplicationStatus.FILED, on
    subject = subject_of(matter, by, on)
    step: Step[Application] = Step(APPLICATIONS, row, APPLY, by, on, subject, ruling, "", "filed", row.ground)
    row.office, row.signer = matter.holder, signer
    row.number, row.number_text = change.number(matter.holder, on, "court_paper")
    pdf = store(BytesIO(paper.pdf(row)), f"application-{on.year}-{row.number}.pdf", by=by)
    for name, value in signature(step, signer, row.number, row.number_text, pdf).items():
        setattr(row, name, value)
    row.norms = sorted({citation.clause for citation in ruling.citations})
    with refused_by(TWICE):
        row.save(force_insert=True)
    if act is not None:  # it writes the journal: after the number is taken
        said = {"court": row.court, "reason": row.claim[:4000]}
        acts.to_court(act_id=act.id, version=act.version, **said, by=by, on=on)
    opened.save(row.number_text)
    step.journal(matter=matter.id, act=row.act_id, number=row.number)
    return row


@implements("O.7.2", "L.1.3")
@transaction.atomic
def record_outcome(
    *,
    application_id: UUID,
    version: int,
    outcome: str,
    decided_on: date,
    decision: str,
    case_number: str,
    by: Actor,
    on: date,
) -> Application:
    """Record what the court did: accepted it, returned it, or decided. Raises InvalidInput, Conflict."""
    row = locked(application_id, by=by, on=on)
    known = list(DECIDED_AFTER.get(row.status, ()))
    if not known:
        raise Conflict("decided", N_("The court has decided already: what it decided stands."))
    to = choice("outcome", outcome, known)
    step = APPLICATIONS.rule(row, KEEP, application_subject(row, by, on), by=by, on=on, to=to)
    change.expect(row, version)
    said = text("decision", decision, 8000)
    day = within("decided_on", decided_on, earliest=row.signed_on, latest=on)
    step.save(
        case_number=text("case_number", case_number, 60, multiline=False, required=False) or row.case_number,
        decided_on=day,
        decision=said,
        decided_by_id=by.appointment_id,
    )
    step.journal(outcome=to, decided_on=day)
    return row


def locked(application_id: UUID, *, by: Actor, on: date) -> Application:
    """The application within the scope, locked. Raises NotFound, also for whom its matter complains of."""
    rows = Application.objects.select_related("office", "matter__holder", "matter__office")
    return change.locked(barred.without(rows, by.person_id, "court_claim"), application_id, by=by, on=on)


def _row(matter: Matter, applied: Applied) -> Application:
    return Application(
        matter=matter,
        region_id=matter.holder.region_id,
        ground=choice("ground", applied.ground, Ground.values),
        language=choice("language", applied.language, Language.values),
        person=text("person", applied.person, 300, multiline=False),
        defendant=text("defendant", applied.defendant, 300, multiline=False),
        court=text("court", applied.court, 300, multiline=False),
        norm=text("norm", applied.norm, 500, multiline=False),
        claim=text("claim", applied.claim, 8000),
    )


def _act(matter: Matter, applied: Applied) -> Act | None:
    """The act of the matter that was not satisfied, None where none is named. Raises InvalidInput."""
    if applied.act_id is None:
        if applied.ground == Ground.REFUSED:
            raise InvalidInput.of("act", "required", N_("Name the protest that was refused (O.7.2)."))
        return None
    act = Act.objects.filter(id=applied.act_id, matter=matter, status__in=UNSATISFIED).first()
    if act is None:
        raise InvalidInput.of(
            "act", "not_unsatisfied", N_("Choose an act of this matter that was served and not satisfied.")
        )
    return act
