"""A running duty as people read it: what has to be done, where, by when, how late it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from qadaga.authority.actor import Ringing
from qadaga.authority.alarms.models import Alarm, Hearing
from qadaga.common import clock
from qadaga.law import wording
from qadaga.law.catalogue import load
from qadaga.web.components import Text, Tone, badge, lines, link, moment_text
from qadaga.web.day.presenters import SectionView
from qadaga.web.law.conditions import status_flag
from qadaga.web.names import language
from qadaga.web.orders.people import named

# Where the act that fulfils a duty is done, by the kind of subject it is owed on.
PLACES: dict[str, Callable[[Alarm], str]] = {
    "office": lambda alarm: reverse("offices:acting", args=[alarm.office.code]),
    "investigation": lambda alarm: reverse("investigations:card", args=[alarm.subject_id]),
    "held_person": lambda alarm: reverse("held:card", args=[alarm.subject_id]),
    "protected_person": lambda alarm: reverse("protected:card", args=[alarm.subject_id]),
    "inspection": lambda alarm: reverse("inspections:card", args=[alarm.subject_id]),
    "custody_place": lambda alarm: reverse("places:card", args=[alarm.subject_id]),
}


@dataclass(frozen=True, slots=True)
class Banner:
    """What stands over every page while a duty runs."""

    text: str
    url: str
    tone: Tone


def banner(ringing: Ringing, now: datetime) -> Banner | None:
    """The line over the page; None in silence."""
    if not ringing.number or ringing.due_at is None:
        return None
    running = ngettext(
        "%(count)s duty runs against the clock", "%(count)s duties run against the clock", ringing.number
    ) % {"count": ringing.number}
    late = ringing.due_at <= now
    when = _("overdue since %(time)s") if late else _("the first ends at %(time)s")
    said = when % {"time": _time(ringing.due_at, now)}
    return Banner(f"{running}: {said}", reverse("alarms"), "danger" if late else "warning")


# From two hours on minutes alone say nothing to a person.
_LONG = 120


def section(found: Sequence[Hearing], now: datetime) -> list[SectionView]:
    """The section of My day and the whole of the page; nothing where nothing runs."""
    if not found:
        return []
    labels = [_("What has to be done"), _("Office"), _("Runs since"), _("Due"), _("How it stands")]
    rows = [_row(hearing, labels, now) for hearing in found]
    late = any(hearing.alarm.due_at <= now for hearing in found)
    return [SectionView(_("Duties on the clock"), str(len(found)), labels, rows, all_url="", late=late)]


def standing(due_at: datetime, ended_at: datetime | None, now: datetime) -> SafeString:
    """How the clock stands: minutes left, minutes late, or within or beyond its minutes when it ended."""
    minutes = int((due_at - (ended_at or now)).total_seconds() // 60)
    if ended_at is not None:
        return badge(_("In time"), "success") if minutes >= 0 else badge(_late(-minutes), "warning")
    if minutes < 0:
        return badge(_late(-minutes), "danger", "alert-triangle")
    return badge(_left(minutes), "warning", "clock")


def _row(hearing: Hearing, labels: Sequence[str], now: datetime) -> SafeString:
    alarm = hearing.alarm
    late = alarm.due_at <= now
    record = load().duties[alarm.duty]
    cells: list[Text] = [
        lines(_what(alarm), wording.title("duties", alarm.duty, language())),
        alarm.office.name_in(language()),
        # Those above see whom to phone: whoever found it stands there.
        lines(moment_text(alarm.raised_at), named(alarm.raised_by) if alarm.raised_by else ""),
        format_html("{} {}", _time(alarm.due_at, now), status_flag(record.alarm_status)),
        format_html("{} {}", standing(alarm.due_at, None, now), _called(alarm, hearing)),
    ]
    drawn = format_html_join("", '<td role="cell" data-label="{}">{}</td>', zip(labels, cells, strict=True))
    return format_html('<tr role="row" class="q-row-{}">{}</tr>', "danger" if late else "warning", drawn)


def _what(alarm: Alarm) -> Text:
    task = load().duties[alarm.duty].task.get(language())
    place = PLACES.get(alarm.subject_kind)
    words = task[:1].upper() + task[1:]
    return link(place(alarm), words) if place else words


def _called(alarm: Alarm, hearing: Hearing) -> Text:
    """Said to the office above once the minutes have passed there: it may act itself."""
    above = hearing.office_id != alarm.office_id
    return badge(_("Called up to your office"), "danger") if above and hearing.called_at else ""


def _left(minutes: int) -> str:
    if minutes >= _LONG:
        return _("%(hours)s h %(minutes)s min left") % {"hours": minutes // 60, "minutes": minutes % 60}
    return ngettext("%(minutes)s minute left", "%(minutes)s minutes left", minutes) % {"minutes": minutes}


def _late(minutes: int) -> str:
    if minutes >= _LONG:
        return _("%(hours)s h %(minutes)s min late") % {"hours": minutes // 60, "minutes": minutes % 60}
    return ngettext("%(minutes)s minute late", "%(minutes)s minutes late", minutes) % {"minutes": minutes}


def _time(moment: datetime, now: datetime) -> str:
    """The hour alone today, the whole moment otherwise."""
    local = clock.local(moment)
    return local.strftime("%H:%M") if local.date() == clock.local(now).date() else moment_text(moment)
