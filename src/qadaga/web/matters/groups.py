"""The headings under which the card of a matter lists what may be done: there is too much for one list."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_RESULTS, _MEASURES, _COURSE = _("Violations and results"), _("Measures"), _("Course of the matter")

GROUPS: Mapping[str, Promise] = {
    "matter.record_violation": _RESULTS,
    "act.draft": _RESULTS,
    "matter.record_protected": _RESULTS,
    "matter.record_liability": _RESULTS,
    "matter.record_result": _RESULTS,
    "measure.request": _MEASURES,
    "measure.findings": _MEASURES,
    "expertise.order": _MEASURES,
    "check.require": _MEASURES,
    "restriction.demand_lift": _MEASURES,
    "right.other": _MEASURES,
    "court.apply": _MEASURES,
    "systems.consult": _MEASURES,
    "inspection.draft": _MEASURES,
    "matter.set_tasks": _COURSE,
    "matter.assign": _COURSE,
    "matter.declare_conflict": _COURSE,
    "matter.attach": _COURSE,
    "matter.suspend": _COURSE,
    "matter.resume": _COURSE,
    "matter.call_up": _COURSE,
    "matter.move": _COURSE,
    "matter.tell_applicant": _COURSE,
    "matter.tell_office": _COURSE,
    "matter.close": _COURSE,
}
"""Headings by power, in the order in which they stand; what is not named here stands above them."""
