"""The directions of supervision in the menu: each is one line, its registers are tabs over their pages."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Tab:
    """One register or plan of a direction: what it is called and its address by name."""

    label: str | Promise
    name: str

    @property
    def section(self) -> str:
        """The namespace of its pages: cards and steps of the register stand under the same line."""
        return self.name.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Direction:
    """One line of the menu: its name, its icon, its tabs in the order of the work."""

    label: str | Promise
    icon: str
    tabs: tuple[Tab, ...]


# In the order of the lecture's directions (L.3.1 to L.3.8), what goes across them last.
DIRECTIONS: tuple[Direction, ...] = (
    Direction(
        _("Legality of acts"),
        "scale",
        (
            Tab(_("Legal acts"), "legal_acts:list"),
            Tab(_("Review queue"), "legal_acts:queue"),
            Tab(_("Analyses of legality"), "analyses:list"),
        ),
    ),
    Direction(
        _("Pre-trial investigation"),
        "search",
        (
            Tab(_("Cases"), "investigations:list"),
            Tab(_("Consents"), "sanctions:list"),
            Tab(_("Instructions"), "instructions:list"),
            Tab(_("Complaints"), "complaints:list"),
            Tab(_("Duty shifts"), "shifts:list"),
        ),
    ),
    Direction(_("Operative-search activity"), "eye", (Tab(_("Operative-search activity"), "covert:list"),)),
    Direction(
        _("Courts"),
        "scale",
        (
            Tab(_("Cases in court"), "courtcases:list"),
            Tab(_("Judicial acts in force"), "reviews:list"),
            Tab(_("Applications to court"), "applications:list"),
            Tab(_("Hearings"), "hearings:list"),
            Tab(_("Hearings of the week"), "hearings:week"),
        ),
    ),
    Direction(
        _("Enforcement proceedings"),
        "file-text",
        (Tab(_("Writs"), "writs:list"), Tab(_("Bailiffs"), "bailiffs:list")),
    ),
    Direction(
        _("Punishments and coercion"),
        "lock",
        (
            Tab(_("Places of custody"), "places:list"),
            Tab(_("Plan of visits"), "visits:plan"),
            Tab(_("Held unlawfully"), "held:list"),
        ),
    ),
    Direction(
        _("Treaties"),
        "language",
        (
            Tab(_("International requests"), "treaty_requests:list"),
            Tab(_("Parts to carry out"), "treaty_parts:list"),
            Tab(_("Treaties and drafts"), "treaties:list"),
            Tab(_("Checks"), "treaty_checks:list"),
        ),
    ),
    Direction(_("Legal statistics"), "list-details", (Tab(_("Checks of records"), "records:list"),)),
    Direction(
        _("Coordination"),
        "users",
        (
            Tab(_("Sittings"), "sessions:list"),
            Tab(_("Decisions"), "decisions:list"),
            Tab(_("Councils"), "councils:list"),
            Tab(_("Plans of work"), "plans:list"),
            Tab(_("What is behind the plans"), "plans:behind"),
            Tab(_("Assignments to lower offices"), "assignments:list"),
            Tab(_("Information exchanged with bodies"), "exchanges:list"),
        ),
    ),
    Direction(_("Administrative offences"), "ban", (Tab(_("Administrative offences"), "offences:list"),)),
    Direction(
        _("Norms and duties"),
        "book",
        (Tab(_("Norms in force"), "norms:list"), Tab(_("Other duties by law"), "laid_duties:list")),
    ),
    Direction(
        _("Improving the work"),
        "circle-check",
        (Tab(_("Trust of people"), "trust:page"), Tab(_("Proposals"), "proposals:list")),
    ),
    Direction(
        _("Bodies and people"),
        "building-community",
        (
            Tab(_("People protected"), "protected:list"),
            Tab(_("Supervised bodies"), "supervised:list"),
            Tab(_("Officials of bodies"), "officials:list"),
            Tab(_("People by IIN"), "persons:find"),
        ),
    ),
)


def direction_of(section: str) -> Direction | None:
    """The direction whose pages the namespace holds, or none."""
    return next((one for one in DIRECTIONS if any(tab.section == section for tab in one.tabs)), None)
