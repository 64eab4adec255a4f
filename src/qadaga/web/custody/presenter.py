"""People found held unlawfully as pages show them."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from qadaga.authority.alarms.selectors import Clock
from qadaga.common import clock as time
from qadaga.matters.models import Matter
from qadaga.matters.selectors.actions import Action
from qadaga.supervision.custody.choices import (
    ENDED_BY,
    Wrong,
)
from qadaga.supervision.custody.models import HeldPerson, Resolution
from qadaga.web.alarms.presenters import standing
from qadaga.web.cards.actions import Panel, step_panel
from qadaga.web.cards.sections import Section, section
from qadaga.web.components import KeyValues, Text, Tone, badge, date_text, lines, link, moment_text
from qadaga.web.custody.history import device_text
from qadaga.web.custody.steps import HELD_STEPS
from qadaga.web.names import language
from qadaga.web.orders.people import named

HELD_TONES: dict[str, Tone] = {
    "found": "danger",
    "resolved": "warning",
    "carried_out": "success",
    "lawful": "neutral",
    "died": "danger",
}
# Which steps stand open in which status, the expected one first.
HELD_OPEN = {
    "found": ("release", "release-isolation", "cancel", "lawful", "died", "complaint"),
    "resolved": ("carried-out", "died", "complaint"),
    "carried_out": ("count", "complaint"),
    "lawful": ("complaint",),
    "died": (),
}


def resolution_of(held: HeldPerson) -> Resolution | None:
    """The resolution about the person, read with them."""
    return getattr(held, "resolution", None)


def held_badge(held: HeldPerson) -> SafeString:
    """Where it stands with the person."""
    return badge(held.get_status_display(), HELD_TONES[held.status])


def held_summary(held: HeldPerson, running: Sequence[Clock], matter: Matter | None) -> KeyValues:
    """Who, where, since when, on what paper; the clock of the release."""
    pairs: list[tuple[str, Text]] = [
        (_("Place of custody"), held.place.name(language())),
        (_("IIN"), held.iin or "—"),
        (_("Birth date or year"), date_text(held.born_on) if held.born_on else str(held.birth_year or "—")),
        (_("Held since"), moment_text(held.held_since)),
        (_("On what paper"), held.paper),
        (_("Found"), _found(held)),
    ]
    pairs += [
        (
            _("Clock of the release"),
            lines(
                standing(one.due_at, one.ended_at, time.now()),
                _("Until %(time)s") % {"time": moment_text(one.due_at)},
                _called(one.called),
            ),
        )
        for one in running[:1]
    ]
    if held.died_on:
        pairs.append((_("Died"), date_text(held.died_on)))
    if held.minor:
        pairs.append((_("Age"), _("Under 18")))
    if matter:
        pairs.append((_("Matter"), link(reverse("matters:card", args=[matter.id]), str(matter))))
    if held.protected_id:
        pairs.append((_("People protected"), badge(_("Counted in the matter"), "success")))
    return KeyValues(pairs)


def _found(held: HeldPerson) -> Text:
    found = f"{moment_text(held.found_at)}, {named(held.found_by)}"
    if held.skew_seconds is None:
        return found
    return lines(found, device_text(held.told_at, held.skew_seconds))


def _called(offices: int) -> str:
    if not offices:
        return ""
    return ngettext("%(n)s office above was called", "%(n)s offices above were called", offices) % {
        "n": offices
    }


def held_texts(held: HeldPerson) -> list[tuple[str, str]]:
    """Why it is unlawful; what a second check found; what is known of a death."""
    texts = [
        (_("Why it is unlawful"), held.why),
        (_("The second check"), held.checked or ""),
        (_("The death"), held.death or ""),
    ]
    return [(head, text) for head, text in texts if text]


def held_sections(held: HeldPerson) -> list[Section]:
    """The resolution and what became of it."""
    made = resolution_of(held)
    rows: list[tuple[Text, ...]] = []
    if made is not None:
        paper = link(reverse("held:paper", args=[held.id]), made.number_text)
        carried = lines(moment_text(made.freed_at), made.carried_by or "", made.told_how or "")
        rows.append((paper, moment_text(made.signed_at), named(made.signer), made.norm, carried))
    columns = [_("Number"), _("Signed at"), _("Who signed"), _("Norm violated"), _("Carried out")]
    empty = _("The resolution is issued under What to do, in the prosecutor's own name.")
    return [section("resolution", _("Resolution"), columns, rows, empty, stacks=True)]


def held_panel(held: HeldPerson, actions: Sequence[Action]) -> Panel:
    """What may be done about the person as it stands."""
    power, _ground = ENDED_BY[Wrong(held.wrong)]
    steps = {slug: HELD_STEPS[slug] for slug in HELD_OPEN[held.status]}
    if held.protected_id:
        steps.pop("count", None)
    return step_panel(actions, steps, held.id, "held:step", primary=power)
