"""What a register's page says besides its rows: how its button reads, and where rows come from."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# The button that enters a new row: the work's own word for it, where one page of the register does that.
BUTTONS: dict[str, Promise] = {
    "appeals": gettext_lazy("Register an appeal"),
    "orders": gettext_lazy("Draft an order"),
    "legal_acts": gettext_lazy("Enter a legal act"),
    "analyses": gettext_lazy("Order an analysis"),
    "investigations": gettext_lazy("Take a case under supervision"),
    "shifts": gettext_lazy("Set a shift"),
    "courtcases": gettext_lazy("Register a case"),
    "reviews": gettext_lazy("Register a judicial act"),
    "writs": gettext_lazy("Enter a writ"),
    "bailiffs": gettext_lazy("Enter a bailiff"),
    "places": gettext_lazy("Enter a place"),
    "treaty_requests": gettext_lazy("Enter a request"),
    "treaties": gettext_lazy("Enter a treaty"),
    "treaty_checks": gettext_lazy("Begin a check"),
    "records": gettext_lazy("Begin a check"),
    "covert": gettext_lazy("Record a check"),
    "sessions": gettext_lazy("Set a sitting"),
    "plans": gettext_lazy("Draft a plan"),
    "assignments": gettext_lazy("Give an assignment"),
    "exchanges": gettext_lazy("Enter a letter"),
    "offences": gettext_lazy("Call for a file"),
    "laid_duties": gettext_lazy("Lay a duty"),
    "proposals": gettext_lazy("Propose an improvement"),
    "reports": gettext_lazy("Draw up a report"),
    "seals": gettext_lazy("Register a seal or blank"),
}

# Registers whose rows are not entered here: where they come from.
SOURCES: dict[str, Promise] = {
    "matters": gettext_lazy("A matter is opened from an appeal, or by what the review of a legal act found."),
    "acts": gettext_lazy("An act is drafted on the card of its matter."),
    "inspections": gettext_lazy("An inspection is drafted on the card of its matter."),
    "sanctions": gettext_lazy("A request for consent is registered on the card of the case."),
    "instructions": gettext_lazy("Instructions are given on the card of the case."),
    "complaints": gettext_lazy(
        "A complaint is registered on the card of the case, or made of an appeal there."
    ),
    "applications": gettext_lazy("An application to court is signed on the card of its matter."),
    "hearings": gettext_lazy("A hearing is set on the card of the case in court."),
    "held": gettext_lazy("Somebody held unlawfully is recorded on the card of the place or during a visit."),
    "treaty_parts": gettext_lazy("A request is parted among offices on its own card."),
    "treaties": gettext_lazy("Treaties are entered by the General Prosecutor's Office."),
    "decisions": gettext_lazy("Decisions come from the minutes of a sitting once they are signed."),
    "supervised": gettext_lazy("A body is entered with the first record that names it."),
    "officials": gettext_lazy("An official is recorded on the card of the body."),
    "protected": gettext_lazy("People whose rights were hurt are recorded on the card of the matter."),
}


def button_of(register: str) -> str:
    """How the button of a new row reads."""
    return str(BUTTONS.get(register) or _("New"))


def source_of(register: str) -> str:
    """Where rows come from, or nothing where the page's own button says it."""
    return str(SOURCES.get(register, ""))
