"""Measures: a request for documents (O.8.2) with its own number, term and reply; a note of findings."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from qadaga import authority
from qadaga.acts.choices import Language, MeasureKind, MeasureStatus
from qadaga.acts.letters import services as letters
from qadaga.acts.models import Measure, Ordered
from qadaga.acts.services.sending import Exercised, Lettered, send
from qadaga.acts.subject import measure_subject
from qadaga.acts.transitions import MEASURE
from qadaga.authority import standing
from qadaga.authority.actor import Actor
from qadaga.authority.scope import get_or_404, scope_of
from qadaga.common.errors import Conflict
from qadaga.common.i18n import N_
from qadaga.common.ids import new_id
from qadaga.documents.models import StoredFile
from qadaga.law.coverage import implements
from qadaga.law.model import Ruling
from qadaga.matters import change, terms
from qadaga.matters.dates import choice, within
from qadaga.matters.delivery import Delivered, proven
from qadaga.matters.models import Body, Matter
from qadaga.matters.services.base import text
from qadaga.matters.step import stored
from qadaga.matters.subject import subject_of
from qadaga.matters.transitions import MATTER

REQUEST_TERM = "document_request"


@dataclass(frozen=True, slots=True)
class Issuing:
    """A measure about to be issued: by which power, on which ground of the catalogue.

    `check` may still refuse it once its matter is locked; `keep` writes what its kind adds to the row.
    `letter` is what its letter says beside what every letter does; without it none goes out.
    """

    kind: MeasureKind
    power: str
    ground: str | None = None
    check: Callable[[Matter], None] = lambda _matter: None
    keep: Callable[[Measure], None] = lambda _measure: None
    letter: Lettered | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request asks: of whom, on what ground, what for, in which language, within how many days where
    it sets them itself.
    """

    addressee: Body
    ground: str
    text: str
    language: str
    days: int | None = None


@implements("O.8.2")
def request(*, matter_id: UUID, asked: Asked, by: Actor, on: date) -> Measure:
    """Issue a request for documents in a matter, with its number and its letter.

    It rests on the ground on which its matter was opened. Raises Conflict where the same waits for an answer,
    InvalidInput on `days` out of bounds.
    """
    columns = _columns(asked.ground, asked.text, asked.language, asked.addressee)
    letter = Lettered(REQUEST_TERM, letters.length(asked.days))

    def check(matter: Matter) -> None:
        refuse_twice(matter, MeasureKind.REQUEST, columns)

    issuing = Issuing(MeasureKind.REQUEST, "measure.request", check=check, letter=letter)
    return issue(matter_id, issuing, columns, by, on)


def findings(*, matter_id: UUID, ground: str, note: str, language: str, by: Actor, on: date) -> Measure:
    """Record a note of findings: what the officer established, on what ground."""
    issuing = Issuing(MeasureKind.FINDINGS, "measure.findings")
    return issue(matter_id, issuing, _columns(ground, note, language, None), by, on)


def serve_request(*, measure_id: UUID, version: int, delivered: Delivered, by: Actor, on: date) -> Measure:
    """Record that the request reached its addressee, with the proof; the term for the reply runs from then,
    as long as its letter says or else the catalogue's rule.
    """
    reference = proven(delivered)
    with transaction.atomic():
        measure = lock_measure(measure_id, version, by, on)
        ruling = authority.require(by, "measure.request", measure_subject(measure, by, on), on=on)
        measure.status = MEASURE.move(measure.status, "measure.serve")
        proof = {"proof": delivered.proof, "proof_ref": reference}
        Ordered.objects.create(measure=measure, ground=measure.matter.kind, **proof)
        reached(measure, delivered, ruling, rule=REQUEST_TERM, by=by, on=on)
        return measure


def reached(
    measure: Measure, delivered: Delivered, ruling: Ruling, *, rule: str, by: Actor, on: date
) -> None:
    """Write and journal when and how the locked measure reached its addressee; its term runs from then,
    as long as its letter says or else the rule. Raises InvalidInput for a day before it was
    issued, or to come.
    """
    served_on = within("served_on", delivered.served_on, earliest=measure.issued_on, latest=on)
    measure.served_on, measure.served_way = served_on, delivered.way
    measure.served_by_id = by.appointment_id
    owner = terms.Owner("measure", measure.id, measure.office_id, measure.region_id, measure.matter)
    days = letters.days_of(measure.id)
    measure.due_on = terms.start(owner=owner, rule=rule, on=served_on, by=by, days=days).due_on
    save(measure, "status", "served_on", "served_way", "served_by", "due_on")
    journal_measure(measure, "measure.serve", by, on, ruling, served=served_on, due=measure.due_on)


def record_measure_reply(
    *,
    measure_id: UUID,
    version: int,
    replied_on: date,
    reply: str,
    by: Actor,
    on: date,
    file: StoredFile | None = None,
) -> Measure:
    """Record what came back; the term for the reply ends. Raises InvalidInput for a day before service."""
    reply = text("reply", reply, 8000)
    with transaction.atomic():
        measure = lock_measure(measure_id, version, by, on)
        ruling = authority.require(by, "measure.record_reply", measure_subject(measure, by, on), on=on)
        measure.status = MEASURE.move(measure.status, "measure.record_reply")
        measure.replied_on = within("replied_on", replied_on, earliest=measure.served_on, latest=on)
        measure.reply, measure.reply_file, measure.reply_by_id = reply, file, by.appointment_id
        terms.finish_open(kind="measure", subject_id=measure.id, on=replied_on, by=by)
        save(measure, "status", "replied_on", "reply", "reply_file", "reply_by")
        journal_measure(measure, "measure.record_reply", by, on, ruling, replied=replied_on)
        return measure


def _columns(ground: str, words: str, language: str, addressee: Body | None) -> dict[str, Any]:
    return {
        "ground": text("ground", ground),
        "text": text("text", words, 30_000),
        "language": choice("language", language, Language.values),
        "addressee": addressee,
    }


def refuse_twice(matter: Matter, kind: MeasureKind, columns: dict[str, Any]) -> None:
    """Raise Conflict where the same is asked of the same body in the matter and waits for its answer."""
    waiting = Measure.objects.filter(
        matter=matter, kind=kind, addressee=columns["addressee"], text=columns["text"]
    ).exclude(status__in=(MeasureStatus.REPLIED, MeasureStatus.CANCELLED))
    found = waiting.first()
    if found is not None:
        raise Conflict(
            "asked_already",
            N_("The same is already asked of this body by %(number)s. Wait for its answer, or remind it."),
            number=found.number_text,
        )


def issue(matter_id: UUID, issuing: Issuing, columns: dict[str, Any], by: Actor, on: date) -> Measure:
    """A measure in a matter, ruled on, numbered and journalled; the matter moves on by the table."""
    power = issuing.power
    with transaction.atomic():
        rows = Matter.objects.select_related("holder", "office", "body")
        matter = change.locked(rows, matter_id, by=by, on=on)
        subject = subject_of(matter, by, on)
        ruling = authority.require(by, power, subject, on=on, ground=issuing.ground)
        issuing.check(matter)
        matter.status = MATTER.move(matter.status, power)
        matter.version += 1
        matter.save(update_fields=["status", "version"])
        kept = stored(ruling, by, power, subject, on, ground=issuing.ground)
        measure = _numbered(Measure(matter=matter, kind=issuing.kind, ruling=kept, **columns), power, by, on)
        issuing.keep(measure)
        if issuing.letter is not None:
            send(measure, issuing.letter, Exercised(power, issuing.ground, by, on, ruling, kept))
        journal_measure(measure, power, by, on, ruling, number=measure.number)
        return measure


def _numbered(measure: Measure, power: str, by: Actor, on: date) -> Measure:
    office = measure.matter.holder
    measure.id = new_id()
    measure.office, measure.region_id = office, office.region_id
    measure.status = MEASURE.move("", power)
    measure.issued_on, measure.issued_by_id, measure.year = on, by.appointment_id, on.year
    measure.number, measure.number_text = change.number(office, on, "measure")
    measure.save(force_insert=True)
    return measure


def lock_measure(measure_id: UUID, version: int, by: Actor, on: date) -> Measure:
    """The measure as `locked_measure` gives it, still at that version; Stale, NotFound."""
    measure = locked_measure(measure_id, by, on)
    change.expect(measure, version)
    return measure


def locked_measure(measure_id: UUID, by: Actor, on: date) -> Measure:
    """The measure within the actor's scope, its matter locked first and then itself; NotFound."""
    standing.hold(by)
    seen = get_or_404(Measure.objects.all(), scope_of(by, on), measure_id)
    matter = Matter.objects.select_related("holder", "office", "body").select_for_update(of=("self",))
    held = matter.get(pk=seen.matter_id)
    rows = Measure.objects.select_related("office", "carrier").select_for_update(of=("self",))
    measure = rows.get(pk=measure_id)
    measure.matter = held
    return measure


def save(measure: Measure, *fields: str) -> None:
    """Write the changed columns and the next version."""
    measure.version += 1
    measure.save(update_fields=[*fields, "version"])


def journal_measure(measure: Measure, power: str, by: Actor, on: date, ruling: Ruling, **data: Any) -> None:
    """The last line of a change of the measure."""
    change.write(
        office_id=measure.acting_office.id,
        power=power,
        subject=measure,
        kind="measure",
        by=by,
        on=on,
        ruling=ruling,
        data={"matter": measure.matter_id, "status": measure.status, **data},
    )
