"""Choosing people for an order: those of the office from a list, others by name."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.offices.dated import in_force
from qadaga.staff.models import Appointment
from qadaga.staff.selectors import people_of
from qadaga.web.names import post_title

Choices = list[tuple[str, str]]
MOST_LINES = 100


def people_choices(office_id: UUID, on: date) -> Choices:
    """Everybody of the office, officers and employees, as a choice."""
    return [(str(held.id), named(held)) for held in people_of(office_id, on)]


def named(held: Appointment) -> str:
    """The name and post of somebody."""
    return f"{held.person.short_name}, {post_title(held.post, kind=held.office.kind)}"


def others(text: str, on: date, field: str = "others") -> list[UUID]:
    """The appointments of the people named, one a line: family name, given name, patronymic.

    Raises InvalidInput on `field` for a name that nobody or several people bear.
    """
    lines = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    if len(lines) > MOST_LINES:
        raise InvalidInput.of(
            field, "too_many", N_("At most %(most)s people can be named at once."), most=MOST_LINES
        )
    return [_one(line, on, field) for line in lines]


def _one(line: str, on: date, field: str) -> UUID:
    last, *rest = line.split(" ")
    held = Appointment.objects.filter(in_force(on), person__last_name__iexact=last).select_related("person")
    found = [one for one in held if _fits(rest, (one.person.first_name, one.person.middle_name))]
    if not found:
        message = N_("Nobody of the service is called «%(name)s» today. Check the spelling.")
        raise InvalidInput.of(field, "nobody", message, name=line)
    if len({one.person_id for one in found}) > 1:
        message = N_("Several people are called «%(name)s». Write the given name and patronymic in full.")
        raise InvalidInput.of(field, "several", message, name=line)
    return found[0].id


def _fits(words: Sequence[str], parts: Iterable[str]) -> bool:
    """Whether each word, an initial or the name in full, begins the name at its place."""
    return all(
        part.lower().startswith(word.rstrip(".").lower()) for word, part in zip(words, parts, strict=False)
    )
