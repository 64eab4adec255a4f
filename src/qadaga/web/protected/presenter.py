"""People whose rights were hurt as pages show them."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.matters.choices import ProtectedKind, ProtectedStatus
from qadaga.matters.models import ProtectedPerson
from qadaga.matters.protected import RESTORE, TELL
from qadaga.matters.selectors.actions import Action
from qadaga.web.cards.actions import Panel, step_panel
from qadaga.web.components import KeyValues, Text, Tone, badge, date_text, link
from qadaga.web.names import language
from qadaga.web.orders.people import named
from qadaga.web.protected.steps import STEPS

_TONES: dict[str, Tone] = {"hurt": "danger", "restored": "warning", "told": "success"}


def standing(row: ProtectedPerson, on: date) -> SafeString:
    """How far the protection has come; late where they should have been told."""
    if row.due_on and row.due_on < on:
        return badge(_("Not told in time"), "danger", "alert-triangle")
    return badge(row.get_status_display(), _TONES[row.status])


def summary(row: ProtectedPerson) -> KeyValues:
    """Who, which right, by whom, what came of it."""
    pairs: list[tuple[str, Text]] = [
        (_("Who"), row.get_kind_display()),
        (_("IIN"), row.iin or "—"),
        (_("Right hurt"), row.get_right_display()),
        (_("By whom"), _by_whom(row)),
        (_("Matter"), link(reverse("matters:card", args=[row.matter_id]), row.matter.number_text)),
        (_("Came to light in"), row.get_source_display()),
        (_("Recorded"), f"{date_text(row.found_on)}, {named(row.recorded_by)}"),
        (_("Restored"), date_text(row.restored_on)),
        (_("Told"), f"{date_text(row.told_on)}: {row.told_how}" if row.told_on else "—"),
    ]
    if row.kind == ProtectedKind.GROUP:
        pairs.insert(1, (_("How many people"), str(row.count)))
    if row.due_on:
        pairs.append((_("Tell by"), date_text(row.due_on)))
    return KeyValues(pairs)


def _by_whom(row: ProtectedPerson) -> Text:
    if row.hurt_by is not None:
        return link(reverse("supervised:card", args=[row.hurt_by_id]), row.hurt_by.name(language()))
    return row.violation.violator_name if row.violation else "—"


def texts(row: ProtectedPerson) -> list[tuple[str, str]]:
    """The violation and what was restored."""
    found = [(_("What was done or left undone"), row.violation.what)] if row.violation else []
    return found + ([(_("What was restored"), row.restored)] if row.restored else [])


def panel(row: ProtectedPerson, actions: Sequence[Action]) -> Panel:
    """What may be done as it stands."""
    offered = {ProtectedStatus.HURT: ["restore"], ProtectedStatus.RESTORED: ["told"]}
    steps = {slug: STEPS[slug] for slug in offered.get(ProtectedStatus(row.status), [])}
    primary = RESTORE if row.status == ProtectedStatus.HURT else TELL
    return step_panel(actions, steps, row.id, "protected:step", primary=primary)
