"""Every endpoint there is, by walking the URL resolver: pages with each of their steps, and the API."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from qadaga.api.document import operations
from qadaga.config.api import api
from qadaga.web.acts.measure_steps import STEPS as MEASURE_STEPS
from qadaga.web.acts.steps import STEPS as ACT_STEPS
from qadaga.web.appeals.row_steps import STEPS as ROW_STEPS
from qadaga.web.appeals.steps import STEPS as APPEAL_STEPS
from qadaga.web.applications.steps import STEPS as APPLICATION_STEPS
from qadaga.web.assignments.steps import STEPS as ASSIGNMENT_STEPS
from qadaga.web.coordination.decision_steps import DECISION_STEPS
from qadaga.web.coordination.steps import COUNCIL_STEPS, SESSION_STEPS
from qadaga.web.court.steps import CASE_STEPS as COURT_STEPS
from qadaga.web.court.steps import HEARING_STEPS, REVIEW_STEPS
from qadaga.web.covert.steps import STEPS as COVERT_STEPS
from qadaga.web.custody.steps import HELD_STEPS, PLACE_STEPS
from qadaga.web.custody.visit_steps import VISIT_STEPS
from qadaga.web.enforcement.steps import BAILIFF_STEPS, WRIT_STEPS
from qadaga.web.exchange.steps import STEPS as EXCHANGE_STEPS
from qadaga.web.inspections.steps import STEPS as INSPECTION_STEPS
from qadaga.web.legality.steps import ACT_STEPS as LEGAL_ACT_STEPS
from qadaga.web.legality.steps import ANALYSIS_STEPS
from qadaga.web.matters.steps import STEPS as MATTER_STEPS
from qadaga.web.norms.steps import DUTY_STEPS, NORM_STEPS
from qadaga.web.offences.steps import STEPS as OFFENCE_STEPS
from qadaga.web.orders.steps import STEPS as ORDER_STEPS
from qadaga.web.persons.steps import STEPS as PERSON_STEPS
from qadaga.web.plans.steps import PLAN_STEPS
from qadaga.web.pretrial.steps import STEPS as CASE_STEPS
from qadaga.web.protected.steps import STEPS as PROTECTED_STEPS
from qadaga.web.reports.steps import STEPS as REPORT_STEPS
from qadaga.web.seals.steps import STEPS as SEAL_STEPS
from qadaga.web.shifts.views import STEPS as SHIFT_STEPS
from qadaga.web.statistics.steps import STEPS as RECORDS_STEPS
from qadaga.web.supervised.steps import STEPS as BODY_STEPS
from qadaga.web.treaties.steps import CHECK_STEPS, PART_STEPS, REQUEST_STEPS, TREATY_STEPS
from qadaga.web.trust.steps import STEPS as PROPOSAL_STEPS

API = "api/v1/"
STEPS: dict[str, list[str]] = {
    "appeals/<uuid:pk>/<slug:slug>/": sorted(APPEAL_STEPS),
    "appeals/<uuid:pk>/<uuid:row_id>/<slug:slug>/": sorted(ROW_STEPS),
    "matters/<uuid:pk>/<slug:slug>/": sorted(MATTER_STEPS),
    "acts/<uuid:pk>/<slug:slug>/": sorted(ACT_STEPS),
    "measures/<uuid:pk>/<slug:slug>/": sorted(MEASURE_STEPS),
    "inspections/<uuid:pk>/<slug:slug>/": sorted(INSPECTION_STEPS),
    "orders/<uuid:pk>/<slug:slug>/": sorted(ORDER_STEPS),
    "seals/<uuid:pk>/<slug:slug>/": sorted(SEAL_STEPS),
    "legal-acts/<uuid:pk>/<slug:slug>/": sorted(LEGAL_ACT_STEPS),
    "analyses/<uuid:pk>/<slug:slug>/": sorted(ANALYSIS_STEPS),
    "assignments/<uuid:pk>/<slug:slug>/": sorted(ASSIGNMENT_STEPS),
    "offences/<uuid:pk>/<slug:slug>/": sorted(OFFENCE_STEPS),
    "covert/<uuid:pk>/<slug:slug>/": sorted(COVERT_STEPS),
    "exchanges/<uuid:pk>/<slug:slug>/": sorted(EXCHANGE_STEPS),
    "applications/<uuid:pk>/<slug:slug>/": sorted(APPLICATION_STEPS),
    "norms/<uuid:pk>/<slug:slug>/": sorted(NORM_STEPS),
    "laid-duties/<uuid:pk>/<slug:slug>/": sorted(DUTY_STEPS),
    "proposals/<uuid:pk>/<slug:slug>/": sorted(PROPOSAL_STEPS),
    "records/<uuid:pk>/<slug:slug>/": sorted(RECORDS_STEPS),
    "courtcases/<uuid:pk>/<slug:slug>/": sorted(COURT_STEPS),
    "reviews/<uuid:pk>/<slug:slug>/": sorted(REVIEW_STEPS),
    "hearings/<uuid:pk>/<slug:slug>/": sorted(HEARING_STEPS),
    "places/<uuid:pk>/<slug:slug>/": sorted(PLACE_STEPS),
    "visits/<uuid:pk>/<slug:slug>/": sorted(VISIT_STEPS),
    "writs/<uuid:pk>/<slug:slug>/": sorted(WRIT_STEPS),
    "bailiffs/<uuid:pk>/<slug:slug>/": sorted(BAILIFF_STEPS),
    "treaty-requests/<uuid:pk>/<slug:slug>/": sorted(REQUEST_STEPS),
    "treaty-parts/<uuid:pk>/<slug:slug>/": sorted(PART_STEPS),
    "treaties/<uuid:pk>/<slug:slug>/": sorted(TREATY_STEPS),
    "treaty-checks/<uuid:pk>/<slug:slug>/": sorted(CHECK_STEPS),
    "held/<uuid:pk>/<slug:slug>/": sorted(HELD_STEPS),
    "plans/<uuid:pk>/<slug:slug>/": sorted(PLAN_STEPS),
    "reports/<uuid:pk>/<slug:slug>/": sorted(REPORT_STEPS),
    "councils/<uuid:pk>/<slug:slug>/": sorted(COUNCIL_STEPS),
    "sessions/<uuid:pk>/<slug:slug>/": sorted(SESSION_STEPS),
    "decisions/<uuid:pk>/<slug:slug>/": sorted(DECISION_STEPS),
    "investigations/<uuid:pk>/<slug:slug>/": sorted(CASE_STEPS),
    "shifts/<uuid:pk>/<slug:slug>/": sorted(SHIFT_STEPS),
    "protected/<uuid:pk>/<slug:slug>/": sorted(PROTECTED_STEPS),
    "persons/<uuid:pk>/<slug:slug>/": sorted(PERSON_STEPS),
    "supervised/<uuid:pk>/<slug:slug>/": sorted(BODY_STEPS),
}
DOCUMENT: dict[str, Any] = api.get_openapi_schema()


@dataclass(frozen=True, slots=True, order=True)
class Endpoint:
    """One method of one address; `step` where the address serves several steps."""

    route: str
    step: str
    method: str

    @property
    def is_api(self) -> bool:
        """Whether programs call it."""
        return self.route.startswith(API)

    def __str__(self) -> str:
        return f"{self.method} /{self.route.replace('<slug:slug>', self.step)}"


def every() -> list[Endpoint]:
    """All of them, in order."""
    return sorted({*_pages(), *_programs()})


def routes() -> Iterator[str]:
    """The pattern of every address in the resolver."""
    return _walk(get_resolver().url_patterns, "")


def _walk(patterns: list[URLPattern | URLResolver], prefix: str) -> Iterator[str]:
    for pattern in patterns:
        place = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, place)
        else:
            yield place


def _pages() -> Iterator[Endpoint]:
    for route in routes():
        if not route.startswith(API):
            for step in STEPS.get(route, [""]):
                yield Endpoint(route, step, "GET")
                yield Endpoint(route, step, "POST")


def _programs() -> Iterator[Endpoint]:
    for path, method, _ in operations(DOCUMENT):
        yield Endpoint(path.removeprefix("/"), "", method.upper())
    yield Endpoint(f"{API}openapi.json", "", "GET")
    yield Endpoint(API, "", "GET")
