"""Hours on the premises beside the limits in force, each leading to its page under Law (O.8.d4)."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext as _

from qadaga.law.catalogue import load
from qadaga.organisation.limits.selectors import Figure
from qadaga.supervision.inspections.services.visiting import Hours, hours
from qadaga.web.components import Text, lines
from qadaga.web.law.conditions import status_flag
from qadaga.web.law.links import record_link


def spent(visits: Iterable[Any], on: date, figures: dict[str, Figure]) -> Hours:
    """What the visits come to, that day and in all."""
    return hours([(row.came_at, row.left_at) for row in visits], on, figures)


def pairs(found: Hours) -> list[tuple[Text, Text]]:
    """Each limit as a link, and how much of it is spent."""
    told = ((found.of_day, found.day), (found.of_all, found.all))
    return [(record_link("limits", load().limits[figure.limit]), _of(figure, much)) for figure, much in told]


def _of(figure: Figure, much: timedelta) -> Text:
    said = _("%(spent)s of at most %(hours)s") % {"spent": in_hours(much), "hours": figure.hours}
    since = _("since %(day)s") % {"day": figure.since.strftime("%d.%m.%Y")} if figure.since else ""
    return lines(format_html("{} {}", said, status_flag(figure.status)), since)


def in_hours(much: timedelta) -> str:
    """Hours with a tenth where there is one."""
    return f"{much.total_seconds() / 3600:.1f}".removesuffix(".0")
