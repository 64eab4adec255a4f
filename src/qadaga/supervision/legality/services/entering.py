"""The register of legal acts: an act entered, corrected, given a further edition, passed up (L.3.1)."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict, FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.documents.models import StoredFile
from qadaga.law.coverage import implements
from qadaga.matters.dates import choice, within
from qadaga.matters.models import Body
from qadaga.matters.seating import seat_terms
from qadaga.matters.services.base import text
from qadaga.offices.models import Office
from qadaga.offices.selectors import office_by_id, standing
from qadaga.organisation.refusals import refused_by
from qadaga.supervision.legality.choices import (
    ISSUED_BY,
    Issuer,
    LegalActStatus,
    Nature,
    Source,
)
from qadaga.supervision.legality.models import Edition, LegalAct
from qadaga.supervision.legality.reading import KIND
from qadaga.supervision.legality.services import base
from qadaga.supervision.legality.subject import ENTER, PASS_UP, belongs_above, legal_act_subject

TWICE = {
    "legalact_entered_once": FieldError(
        "number", "taken", N_("This act is in your register already: same body, number and day.")
    )
}
TWO_A_DAY = {
    "edition_day_once": FieldError("starts_on", "taken", N_("An edition from this day is there already."))
}


@dataclass(frozen=True, slots=True)
class Wording:
    """The text of an act as it stands from a day on: typed in, or a file."""

    starts_on: date
    text: str = ""
    file: StoredFile | None = None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Entered:
    """A legal act as it is entered; no territory where it is for the whole country."""

    issuer: str
    nature: str
    body: Body
    number: str
    adopted_on: date
    title: str
    source: str
    kato: str | None = None
    sphere: str | None = None


@implements("L.3.1", "O.7.1")
@transaction.atomic
def enter(*, entered: Entered, wording: Wording, by: Actor, on: date) -> LegalAct:
    """Put an act with its first edition into the register of the actor's office.

    Raises InvalidInput (an unknown field, the same act twice), NotPermitted (another's territory or sphere).
    """
    office = office_by_id(by.office_id)
    row = LegalAct(office=office, region_id=office.region_id, holder=office, entered_on=on)
    row.status, row.entered_by_id = LegalActStatus.REGISTERED, by.appointment_id
    for name, value in _columns(entered, on).items():
        setattr(row, name, value)
    step = base.ACTS.ask(row, ENTER, legal_act_subject(row, by, on), by=by, on=on)
    with refused_by(TWICE):
        row.save(force_insert=True)
    edition = _edition(row, wording, by, on)
    step.journal(issuer=row.issuer, body=row.body_id, edition=edition.id)
    return row


@transaction.atomic
def correct(*, act_id: UUID, version: int, entered: Entered, by: Actor, on: date) -> LegalAct:
    """Correct what is known of an act, until it is given for review: a review is of what it saw."""
    step = base.begin(act_id, ENTER, version=version, by=by, on=on)
    row = step.row
    if row.status != LegalActStatus.REGISTERED:
        raise Conflict(
            "under_review", N_("The act has been given for review. Enter a further edition instead.")
        )
    columns = _columns(entered, on)
    for name, value in columns.items():
        setattr(row, name, value)
    step = base.ACTS.ask(row, ENTER, legal_act_subject(row, by, on), by=by, on=on)
    with refused_by(TWICE):
        step.save(**columns)
    step.journal(issuer=row.issuer, body=row.body_id)
    return row


@implements("L.3.1")
@transaction.atomic
def add_edition(*, act_id: UUID, version: int, wording: Wording, by: Actor, on: date) -> Edition:
    """Enter a further edition of an act. Raises InvalidInput, Conflict for an act that was cancelled."""
    step = base.begin(act_id, ENTER, version=version, by=by, on=on)
    if step.row.status == LegalActStatus.CANCELLED:
        raise Conflict("act_cancelled", N_("The act was cancelled: it has no further edition."))
    edition = _edition(step.row, wording, by, on)
    step.save()
    step.journal(edition=edition.id, starts_on=edition.starts_on)
    return edition


@implements("L.1.2", "L.1.12")
@transaction.atomic
def pass_up(*, act_id: UUID, version: int, reason: str, by: Actor, on: date) -> LegalAct:
    """Pass an act that is not for this office to the one it is for; it stays in the own register as well.

    Acts of the Government and laws go to the Prosecutor General's level, those of central bodies one up.
    """
    reason = text("reason", reason, 2000)
    step = base.begin(act_id, PASS_UP, version=version, by=by, on=on)
    row = step.row
    if not belongs_above(row):
        raise Conflict("own_level", N_("Acts of this body are for your own office: give it for review."))
    above = _above(row, on)
    below = row.holder_id
    step.save(holder=above, reviewer=None, passed_on=on, passed_by_id=by.appointment_id)
    seat_terms(KIND, row.id, above)
    step.journal(from_office=below, to_office=above.id, reason_length=len(reason))
    return row


def _above(row: LegalAct, on: date) -> Office:
    path = standing(row.holder_id, on).path
    to_the_top = row.issuer in (Issuer.GOVERNMENT, Issuer.LEGISLATOR)
    return Office.objects.get(code=path[0] if to_the_top else path[-2])


def _columns(entered: Entered, on: date) -> dict[str, Any]:
    issuer = choice("issuer", entered.issuer, Issuer.values)
    kinds = ISSUED_BY.get(Issuer(issuer), ())
    if kinds and entered.body.kind not in kinds:
        raise InvalidInput.of(
            "issuer",
            "other_body",
            N_("This body is registered as “%(kind)s”: choose whose act it is accordingly."),
            kind=entered.body.get_kind_display(),
        )
    return {
        "issuer": issuer,
        "nature": choice("nature", entered.nature, Nature.values),
        "body": entered.body,
        "number": text("number", entered.number, 60, multiline=False),
        "adopted_on": within("adopted_on", entered.adopted_on, earliest=None, latest=on),
        "title": text("title", entered.title, 500, multiline=False),
        "source": choice("source", entered.source, Source.values),
        **base.place(entered.kato, entered.sphere),
    }


def _edition(row: LegalAct, wording: Wording, by: Actor, on: date) -> Edition:
    words = text("text", wording.text, 200_000, required=False)
    if not words and wording.file is None:
        raise InvalidInput.of("text", "required", N_("Give the text of the act, or a file with it."))
    if wording.starts_on < row.adopted_on:
        raise InvalidInput.of(
            "starts_on", "too_early", N_("An edition cannot be in force before the act was adopted.")
        )
    edition = Edition(legal_act=row, starts_on=wording.starts_on, text=words, file=wording.file)
    edition.basis = text("basis", wording.basis, 300, multiline=False, required=False)
    edition.entered_on, edition.entered_by_id = on, by.appointment_id
    with refused_by(TWO_A_DAY):
        edition.save(force_insert=True)
    return edition
