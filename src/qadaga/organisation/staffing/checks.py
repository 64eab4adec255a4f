"""What a staff limit and a staffing table must agree with: each other, the law, the people there (O.5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import F, Sum

from qadaga.common.errors import InvalidInput, Problems
from qadaga.common.i18n import N_
from qadaga.law import catalogue
from qadaga.offices.models import Office
from qadaga.organisation.staffing.entries import LineInput
from qadaga.organisation.staffing.models import StaffingLine, StaffLimit
from qadaga.organisation.staffing.occupancy import slot_of
from qadaga.staff.models import Appointment

MOST = 20_000


def limit(office: Office, positions: int, starts_on: date) -> None:
    """Raises InvalidInput where the number cannot be, or the table or the people of the day are more."""
    if not 0 <= positions <= MOST:
        raise InvalidInput.of(
            "positions", "range", N_("A number from 0 to %(most)s is meant here."), most=MOST
        )
    lines = StaffingLine.objects.filter(table__office=office, table__in=office.staffing_tables.on(starts_on))
    planned = lines.aggregate(sum=Sum(F("positions") * F("rate")))["sum"] or Decimal(0)
    if planned > positions:
        message = N_("The staffing table of that day has %(planned)s positions. Change it first (O.5).")
        raise InvalidInput.of("positions", "below_table", message, planned=_plain(planned))
    serving = Appointment.objects.on(starts_on).filter(office=office).count()
    if serving > positions:
        message = N_("%(serving)s people serve there on that day. The limit cannot be lower (O.5).")
        raise InvalidInput.of("positions", "below_people", message, serving=serving)


def table(office: Office, lines: Sequence[LineInput], starts_on: date) -> None:
    """Raises InvalidInput with every fault of the lines."""
    if not lines:
        raise InvalidInput.of("lines", "required", N_("Enter at least one line."))
    problems = Problems()
    for number, line in enumerate(lines, 1):
        _line(office, line, number, starts_on, problems)
    for place, count in Counter(line.place for line in lines).items():
        if count > 1:
            problems.add(
                "lines", "twice", N_("The post %(post)s stands twice in the same unit."), post=place[1]
            )
    problems.check()
    _within_limit(office, lines, starts_on)
    _keeps_people(office, lines, starts_on)


def _line(office: Office, line: LineInput, number: int, starts_on: date, problems: Problems) -> None:
    post = catalogue.law().at(starts_on).posts.get(line.post)
    if post is None or office.level not in post.levels or (post.kinds and office.kind not in post.kinds):
        message = N_("Line %(line)s: an office of this kind and level has no such post.")
        problems.add("lines", "post", message, line=number)
    elif post.staff != "either" and line.officer != (post.staff == "officer"):
        message = N_("Line %(line)s: this post is for the other sort of staff.")
        problems.add("lines", "staff", message, line=number)
    if line.unit_id is not None and not _has_unit(office, line.unit_id, starts_on):
        message = N_("Line %(line)s: the office has no such unit on that day.")
        problems.add("lines", "unit", message, line=number)
    _numbers(line, number, problems)


def _has_unit(office: Office, unit_id: UUID, starts_on: date) -> bool:
    """Whether the unit is one of the office that exists on the day and goes on."""
    there = office.units.filter(id=unit_id, opened_on__lte=starts_on, closed_on__isnull=True)
    return there.select_for_update(no_key=True).exists()


def _numbers(line: LineInput, number: int, problems: Problems) -> None:
    if not 1 <= line.positions <= MOST:
        message = N_("Line %(line)s: the number of positions starts at 1.")
        problems.add("lines", "positions", message, line=number)
    if not 0 < line.rate <= 1:
        message = N_("Line %(line)s: a rate is above 0 and at most 1.")
        problems.add("lines", "rate", message, line=number)


def _within_limit(office: Office, lines: Sequence[LineInput], starts_on: date) -> None:
    allowed = StaffLimit.objects.filter(office=office).on(starts_on).first()
    if allowed is None:
        raise InvalidInput.of(
            "lines", "no_limit", N_("No staff limit holds on that day. It has to be set first (O.5).")
        )
    planned = sum((line.units for line in lines), Decimal(0))
    if planned > allowed.positions:
        message = N_("The table has %(planned)s positions, the limit is %(limit)s: take lines out (O.5).")
        raise InvalidInput.of(
            "lines", "above_limit", message, planned=_plain(planned), limit=allowed.positions
        )


def _keeps_people(office: Office, lines: Sequence[LineInput], starts_on: date) -> None:
    places = {line.place: line.positions for line in lines}
    serving = Appointment.objects.on(starts_on).filter(office=office)
    taken = Counter(slot_of(row) for row in serving)
    for place, count in taken.items():
        if count > places.get(place, 0):
            message = N_("%(count)s people hold the post %(post)s there; the table has fewer places.")
            raise InvalidInput.of("lines", "occupied", message, count=count, post=place[1])


def _plain(number: Decimal) -> str:
    return format(number.normalize(), "f")
