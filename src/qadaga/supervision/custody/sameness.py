"""Whether two people found in one place may be one: a warning for the officer, never a refusal."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from qadaga.authority.actor import Actor
from qadaga.authority.scope import scope_of
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.common.identifiers import parse_iin
from qadaga.common.sortkeys import sort_key
from qadaga.journal.reads import record_reads
from qadaga.supervision.custody.choices import HeldStatus, Wrong
from qadaga.supervision.custody.models import HeldPerson, Place
from qadaga.supervision.custody.reading import KIND

if TYPE_CHECKING:
    from django.db.models import QuerySet

_DAY = re.compile(r"(\d{1,2})[.\-/ ](\d{1,2})[.\-/ ](\d{4})")
_OLDEST = 120
# The newest of a place: nobody found longer ago is taken for somebody found now.
_LAST = 200
OFFERED = "held_person.offered"
_ASKED = ("id", "name", "iin", "birth_year", "born_on", "wrong", "status", "found_at")


@dataclass(frozen=True, slots=True)
class Born:
    """The day somebody was born, or the year alone, or neither where they do not say."""

    year: int | None = None
    on: date | None = None

    def may_be(self, other: "Born") -> bool:
        """Whether nothing known of the two speaks against one birth."""
        if self.on and other.on:
            return self.on == other.on
        return None in (self.year, other.year) or self.year == other.year


def born(text: str, *, iin: str | None, on: date) -> Born:
    """The birth as written: 04.05.1990, or 1990, or nothing; what the IIN says where nothing is written.

    Raises InvalidInput on `born`.
    """
    written = text.strip()
    if not written:
        known = parse_iin(iin).birth_date if iin else None
        return Born(known.year, known) if known else Born()
    found = _DAY.fullmatch(written)
    try:
        day = date(int(found[3]), int(found[2]), int(found[1])) if found else None
        year = day.year if day else int(written)
    except ValueError:
        raise _unreadable() from None
    if not on.year - _OLDEST <= year <= on.year or (day is not None and day > on):
        raise _unreadable()
    return Born(year, day)


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody found in the place: the card, who they are, what was unlawful, how it stands, found when."""

    id: UUID
    name: str
    iin: str | None
    birth: Born
    wrong: Wrong
    status: HeldStatus
    found_at: datetime


def perhaps_same(
    place: Place, name: str, birth: Born, iin: str | None = None, *, by: Actor, on: date
) -> list[Known]:
    """People found in the place who may be the one named, the newest first; one query.

    Of those in the actor's scope, without whoever is kept from them; that they were offered is journalled.
    """
    rows = _seen(HeldPerson.objects.filter(place=place), by, on)
    found = _alike(_Asked(name, birth, iin), [row["known"] for row in rows])
    subjects = [(KIND, one.id) for one in found]
    record_reads(office_id=place.office_id, subjects=subjects, by=by.journal(), on=on, action=OFFERED)
    return found


def column(actor: Actor, on: date) -> ArraySubquery:
    """The others found in the place of the row, as `perhaps_same` sees them: a column of the statement."""
    rows = HeldPerson.objects.filter(place=OuterRef("place")).exclude(pk=OuterRef("pk"))
    return ArraySubquery(_seen(rows, actor, on))


def others(held: HeldPerson) -> list[Known]:
    """Of those read with the person whoever may be the same."""
    asked = _Asked(held.name, Born(held.birth_year, held.born_on), held.iin)
    return _alike(asked, held.__dict__["others"])


@dataclass(frozen=True, slots=True)
class _Asked:
    name: str
    birth: Born
    iin: str | None

    def may_be(self, other: Known) -> bool:
        if self.iin and other.iin:
            return self.iin == other.iin
        return _one_name(_words(self.name), _words(other.name)) and self.birth.may_be(other.birth)


def _seen(rows: "QuerySet[HeldPerson]", actor: Actor, on: date) -> "QuerySet[HeldPerson, Any]":
    told = JSONObject(**{name: name for name in _ASKED})
    return scope_of(actor, on).listed(rows, KIND).order_by("-found_at", "-id").values(known=told)[:_LAST]


def _alike(asked: _Asked, rows: Iterable[Mapping[str, Any]]) -> list[Known]:
    return [one for one in map(_known, rows) if asked.may_be(one)]


def _known(told: Mapping[str, Any]) -> Known:
    on = date.fromisoformat(told["born_on"]) if told["born_on"] else None
    return Known(
        UUID(told["id"]),
        told["name"],
        told["iin"],
        Born(told["birth_year"], on),
        Wrong(told["wrong"]),
        HeldStatus(told["status"]),
        datetime.fromisoformat(told["found_at"]),
    )


def _one_name(one: set[str], other: set[str]) -> bool:
    """A patronymic left out, or the words in another order, is still the same name."""
    shorter, longer = sorted((one, other), key=len)
    return (shorter == longer and bool(shorter)) or (len(shorter) > 1 and shorter <= longer)


def _words(name: str) -> set[str]:
    return set(sort_key(name).split())


def _unreadable() -> InvalidInput:
    return InvalidInput.of(
        "born", "unreadable", N_("Write the birth date as 04.05.1990, or the year alone, or leave it empty.")
    )
