"""Absences of an office, and for offices above of those below: the month, the list, days without a signer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from qadaga.authority.lists import cursors
from qadaga.authority.lists.cursors import Cursor
from qadaga.common.errors import NotFound
from qadaga.common.period import Period
from qadaga.law.service import months_later
from qadaga.offices.models import Office
from qadaga.organisation import away
from qadaga.organisation.away import Away, Gap, Month
from qadaga.web.components import Column, Crumb, Empty, Row, Table, Text, badge, date_text, lines, link
from qadaga.web.forms import BaseForm
from qadaga.web.names import language
from qadaga.web.offices.words import ABSENCES, post_of
from qadaga.web.views import StaffRequest, staff_view

_ORDER = "absences:starts_on"


class MonthForm(forms.Form):
    """Which month, of which office."""

    month = forms.DateField(
        label=gettext_lazy("Month"), input_formats=["%Y-%m"], widget=forms.TextInput({"type": "month"})
    )
    office = forms.ChoiceField(label=gettext_lazy("Office"), required=False)

    def __init__(self, *args: object, offices: Sequence[Office], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they are
        named = [(office.code, office.name_in(language())) for office in offices]
        self.fields["office"].choices = [("", _("All offices")), *named]  # type: ignore[attr-defined]  # a choice field

    def clean_month(self) -> date:
        """A month that somebody plans."""
        month: date = self.cleaned_data["month"]
        if not 2000 <= month.year < 2100:
            raise forms.ValidationError(_("Choose a month from 2000 to 2099."), "out_of_range")
        return month


class WhoForm(BaseForm):
    """Whose absence is recorded."""

    appointment = forms.ChoiceField(label=gettext_lazy("Who"))


@dataclass(frozen=True, slots=True)
class Asked:
    """The first day of the month, and the code of the one office."""

    month: date
    office: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of the month: how many are away, and how many offices nobody signs for."""

    day: int
    away: int
    unsigned: int
    today: bool


@require_GET
@staff_view
def index(request: StaffRequest) -> HttpResponse:
    """The month asked for, by default this one."""
    if "appointment" in request.GET:
        return _record(request)
    offices = away.offices_within(request.actor, request.on)
    given = {"month": request.GET.get("month") or f"{request.on:%Y-%m}"}
    given |= {"office": request.GET.get("office", "")}
    form = MonthForm(given, offices=offices)
    asked = _asked(form, request.on)
    chosen = [office for office in offices if asked.office in ("", office.code)]
    month = Period(asked.month, months_later(asked.month, 1))
    after = _after(request.GET.get("cursor", ""))
    found = away.month_of(request.actor, request.on, month, chosen, after=after)
    context = {
        "title": _("Absences"),
        "subtitle": formats.date_format(month.start, "YEAR_MONTH_FORMAT"),
        "crumbs": [Crumb(_("People"), reverse("personnel:home"))],
        "form": form,
        "weeks": _weeks(found, month.start, request.on),
        "weekdays": [formats.date_format(date(2024, 1, day), "D") for day in range(1, 8)],
        "gaps": _gaps(found.gaps),
        "total": found.total,
        "table": _table(found.away, request.on, one=len(chosen) == 1),
        "more": _address(asked.month, asked.office, _cursor(found)) if found.more else "",
        "earlier": _address(months_later(month.start, -1), asked.office),
        "later": _address(months_later(month.start, 1), asked.office),
        "who": _who(found),
    }
    return render(request, "personnel/absences.html", context, status=422 if form.errors else 200)


def _asked(form: MonthForm, today: date) -> Asked:
    if not form.is_valid():
        return Asked(today.replace(day=1))
    data = form.cleaned_data
    return Asked(data["month"], data["office"])


def _after(word: str) -> tuple[date, int, UUID] | None:
    found = cursors.read(word, order=_ORDER)
    if found is None:
        return None
    day, key = found.key.split()
    return date.fromisoformat(day), int(key), found.id


def _cursor(found: Month) -> str:
    day, key, held = found.away[-1].key
    return cursors.write(Cursor(f"{day} {key}", held), order=_ORDER)


def _record(request: StaffRequest) -> HttpResponse:
    """On to the form of one person's absence, where the law is asked."""
    try:
        return redirect("offices:absence", UUID(request.GET["appointment"]))
    except ValueError:
        raise NotFound() from None


def _who(found: Month) -> WhoForm | None:
    """People of the one office shown."""
    form = WhoForm()
    choices = [(str(row.id), f"{row.person.name}, {post_of(row)}") for row in found.people]
    form.fields["appointment"].choices = choices  # type: ignore[attr-defined]  # a choice field
    return form if choices else None


def _address(month: date, office: str, cursor: str = "") -> str:
    return f"?month={month:%Y-%m}&office={office}" + (f"&cursor={cursor}" if cursor else "")


def _weeks(found: Month, first: date, today: date) -> list[list[Cell | None]]:
    unsigned = {day: sum(gap.since <= day < gap.until for gap in found.gaps) for day in found.on_day}
    cells: list[Cell | None] = [None] * first.weekday()
    cells += [Cell(day.day, count, unsigned[day], day == today) for day, count in found.on_day.items()]
    cells += [None] * (-len(cells) % 7)
    return [cells[start : start + 7] for start in range(0, len(cells), 7)]


def _table(rows: Sequence[Away], on: date, *, one: bool) -> Table:
    columns = [
        Column(_("Who"), "q-wide"),
        Column(_("Reason")),
        Column(_("From"), "q-date"),
        Column(_("Until"), "q-date"),
        Column(_("Who stands in")),
        Column(_("What to do"), "q-min"),
    ]
    nothing = Empty(
        _("Nobody is away in this month"),
        _("Choose another month, or one office to record an absence there."),
    )
    return Table(_("Absences"), columns, [_row(row, on, one=one) for row in rows], nothing)


def _row(row: Away, on: date, *, one: bool) -> Row:
    held, absence = row.held, row.absence
    name = link(reverse("offices:person", args=[held.person_id]), held.person.name)
    kind = badge(_("sudden"), "warning") if row.sudden else badge(_("planned"), "neutral")
    return Row(
        [
            lines(name, post_of(held), "" if one else held.office.name_in(language())),
            lines(str(ABSENCES[absence.kind]), kind),
            date_text(absence.starts_on),
            date_text(absence.ends_on),
            _stands_in(row),
            _remedy(row, on),
        ]
    )


def _stands_in(row: Away) -> Text:
    if row.stands_in:
        return lines(*(one.appointment.person.name for one in row.stands_in))
    if row.covers:
        return lines(*(one.person.name for one in row.covers), _("by the distribution of duties"))
    return badge(_("nobody is named"), "danger", "alert-triangle") if row.held.heads else "—"


def _remedy(row: Away, on: date) -> Text:
    absence, held = row.absence, row.held
    over = absence.ends_on is not None and absence.ends_on <= on
    if over or absence.appointment_id is not None:
        return "—"
    args = [held.id, absence.pk]
    if absence.starts_on > on:
        return link(reverse("offices:cancel_absence", args=args), _("Cancel the absence"))
    return link(reverse("offices:back", args=args), _("Set the first day back"))


def _gaps(gaps: Sequence[Gap]) -> Table:
    columns = [Column(_("Office"), "q-wide"), Column(_("From"), "q-date"), Column(_("To"), "q-date")]
    rows = [
        Row(
            [
                lines(
                    link(reverse("offices:card", args=[gap.office.code]), gap.office.name_in(language())),
                    link(reverse("offices:acting", args=[gap.office.code]), _("Name who replaces the head")),
                ),
                date_text(gap.since),
                date_text(gap.until - timedelta(days=1)),
            ],
            "danger",
        )
        for gap in gaps
    ]
    nothing = Empty(_("Somebody may sign on every day of the month"))
    return Table(_("Days on which nobody may sign"), [*columns], rows, nothing)
