"""The register of symbols, described by an act of the President (L.1.7)."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.common.errors import FieldError, NotFound
from qadaga.common.i18n import N_
from qadaga.journal import services as journal
from qadaga.law.coverage import implements
from qadaga.law.model import Subject
from qadaga.matters.dates import choice, within
from qadaga.matters.services.base import text
from qadaga.organisation.exercise import Exercise
from qadaga.organisation.refusals import check_period, refused_by
from qadaga.organisation.seals.choices import SymbolKind
from qadaga.organisation.seals.models import Symbol

TWICE = {"symbol_once": FieldError("name_kk", "twice", N_("This symbol is recorded from that day already."))}


@dataclass(frozen=True, slots=True)
class Described:
    """A symbol and the act that describes it."""

    kind: str
    name_ru: str
    name_kk: str
    description: str
    act_title: str
    act_number: str
    act_on: date
    starts_on: date


@implements("L.1.7")
@transaction.atomic
def record(*, symbol: Described, by: Actor, on: date) -> Symbol:
    """Record a symbol as an act of the President describes it. Raises InvalidInput, NotPermitted.

    It counts as unverified until somebody compares it with the act itself.
    """
    done = _exercise(by, on)
    row = Symbol(
        kind=choice("kind", symbol.kind, SymbolKind.values),
        name_ru=text("name_ru", symbol.name_ru, 300, multiline=False),
        name_kk=text("name_kk", symbol.name_kk, 300, multiline=False),
        description=text("description", symbol.description),
        act_title=text("act_title", symbol.act_title, 300, multiline=False),
        act_number=text("act_number", symbol.act_number, 60, multiline=False),
        act_on=within("act_on", symbol.act_on, earliest=None, latest=on),
        starts_on=within("starts_on", symbol.starts_on, earliest=symbol.act_on, latest=date.max),
    )
    with refused_by(TWICE):
        row.save(force_insert=True)
    _record(row, done)
    return row


@implements("L.1.7")
@transaction.atomic
def end(*, symbol_id: int, ends_on: date, ground: str, by: Actor, on: date) -> Symbol:
    """End a symbol by a later act; `ends_on` is the first day without it. Raises InvalidInput, NotFound."""
    row = Symbol.objects.select_for_update().filter(id=symbol_id).first()
    if row is None:
        raise NotFound()
    done = _exercise(by, on)
    check_period(row.starts_on, ends_on)
    row.ends_on, row.ground = ends_on, text("ground", ground, 300, multiline=False)
    row.save(update_fields=["ends_on", "ground"])
    _record(row, done)
    return row


def _exercise(by: Actor, on: date) -> Exercise:
    subject = Subject(kind="symbol", office=by.office_code)
    ruling = authority.require(by, "symbol.enter", subject, on=on, ground="president_act")
    return Exercise(by, on, ruling)


def _record(row: Symbol, done: Exercise) -> None:
    data = {"symbol": row.pk, "kind": row.kind, "starts_on": row.starts_on, "ends_on": row.ends_on}
    journal.record(
        office_id=done.by.office_id,
        action="symbol.enter",
        subject_kind="office",
        subject_id=done.by.office_id,
        by=done.by.journal(),
        ruling=done.ruling.as_json(),
        on=done.on,
        data=data,
    )
