"""The answer: drafted, signed by the head or whoever replaces the head (O.15), sent within the term."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from uuid import UUID

from django.db import transaction

from qadaga.appeals import papers, rules
from qadaga.appeals.kinds import AnswerOutcome, AnswerState, SendWay
from qadaga.appeals.models import Answer, Appeal
from qadaga.appeals.services import clocks
from qadaga.appeals.services.base import begin, way_marks
from qadaga.appeals.services.opening import refuse_unconsidered
from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict
from qadaga.common.i18n import N_
from qadaga.common.text import clean
from qadaga.documents import numbering
from qadaga.documents.services import store
from qadaga.law import terms as law
from qadaga.law.coverage import implements
from qadaga.matters.dates import choice, within
from qadaga.offices.selectors import answering
from qadaga.staff.selectors import appointment_by_id
from qadaga.workdays import selectors as workdays

MAX_TEXT = 40_000
_LANGUAGES = ["kk", "ru"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerEntry:
    """What an answer says: `outcome` of `kinds.AnswerOutcome`, `language` kk or ru."""

    language: str
    outcome: str
    text: str


@implements("O.8.d1")
@transaction.atomic
def draft_answer(*, appeal_id: UUID, entry: AnswerEntry, version: int, by: Actor, on: date) -> Answer:
    """Write the answer's draft, or write it anew; until it is signed it may change.

    Raises InvalidInput, Stale, NotPermitted, Conflict (signed already, anonymous without ground), NotFound.
    """
    entry = _checked(entry)
    step = begin(appeal_id, "appeal.draft_answer", version=version, by=by, on=on)
    refuse_unconsidered(step.row)
    answer = _draft_of(step.row, by, on)
    answer.language, answer.outcome, answer.text = entry.language, entry.outcome, entry.text
    answer.drafted_by_id, answer.drafted_on = by.appointment_id, on
    answer.version += 1
    answer.save()
    step.save()
    step.journal(answer=answer.id, outcome=answer.outcome)
    return answer


@implements("O.15")
@transaction.atomic
def sign_answer(*, appeal_id: UUID, version: int, by: Actor, on: date) -> Answer:
    """Sign the draft: number it, say until when it can be challenged, freeze the PDF/A and its SHA-256.

    Raises NotPermitted for anybody but the head or whoever replaces the head (O.15), Conflict, Stale.
    """
    step = begin(appeal_id, "appeal.sign_answer", version=version, by=by, on=on)
    answer = _in_state(step.row, AnswerState.DRAFT)
    answer.state = AnswerState.SIGNED
    answer.signed_by_id, answer.signed_on = by.appointment_id, on
    answer.challenge_until = challenge_until(on)
    office = answering(step.row.office, on)
    answer.number = numbering.take_formatted(
        office_code=office.code,
        office_id=office.id,
        year=on.year,
        register="outgoing",
    )
    signer = appointment_by_id(by.appointment_id)
    pdf = papers.answer(step.row, answer, step.row.applicants.order_by("position"), signer)
    answer.pdf = store(BytesIO(pdf), f"{answer.number.replace('/', '-')}.pdf", by=by)
    answer.sha256 = answer.pdf.sha256
    answer.version += 1
    answer.save()
    step.save()
    step.journal(answer=answer.id, number=answer.number, sha256=answer.sha256)
    return answer


@transaction.atomic
def send_answer(*, appeal_id: UUID, sent_on: date, way: str, version: int, by: Actor, on: date) -> Answer:
    """Record that the signed answer was sent: the consideration is over and its term ends on that day.

    To somebody held it goes past the administration of the place (L.3.6). Raises InvalidInput on
    `sent_on` or `way`, Conflict, Stale, NotPermitted, NotFound.
    """
    choice("way", way, SendWay.values)
    marks = way_marks(way)
    step = begin(appeal_id, "appeal.send_answer", version=version, by=by, on=on, marks=marks)
    answer = _in_state(step.row, AnswerState.SIGNED)
    within("sent_on", sent_on, earliest=answer.signed_on, latest=on)
    answer.state, answer.sent_on, answer.sent_way = AnswerState.SENT, sent_on, way
    answer.version += 1
    answer.save(update_fields=["state", "sent_on", "sent_way", "version"])
    clocks.finish_consideration(step.row, by=by, on=sent_on)
    step.save(closed_on=sent_on, due_on=None)
    step.journal(answer=answer.id, sent_on=sent_on, way=way)
    return answer


def challenge_until(signed_on: date) -> date:
    """The last day on which an answer signed on the day can be challenged."""
    return law.due([law.Event("start", signed_on)], rules.CHALLENGE, workdays.current()).due


def _checked(entry: AnswerEntry) -> AnswerEntry:
    return AnswerEntry(
        language=choice("language", entry.language, _LANGUAGES),
        outcome=choice("outcome", entry.outcome, AnswerOutcome.values),
        text=clean(entry.text, field="text", max_length=MAX_TEXT, multiline=True, required=True),
    )


def _draft_of(appeal: Appeal, by: Actor, on: date) -> Answer:
    answer = Answer.objects.filter(appeal=appeal).first()
    if answer is None:
        office = answering(appeal.office, on)
        return Answer(appeal=appeal, challenge_office_id=office.parent_id or office.id, version=0)
    if answer.state != AnswerState.DRAFT:
        raise Conflict("answer_signed", N_("The answer is signed: what is signed is not rewritten."))
    return answer


def _in_state(appeal: Appeal, state: AnswerState) -> Answer:
    answer = Answer.objects.select_for_update().filter(appeal=appeal).first()
    if answer is None:
        raise Conflict("no_answer", N_("There is no answer yet: draft it first."))
    if answer.state != state:
        raise Conflict("answer_state", N_("This cannot be done with the answer at the stage it is at now."))
    return answer
