"""A body and an official as pages show them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.matters.bodies.models import Official
from qadaga.matters.bodies.selectors import Card, History
from qadaga.matters.bodies.subject import MERGE
from qadaga.matters.bodies.violations import Found
from qadaga.matters.selectors.actions import Action
from qadaga.offices.kato import units
from qadaga.web.cards.actions import Panel, step_panel
from qadaga.web.cards.sections import Section, section
from qadaga.web.components import KeyValues, Text, badge, date_text, link
from qadaga.web.doors import leading
from qadaga.web.names import language
from qadaga.web.orders.people import named
from qadaga.web.supervised import history
from qadaga.web.supervised.steps import STEPS


def standing(past: History) -> SafeString | str:
    """Whether the body breaks the same norm again."""
    if any(row.times > 1 for row in past.violations):
        return badge(_("Repeat violations"), "danger", "alert-triangle")
    return ""


def summary(card: Card, past: History, on: date) -> KeyValues:
    """What the body is, and its history in figures: of the reader's scope only."""
    body, acts = card.body, past.lines.get("acts", [])
    repeated = sum(row.repeated for row in past.violations)
    pairs: list[tuple[str, Text]] = [
        (_("BIN"), body.bin or "—"),
        (_("Name in Kazakh") if language() != "kk" else _("Name in Russian"), _other_name(card)),
        (_("Territory"), _place(body.kato)),
        (_("Address"), body.address or "—"),
        (
            _("Violations"),
            _("%(all)s, repeated: %(again)s") % {"all": len(past.violations), "again": repeated},
        ),
        (_("Acts without an answer"), str(history.silent(acts, on))),
        (_("Replies received"), str(history.replied(acts, past.lines.get("measures", [])))),
        *history.bailiffs_text(past.lines.get("bailiffs", [])),
        (_("Inspections"), history.hours_text(past.lines.get("inspections", []))),
    ]
    if card.merged:
        names = ", ".join(row.name(language()) for row in card.merged)
        pairs.append((_("Records merged into this one"), names))
    pairs.append((_("Counted over"), _("records that you may read")))
    return KeyValues(pairs)


def _other_name(card: Card) -> str:
    return card.body.name_ru if language() == "kk" else card.body.name_kk


def _place(kato: str | None) -> str:
    unit = units().get(kato or "")
    if unit is None:
        return "—"
    return unit.name_kk if language() == "kk" else unit.name_ru


def alike(card: Card) -> list[Section]:
    """Records that look like the same body, where there are any: with how to decide on them."""
    if not card.alike:
        return []
    rows = [
        (
            link(reverse("supervised:card", args=[row.id]), row.name(language())),
            row.get_kind_display(),
            row.bin or "—",
            _place(row.kato),
        )
        for row in card.alike
    ]
    columns = [_("Body or organisation"), _("Kind"), _("BIN"), _("Territory")]
    return [section("alike", _("Possible duplicates"), columns, rows, "", stacks=True)]


def violations_section(found: Sequence[Found]) -> Section:
    """Violations with what was repeated."""
    columns = [_("Norm"), _("Matter"), _("Found"), _("Removed"), _("Official"), _("Repeated")]
    empty = _("Violations are recorded in a matter; here stand those of the matters that you may read.")
    return section(
        "violations", _("Violations"), columns, [_violation(row) for row in found], empty, stacks=True
    )


def _violation(row: Found) -> tuple[Text, ...]:
    again = _("%(nth)s of %(times)s") % {"nth": row.nth, "times": row.times}
    official = leading("officials:card", row.post or "", row.official_id) if row.official_id else "—"
    return (
        row.norm,
        link(reverse("matters:card", args=[row.matter_id]), row.number),
        date_text(row.found_on),
        date_text(row.removed_on),
        official,
        badge(again, "danger" if row.repeated else "warning") if row.times > 1 else "—",
    )


def officials_section(card: Card) -> Section:
    """Officials of the body that offices of the scope have entered: posts only, a name is on its card."""
    rows = [
        (leading("officials:card", row.post, row.id), date_text(row.entered_on)) for row in card.officials
    ]
    empty = _("Enter an official under What to do; then name them in a violation of a matter.")
    return section("officials", _("Officials"), [_("Post"), _("Entered")], rows, empty)


def panel(card: Card, actions: Sequence[Action]) -> Panel:
    """What may be done with the record."""
    return step_panel(actions, STEPS, card.body.id, "supervised:step", primary=MERGE if card.alike else "")


def official_summary(row: Official) -> KeyValues:
    """Who it is; the number of the person stands on this card only."""
    return KeyValues(
        [
            (_("IIN"), row.iin),
            (_("Body or organisation"), row.body.name(language())),
            (_("Post"), row.post),
            (
                _("In other registers"),
                link(reverse("officials:person", args=[row.id]), _("Everything about the person")),
            ),
            (_("Entered"), f"{date_text(row.entered_on)}, {named(row.entered_by)}"),
            (_("Office"), row.office.name_in(language())),
        ]
    )


def nothing() -> Panel:
    """A card on which nothing is done: whose a violation was is said in its matter."""
    return Panel([], [])
