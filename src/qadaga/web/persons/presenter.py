"""The card of a person as pages show it: a section for each role that has a line for the reader."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from qadaga.matters.persons.roles import MOST, Line, Role, declared
from qadaga.matters.persons.selectors import Card
from qadaga.matters.selectors.actions import Action
from qadaga.web.cards.actions import Panel, step_panel
from qadaga.web.cards.merges import merges_section
from qadaga.web.cards.sections import Section, section
from qadaga.web.components import KeyValues, Text, badge, date_text, lines, link
from qadaga.web.orders.people import named
from qadaga.web.persons.steps import STEPS


def summary(card: Card) -> KeyValues:
    """Who it is, in which roles, over what it was gathered."""
    pairs: list[tuple[str, Text]] = [
        (_("IIN"), lines(*card.numbers)),
        (_("Named as"), lines(*(card.names or ["—"]))),
        (_("Roles"), lines(*(_(role.label) for role in declared() if role.name in card.lines))),
        (_("Gathered over"), _("records that you may read; each look is journalled")),
    ]
    if card.death is not None:
        pairs.insert(1, (_("Died"), lines(date_text(card.death.died_on), card.death.paper)))
    return KeyValues(pairs)


def sections(card: Card) -> list[Section]:
    """What each register has, then the deaths noted here and the merges."""
    found = [_section(role, card.lines[role.name]) for role in declared() if role.name in card.lines]
    return [
        *found,
        *_deaths(card),
        *merges_section(card.merges, _("Merged number"), lambda person: person.iin),
    ]


def _deaths(card: Card) -> list[Section]:
    rows = [
        (
            date_text(row.died_on),
            row.paper,
            lines(date_text(row.noted_on), named(row.noted_by)),
            f"{date_text(row.withdrawn_on)}: {row.withdrawn_reason}" if row.withdrawn_on else "—",
        )
        for row in card.deaths
    ]
    columns = [_("Day of death"), _("Paper"), _("Noted"), _("Withdrawn")]
    return [section("deaths", _("Deaths noted"), columns, rows, "", stacks=True)] if rows else []


def _section(role: Role, rows: Sequence[Line]) -> Section:
    label = _(role.label)
    if len(rows) > MOST:
        label = _("%(part)s: the newest %(most)s") % {"part": label, "most": MOST}
    columns = [_("Number"), _("Day"), _("What"), _("Named as"), _("Status")]
    return section(role.name, label, columns, [_row(role, row) for row in rows[:MOST]], "", stacks=True)


def _row(role: Role, row: Line) -> tuple[Text, ...]:
    return (
        link(reverse(role.page, args=[row.id]), row.number or _("Open the card")),
        date_text(row.day),
        row.title or "—",
        row.who,
        badge(str(role.words[row.status]), "neutral") if row.status in role.words else "—",
    )


def panel(card: Card, actions: Sequence[Action]) -> Panel:
    """What may be done with the card."""
    return step_panel(actions, STEPS, card.person.id, "persons:step")
