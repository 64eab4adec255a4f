"""What every service of the direction does: lock the case in scope, rule, sign, journal last."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any, Protocol, TypeVar
from uuid import UUID

from django.db.models import Model

from qadaga.acts.choices import Language
from qadaga.authority.actor import Actor
from qadaga.authority.signing import signer_of
from qadaga.common import clock
from qadaga.common.errors import Conflict, FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.documents import render
from qadaga.documents.services import store
from qadaga.law.catalogue import load
from qadaga.law.wording import post_called
from qadaga.matters import change, deaths, step
from qadaga.matters.dates import choice, within
from qadaga.matters.services.base import text
from qadaga.matters.terms import Owner
from qadaga.organisation.refusals import refused_by
from qadaga.supervision.pretrial.choices import LIVE
from qadaga.supervision.pretrial.models import Case, Party, Prolongation, Sanction
from qadaga.supervision.pretrial.subject import CASE, case_subject


class Wish(Protocol):
    """What the investigating body asks of the prosecutor: who asked, when, why."""

    @property
    def asked_on(self) -> date:
        """The day it was asked."""

    @property
    def asked_by(self) -> str:
        """Who asked."""

    @property
    def why(self) -> str:
        """Why."""


CASES: step.Course[Case] = step.Course("investigation", CASE, lambda case: case.office_id)
Step = step.Step[Case]
M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Reasoned:
    """What a paper in the prosecutor's own name says: the norm, the reasons, the language."""

    norm: str
    reasons: str
    language: str = Language.RU


def lock(case_id: UUID, version: int, *, by: Actor, on: date) -> Case:
    """The case within the scope, locked, at the version the person saw. Raises NotFound, Stale."""
    rows = Case.objects.select_related("office", "body", "matter__holder")
    case = change.locked(rows, case_id, by=by, on=on)
    change.expect(case, version)
    return case


def begin(
    case: Case,
    power: str,
    *,
    by: Actor,
    on: date,
    ground: str | None = None,
    marks: tuple[str, ...] = (),
    to: str | None = None,
) -> Step:
    """The power on the case, ruled on, with the status it leads to (by default the same)."""
    subject = case_subject(case, by, on, marks=marks)
    asked = CASES.ask(case, power, subject, by=by, on=on, ground=ground)
    CASE.move(case.status, power, to or case.status)
    return asked


def found(case: Case, rows: type[M], pk: UUID) -> M | None:
    """A row of this case, or None: for whoever asks the law before it is said that there is none."""
    return rows._default_manager.filter(pk=pk, case=case).first()


def row_of(case: Case, rows: type[M], pk: UUID, field: str) -> M:
    """A row of this case, or InvalidInput on the field."""
    return there(found(case, rows, pk), field)


def there(row: M | None, field: str) -> M:
    """The row that was found, or InvalidInput on the field."""
    if row is None:
        raise InvalidInput.of(field, "not_of_case", N_("Choose one of this case."))
    return row


def dead(party: Party) -> bool:
    """Whether the person has died, by this card or by any other register."""
    return party.died_on is not None or deaths.known(party.iin)


def refuse_ended(case: Case) -> None:
    """Raise Conflict where the investigation has ended: nothing is asked or done to people in it any more."""
    if case.status not in LIVE:
        raise Conflict(
            "case_ended", N_("The investigation has ended: nobody is detained and no consent asked in it.")
        )


def asked(step: Step, row: Sanction | Prolongation, wish: Wish, taken: Mapping[str, FieldError]) -> None:
    """Register what the body asks: who, when and why; `taken` names what waits already."""
    case, on = step.row, step.on
    row.case, row.office_id, row.region_id = case, case.office_id, case.region_id
    row.asked_on = within("asked_on", wish.asked_on, earliest=case.registered_on, latest=on)
    row.asked_by = text("asked_by", wish.asked_by, 300, multiline=False)
    row.why = text("why", wish.why)
    with refused_by(taken):
        row.save(force_insert=True)
    step.save(to=case.status)


def write(row: Model, **columns: Any) -> None:
    """Write the columns of a row of the case, and no others."""
    for name, value in columns.items():
        setattr(row, name, value)
    row.save(update_fields=list(columns))


def owner(case: Case, kind: str, pk: UUID) -> Owner:
    """On whom a term of the case runs."""
    return Owner(kind, pk, case.office_id, case.region_id, None)


# What a paper of each register is called at its head.
_KINDS = {
    "instruction": {"ru": "Указание", "kk": "Нұсқау"},
    "resolution": {"ru": "Постановление", "kk": "Қаулы"},
    "sanction": {"ru": "Постановление", "kk": "Қаулы"},
}


def sign(exercised: Step, said: Reasoned, register: str, decision: str) -> dict[str, Any]:
    """The columns of the paper in the signer's own name: numbered, frozen as PDF/A, with its ruling."""
    case, on = exercised.row, exercised.on
    columns: dict[str, Any] = {
        "language": choice("language", said.language, Language.values),
        "norm": text("norm", said.norm, 500, multiline=False),
        "reasons": text("reasons", said.reasons, 8000),
    }
    signer = signer_of(exercised.by)
    number, shown = change.number(case.office, on, register)
    data = _printed(exercised, columns, shown, decision, register) | {
        "signer_post": post_called(signer.post, signer.office.kind, columns["language"]),
        "signer_name": signer.person.short_name,
    }
    name = f"{register}-{on.year}-{number}.pdf"
    pdf = store(BytesIO(render.pdf("investigation", data)), name, by=exercised.by)
    return columns | step.signature(exercised, signer, number, shown, pdf)


def _printed(
    exercised: Step, columns: dict[str, Any], number: str, decision: str, register: str
) -> dict[str, Any]:
    case, language = exercised.row, columns["language"]
    return {
        "language": language,
        "office_ru": case.office.name_ru,
        "office_kk": case.office.name_kk,
        "number": number,
        "date": exercised.on,
        "addressee": case.body.name(language),
        "kind": _KINDS[register]["kk" if language == "kk" else "ru"],
        "heading": load().powers[exercised.power].title.get(language),
        "hour": clock.local(clock.now()).strftime("%H:%M"),
        "erdr": case.erdr,
        "articles": ", ".join(case.articles),
        "investigator": case.investigator,
        "reasons": [line for line in columns["reasons"].split("\n") if line.strip()],
        "norm": columns["norm"],
        "decision": [decision] if decision else [],
    }
