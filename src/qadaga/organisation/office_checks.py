"""What a change of the structure must agree with: the catalogue, the KATO units, the life of the office."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from qadaga.common.errors import InvalidInput, Problems
from qadaga.common.i18n import N_
from qadaga.common.text import clean
from qadaga.law import catalogue
from qadaga.offices.kato import units
from qadaga.offices.models import Office
from qadaga.offices.naming import Names
from qadaga.organisation.office_input import OfficeInput

_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def names(entered: Names) -> Names:
    """The three names, cleaned; each is needed. Raises InvalidInput naming every fault."""
    problems, cleaned = Problems(), {}
    for language in ("ru", "kk", "en"):
        with problems.collect():
            text = getattr(entered, language)
            cleaned[language] = clean(text, field=f"name_{language}", max_length=300, required=True)
    problems.check()
    return Names(**cleaned, kk_checked=entered.kk_checked)


def new_office(entered: OfficeInput, above: Office) -> None:
    """Raises InvalidInput where the code, kind, place in the line, units or spheres are wrong."""
    problems = Problems()
    with problems.collect():
        code(entered.code, most=24)
    _check_line(entered, above, problems)
    with problems.collect():
        kato(entered.kato)
    with problems.collect():
        spheres(entered.spheres, entered.kind)
    if entered.starts_on < above.opened_on:
        problems.add("starts_on", "before_parent", N_("The office above does not exist on that day yet."))
    problems.check()


def code(text: str, *, most: int) -> None:
    """Raises InvalidInput where the text cannot be a code of an office or a unit."""
    if not _CODE.fullmatch(text) or len(text) > most:
        message = N_("A code has at most %(most)s small Latin letters, digits and single hyphens.")
        raise InvalidInput.of("code", "malformed", message, most=most)


def _check_line(entered: OfficeInput, above: Office, problems: Problems) -> None:
    kind = catalogue.load().office_kinds.get(entered.kind)
    if kind is None or kind.id == "general":
        problems.add("kind", "unknown", N_("An office of this kind cannot be created. Choose from the list."))
    elif above.kind not in _above(kind.id):
        problems.add("parent", "wrong_line", N_("An office of this kind cannot stand under the one chosen."))


def _above(kind: str) -> frozenset[str]:
    return catalogue.load().office_kinds[kind].parents


def is_specialised(kind: str) -> bool:
    """Whether offices of the kind are competent within a sphere only, beside the territorial ones (L.1.9)."""
    record = catalogue.load().office_kinds.get(kind)
    return record is not None and record.specialised


def kato(codes: Iterable[str]) -> set[str]:
    """The codes as a set. Raises InvalidInput on one that is no unit of the country."""
    wanted = set(codes)
    for code in sorted(wanted - units().keys()):
        raise InvalidInput.of(
            "kato", "unknown", N_("There is no unit with the code %(unit)s. Choose from the list."), unit=code
        )
    return wanted


def spheres(chosen: Iterable[str], kind: str) -> set[str]:
    """The spheres as a set. Raises InvalidInput on an unknown one, or none for a specialised kind (L.2.3)."""
    wanted = set(chosen)
    for sphere in sorted(wanted - catalogue.load().spheres.keys()):
        raise InvalidInput.of(
            "spheres", "unknown", N_("There is no sphere %(sphere)s. Choose from the list."), sphere=sphere
        )
    if not wanted and is_specialised(kind):
        raise InvalidInput.of("spheres", "required", N_("A specialised office needs its sphere."))
    return wanted


def no_later_change(rows: Any, starts_on: date) -> None:
    """Raises InvalidInput where something is entered already from that day on or later."""
    later = rows.filter(starts_on__gte=starts_on).order_by("starts_on").first()
    if later is not None:
        raise InvalidInput.of(
            "starts_on",
            "later_change",
            N_("A change from %(date)s is entered already. Choose a later day."),
            date=later.starts_on,
        )


def within_life(office: Office, starts_on: date) -> None:
    """Raises InvalidInput where the office does not exist on the day."""
    if starts_on < office.opened_on or (office.closed_on is not None and starts_on >= office.closed_on):
        raise InvalidInput.of("starts_on", "office_closed", N_("The office does not exist on that day."))
