"""Choosing where something is: the person's own territory first, the rest of the country after it."""

from collections.abc import Collection, Mapping
from typing import TypeAlias

from django.utils.translation import gettext as _

from qadaga.offices.kato import KatoUnit, units
from qadaga.web.forms import choose
from qadaga.web.names import language
from qadaga.web.steps import StepForm

Rows: TypeAlias = list[tuple[str, str]]


def offer_places(form: StepForm, name: str = "kato", *, anywhere: str = "", own: bool = True) -> None:
    """Let the person choose a KATO unit: those of the own office stand first, in a group of their own.

    `anywhere` is the choice of no unit, where there may be none; `own` proposes the office's first unit.
    """
    mine, others = _parted(form.request.actor.today.territory, units())
    rows: list[tuple[str, str | Rows]] = [("", anywhere)] if anywhere else []
    rows += [(_("Territory of your office"), mine), (_("Rest of the country"), others)] if mine else others
    choose(form, name, rows)
    if own and mine:
        form.initial.setdefault(name, mine[0][0])


def _parted(territory: Collection[str], known: Mapping[str, KatoUnit]) -> tuple[Rows, Rows]:
    mine: Rows = []
    others: Rows = []
    kazakh = language() == "kk"
    for unit in known.values():
        rows = mine if _within(unit, territory, known) else others
        rows.append((unit.code, unit.name_kk if kazakh else unit.name_ru))
    return mine, others


def _within(unit: KatoUnit, territory: Collection[str], known: Mapping[str, KatoUnit]) -> bool:
    above: KatoUnit | None = unit
    while above is not None and above.code not in territory:
        above = known.get(above.parent)
    return above is not None
