"""Which registers the pages show, with what a page adds to them: addresses, tones of statuses, own views."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.urls import NoReverseMatch, reverse

from qadaga.acts.register import ACTS
from qadaga.acts.supervised import OFFICIALS, SUPERVISED
from qadaga.appeals.register import APPEALS
from qadaga.appeals.trust.register import PROPOSALS
from qadaga.appeals.trust.selectors import may_propose
from qadaga.authority.actor import Actor
from qadaga.authority.lists.register import Register
from qadaga.common.errors import NotFound
from qadaga.coordination.exchange.register import EXCHANGES
from qadaga.coordination.exchange.selectors import may_enter
from qadaga.coordination.plans.register import PLANS
from qadaga.coordination.plans.selectors import may_draft
from qadaga.coordination.register import DECISIONS, SESSIONS
from qadaga.coordination.selectors import may_set
from qadaga.court.applications.register import APPLICATIONS
from qadaga.court.register import CASES, HEARINGS, REVIEWS
from qadaga.law.model import Ruling
from qadaga.matters.norms.register import LAID_DUTIES
from qadaga.matters.norms.selectors import may_lay
from qadaga.matters.protected_register import PROTECTED
from qadaga.matters.register import MATTERS
from qadaga.organisation.assignments.register import ASSIGNMENTS
from qadaga.organisation.assignments.selectors import may_give
from qadaga.organisation.orders.register import ORDERS
from qadaga.organisation.personnel.register import PEOPLE
from qadaga.organisation.seals.register import SEALS
from qadaga.organisation.shifts.register import SHIFTS
from qadaga.reports.register import REPORTS
from qadaga.reports.selectors import may_draft as may_draft_report
from qadaga.supervision.covert.register import COVERT
from qadaga.supervision.covert.subject import may_read
from qadaga.supervision.custody.register import HELD, PLACES
from qadaga.supervision.enforcement.register import BAILIFFS, WRITS
from qadaga.supervision.inspections.register import INSPECTIONS
from qadaga.supervision.legality.register import ANALYSES, LEGAL_ACTS
from qadaga.supervision.offences.register import OFFENCES
from qadaga.supervision.pretrial.register import COMPLAINTS, INSTRUCTIONS, INVESTIGATIONS, SANCTIONS
from qadaga.supervision.statistics.register import RECORDS
from qadaga.treaties.register import CHECKS as TREATY_CHECKS
from qadaga.treaties.register import PARTS, REQUESTS, TREATIES
from qadaga.web.components import Tone
from qadaga.web.doors import is_open

_NOWHERE = UUID(int=0)
_PLACE = str(_NOWHERE)


@dataclass(frozen=True, slots=True)
class Listed:
    """A register on pages; `space` is its address space, `tones` the colour of each status.

    `adds`: the power that a new row needs, where not everybody who reads the register has it; `may_add` asks
    the law where that depends on more than the office.
    """

    register: Register
    icon: str
    tones: Mapping[str, Tone] = field(default_factory=dict)
    adds: str = ""
    may_add: Callable[[Actor, date], Ruling] | None = None

    @property
    def space(self) -> str:
        """The namespace of its addresses."""
        return self.register.name

    def url(self, name: str, *args: object) -> str:
        """The address of one of the register's pages."""
        return reverse(f"{self.space}:{name}", args=args)

    def card_url(self) -> str:
        """The address of a card with `{}` where the id stands: reversed once a page, not once a row.

        "" where cards are closed to whoever looks.
        """
        name = f"{self.space}:card"
        return optional_url(name, _NOWHERE).replace(_PLACE, "{}") if is_open(name) else ""


def optional_url(name: str, *args: object) -> str:
    """The address, or "" where that part of the product is not installed."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


LISTED = {
    "appeals": Listed(
        APPEALS,
        "inbox",
        {
            "registered": "info",
            "in_matter": "info",
            "answer_draft": "warning",
            "answered": "success",
            "challenged": "danger",
        },
        adds="appeal.register",
    ),
    "matters": Listed(
        MATTERS,
        "folders",
        {
            "opened": "info",
            "assigned": "info",
            "in_work": "info",
            "suspended": "warning",
            "closed": "success",
        },
    ),
    "acts": Listed(
        ACTS,
        "gavel",
        {
            "agreement": "warning",
            "agreed": "info",
            "signed": "info",
            "served": "info",
            "replied": "warning",
            "satisfied": "success",
            "partly": "warning",
            "refused": "danger",
            "removed": "success",
            "escalated": "warning",
            "in_court": "warning",
            "granted": "success",
            "granted_part": "warning",
            "dismissed": "danger",
            "unheard": "warning",
        },
    ),
    "inspections": Listed(INSPECTIONS, "eye", {"draft": "warning", "opened": "info", "closed": "success"}),
    "seals": Listed(SEALS, "key", {"held": "success", "lost": "danger"}, adds="seal.register"),
    "orders": Listed(
        ORDERS,
        "signature",
        {"agreement": "warning", "agreed": "info", "signed": "success", "cancelled": "danger"},
        adds="order.draft",
    ),
    "legal_acts": Listed(
        LEGAL_ACTS,
        "file-text",
        {
            "registered": "info",
            "review": "info",
            "conforms": "success",
            "contrary": "danger",
            "to_protest": "warning",
            "protested": "warning",
            "kept": "danger",
            "in_court": "warning",
            "cancelled": "success",
            "changed": "success",
        },
        adds="legal_act.enter",
    ),
    "analyses": Listed(
        ANALYSES,
        "adjustments",
        {"draft": "info", "submitted": "warning", "approved": "success"},
        adds="legality.order_analysis",
    ),
    "courtcases": Listed(
        CASES, "scale", {"opened": "info", "in_court": "warning", "decided": "info"}, adds="court.keep"
    ),
    "reviews": Listed(
        REVIEWS,
        "book",
        {
            "opened": "info",
            "called": "warning",
            "received": "info",
            "studied": "info",
            "in_court": "warning",
            "decided": "success",
        },
        adds="court.keep",
    ),
    "hearings": Listed(HEARINGS, "calendar", {"planned": "info", "held": "success", "postponed": "warning"}),
    "places": Listed(PLACES, "lock", {"open": "success"}, adds="custody.keep_place"),
    "held": Listed(
        HELD,
        "alert-triangle",
        {"found": "danger", "resolved": "warning", "carried_out": "success"},
    ),
    "writs": Listed(
        WRITS,
        "file-text",
        {"with_private": "info", "withdrawn": "warning", "with_state": "info"},
        adds="enforcement.keep",
    ),
    "bailiffs": Listed(BAILIFFS, "users", {"working": "success"}, adds="enforcement.keep"),
    "sessions": Listed(
        SESSIONS,
        "users",
        {"planned": "info", "called": "warning", "held": "info", "closed": "success"},
        may_add=may_set,
    ),
    "plans": Listed(
        PLANS,
        "calendar",
        {"draft": "warning", "approved": "info", "closed": "success"},
        may_add=may_draft,
    ),
    "decisions": Listed(DECISIONS, "list-details", {"opened": "info", "closed": "success"}),
    "investigations": Listed(
        INVESTIGATIONS,
        "search",
        {"opened": "info", "suspended": "warning", "in_court": "success"},
        adds="investigation.register",
    ),
    "sanctions": Listed(
        SANCTIONS, "signature", {"asked": "warning", "granted": "success", "refused": "danger"}
    ),
    "instructions": Listed(
        INSTRUCTIONS, "file-text", {"issued": "warning", "executed": "success", "failed": "danger"}
    ),
    "complaints": Listed(COMPLAINTS, "inbox", {"received": "warning", "granted": "success"}),
    "covert": Listed(
        COVERT, "eye", {"demanded": "info", "waiting": "warning", "closed": "success"}, may_add=may_read
    ),
    "shifts": Listed(SHIFTS, "calendar", {"set": "info", "handed": "success"}, adds="shift.set"),
    "assignments": Listed(
        ASSIGNMENTS,
        "list-details",
        {"given": "info", "reported": "warning", "done": "success"},
        may_add=may_give,
    ),
    "offences": Listed(
        OFFENCES,
        "ban",
        {
            "called": "info",
            "received": "warning",
            "checked": "info",
            "opened": "warning",
            "done": "success",
        },
        adds="materials.demand_admin_case",
    ),
    "treaty_requests": Listed(
        REQUESTS,
        "language",
        {
            "registered": "info",
            "in_work": "warning",
            "decided": "info",
            "executed": "info",
            "answered": "success",
            "draft": "warning",
            "sent": "info",
            "replied": "success",
        },
        adds="treaty.keep_request",
    ),
    "treaty_parts": Listed(PARTS, "list-details", {"given": "warning", "done": "success"}),
    "treaties": Listed(
        TREATIES,
        "file-text",
        {"draft": "warning", "opined": "info", "concluded": "success"},
        adds="treaty.keep",
    ),
    "treaty_checks": Listed(
        TREATY_CHECKS, "eye", {"begun": "warning", "done": "success"}, adds="treaty.supervise"
    ),
    "exchanges": Listed(
        EXCHANGES, "file-text", {"awaited": "warning", "answered": "success"}, may_add=may_enter
    ),
    "applications": Listed(
        APPLICATIONS,
        "scale",
        {
            "filed": "warning",
            "accepted": "info",
            "returned": "danger",
            "granted": "success",
            "granted_part": "warning",
            "dismissed": "danger",
        },
    ),
    "laid_duties": Listed(
        LAID_DUTIES, "list-details", {"opened": "warning", "closed": "success"}, may_add=may_lay
    ),
    "proposals": Listed(
        PROPOSALS,
        "circle-check",
        {"made": "warning", "accepted": "info", "done": "success"},
        may_add=may_propose,
    ),
    "reports": Listed(
        REPORTS, "file-spreadsheet", {"draft": "warning", "signed": "success"}, may_add=may_draft_report
    ),
    "records": Listed(
        RECORDS,
        "list-details",
        {"begun": "info", "found": "warning", "demanded": "warning", "closed": "success"},
        adds="statistics.check",
    ),
    "supervised": Listed(SUPERVISED, "building-community"),
    "officials": Listed(OFFICIALS, "users"),
    "protected": Listed(
        PROTECTED, "shield-lock", {"hurt": "danger", "restored": "warning", "told": "success"}
    ),
    "people": Listed(PEOPLE, "users", {"officer": "info"}),
}


def listed(name: str) -> Listed:
    """The register of that name; NotFound where there is none."""
    if name not in LISTED:
        raise NotFound()
    return LISTED[name]
