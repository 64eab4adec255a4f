"""The figures of a report: what each counts, in the order in which it stands on the page and on paper."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:  # the type of a lazy string is known to the stubs only
    from django.utils.functional import _StrPromise


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: its id, its words, the records it counts.

    `adds`: it adds up an amount of each record ("people", or "tiyn" for money) instead of counting records.
    """

    id: str
    label: "str | _StrPromise"
    record: str
    adds: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Figures that belong together under a heading."""

    id: str
    label: "str | _StrPromise"
    figures: tuple[Figure, ...]


GROUPS: tuple[Group, ...] = (
    Group(
        "appeals",
        _("Appeals"),
        (
            Figure("appeals_registered", _("Registered"), "appeal"),
            Figure("appeals_repeated", _("Repeated ones among them"), "appeal"),
            Figure("appeals_answered", _("Answered"), "answer"),
            Figure("appeals_overdue", _("Not answered within the term"), "appeal_term"),
        ),
    ),
    Group(
        "matters",
        _("Matters"),
        (
            Figure("matters_opened", _("Opened"), "matter"),
            Figure("matters_closed", _("Closed"), "matter"),
        ),
    ),
    Group(
        "results",
        _("Results"),
        (
            Figure("violations_found", _("Violations found"), "violation"),
            Figure("violations_removed", _("Violations removed"), "violation"),
            Figure("causes_removed", _("Causes and conditions removed"), "violation"),
            Figure("consequences_remedied", _("Consequences remedied"), "violation"),
            Figure("people_protected", _("People who were protected"), "protected", adds="people"),
            Figure("raised_disciplinary", _("Disciplinary liability raised"), "liability"),
            Figure("imposed_disciplinary", _("Disciplinary liability imposed"), "liability"),
            Figure("raised_administrative", _("Administrative liability raised"), "liability"),
            Figure("imposed_administrative", _("Administrative liability imposed"), "liability"),
            Figure("raised_criminal", _("Criminal liability raised"), "liability"),
            Figure("imposed_criminal", _("Criminal liability imposed"), "liability"),
            Figure("raised_material", _("Material liability raised"), "liability"),
            Figure("imposed_material", _("Material liability imposed"), "liability"),
            Figure("money_recovered", _("Money recovered, tenge"), "recovery", adds="tiyn"),
        ),
    ),
    Group(
        "acts",
        _("Acts"),
        (
            Figure("acts_protest", _("Protests signed"), "act"),
            Figure("considered_protest", _("Protests considered"), "reply"),
            Figure("satisfied_protest", _("Protests satisfied wholly"), "reply"),
            Figure("partly_protest", _("Protests satisfied in part"), "reply"),
            Figure("refused_protest", _("Protests refused"), "reply"),
            Figure("acts_representation", _("Representations signed"), "act"),
            Figure("considered_representation", _("Representations considered"), "reply"),
            Figure("satisfied_representation", _("Representations satisfied wholly"), "reply"),
            Figure("partly_representation", _("Representations satisfied in part"), "reply"),
            Figure("refused_representation", _("Representations refused"), "reply"),
            Figure("acts_other", _("Other acts signed"), "act"),
        ),
    ),
    Group(
        "inspections",
        _("Inspections"),
        (
            Figure("inspections_opened", _("Inspections opened"), "inspection"),
            Figure("inspections_finished", _("Inspections finished"), "inspection"),
            Figure("inspections_violations", _("Finished with violations found"), "inspection"),
        ),
    ),
    Group(
        "directions",
        _("Directions of supervision"),
        (
            Figure("reviews_done", _("Legal acts reviewed"), "review"),
            Figure("investigations_taken", _("Investigations taken under supervision"), "investigation"),
            Figure("sanctions_granted", _("Consents given"), "sanction"),
            Figure("sanctions_refused", _("Consents refused"), "sanction"),
            Figure("covert_checked", _("Operative-search, counter-intelligence, covert"), "covert_check"),
            Figure("judicial_reviews", _("Judicial acts in force studied"), "judicial_act"),
            Figure("writs_checked", _("Writs checked"), "writ_check"),
            Figure("visits_done", _("Places of custody visited"), "visit"),
            Figure("people_released", _("People released"), "held"),
            Figure("treaty_requests", _("International requests registered"), "treaty_request"),
            Figure("records_checked", _("Checks of legal statistics finished"), "records_check"),
            Figure("offences_checked", _("Administrative cases checked"), "admin_case"),
            Figure("court_cases", _("Cases in which a prosecutor took part"), "court_case"),
            Figure("sittings_held", _("Sittings held"), "session"),
        ),
    ),
)
FIGURES: dict[str, Figure] = {one.id: one for group in GROUPS for one in group.figures}
