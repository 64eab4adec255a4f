"""The registers of supervised bodies and of their officials: what they show, sort and filter (O.7.1)."""

from functools import lru_cache
from typing import cast

from django.utils.functional import lazy
from django.utils.translation import get_language, gettext_lazy

from qadaga.authority import barred
from qadaga.authority.lists.filters import Choice, Dates, Flag, Identifier, Labels, Lead, LeadChoice
from qadaga.authority.lists.register import Column, Register, Sort
from qadaga.common.i18n import N_
from qadaga.matters.bodies.traces import seen_sql
from qadaga.matters.bodies.violations import FAMILY, NORM, kept_sql
from qadaga.matters.choices import BodyKind
from qadaga.offices.kato import units

# What stands in these conditions is counted over the reader's scope and nothing else.
_VIOLATIONS = f"FROM matters_violation v WHERE v.violator_body_id IN {FAMILY} AND {kept_sql()}"
_COUNT = f"nullif((SELECT count(*) FROM (SELECT 1 {_VIOLATIONS} LIMIT 1000) q), 0)::text"  # noqa: S608 - ours
# Among so many violations of one body some norm is broken twice: reading all of them would tell no more.
_REPEATS = (
    f"EXISTS (SELECT 1 FROM (SELECT v.norm {_VIOLATIONS} LIMIT 1000) v"  # noqa: S608 - ours
    f" GROUP BY {NORM} HAVING count(*) > 1)"
)
_SILENT = (
    f"EXISTS (SELECT 1 FROM acts_act a WHERE a.addressee_id IN {FAMILY} AND a.status = 'served'"  # noqa: S608 - ours
    f" AND a.due_on < %(today)s AND {seen_sql('a')} AND a.id NOT IN ({barred.ids_sql('act')}))"
)
_ALIKE = (
    "EXISTS (SELECT 1 FROM matters_body d WHERE d.alike = t.alike AND d.id <> t.id"
    " AND d.merged_into_id IS NULL AND (d.bin IS NULL OR t.bin IS NULL) "
    " AND coalesce(left(d.kato, 2) = left(t.kato, 2), true))"
)


def _region_name(code: str) -> str:
    unit = next(unit for unit in units().values() if not unit.parent and unit.code[:2] == code)
    return unit.name_kk if get_language() == "kk" else unit.name_ru


_REGIONS = cast(
    Labels,
    {unit.code[:2]: lazy(_region_name, str)(unit.code[:2]) for unit in units().values() if not unit.parent},
)


@lru_cache
def _region_names(language: str) -> dict[str, str]:
    kazakh = language == "kk"
    rows = [unit for unit in units().values() if not unit.parent]
    return {unit.code[:2]: unit.name_kk if kazakh else unit.name_ru for unit in rows}


_NAME = {"ru": "t.name_ru", "kk": "t.name_kk"}
SUPERVISED = Register(
    name="supervised",
    kind="body",
    title=N_("Supervised bodies"),
    table="matters_body",
    columns=(
        Column("id", "t.id"),
        Column("number", _NAME, N_("Body or organisation"), shape="localised"),
        Column("kind", "t.kind", N_("Kind"), shape="choice", options=dict(BodyKind.choices)),
        Column("bin", "t.bin", N_("BIN"), empty="—"),
        Column("region", "left(t.kato, 2)", N_("Region"), shape="choice", options=_region_names, empty="—"),
        Column(
            "violations",
            _COUNT,
            N_("Violations"),
            empty="—",
        ),
        Column(
            "repeats",
            f"CASE WHEN {_REPEATS} THEN 'repeat' ELSE '' END",
            N_("The same norm again"),
            shape="choice",
            options={"repeat": gettext_lazy("Repeated"), "": "—"},
        ),
        Column("due_on", "NULL::date"),
        Column("status", "''"),
    ),
    sorts=(Sort("name", N_("Body or organisation"), "sort_key", cast="text", descending=False, plain=True),),
    filters=(
        LeadChoice("kind", N_("Kind"), "t.kind", dict(BodyKind.choices)),
        Choice("region", N_("Region"), "left(t.kato, 2)", _REGIONS),
        Flag("repeats", N_("Repeat violations"), _REPEATS),
        Flag("silent", N_("Acts without an answer"), _SILENT),
        Flag("alike", N_("Possible duplicates"), _ALIKE),
    ),
    common=True,
    standing="t.merged_into_id IS NULL",
)

OFFICIALS = Register(
    name="officials",
    kind="supervised_person",
    title=N_("Officials of bodies"),
    table="bodies_official",
    columns=(
        Column("id", "t.id"),
        # No name stands in the list: it is read on the card, and that reading is journalled.
        Column("number", "t.post", N_("Post")),
        Column("body", {"ru": "b.name_ru", "kk": "b.name_kk"}, N_("Body or organisation"), shape="localised"),
        Column("entered_on", "t.entered_on", N_("Entered"), sort="entered", shape="date"),
        Column("status", "t.status"),
        Column("due_on", "NULL::date"),
        Column(
            "office",
            {"ru": "o.name_ru", "kk": "o.name_kk", "en": "o.name_en"},
            N_("Office"),
            shape="localised",
        ),
    ),
    sorts=(Sort("entered", N_("Entered"), "entered_on", plain=True),),
    filters=(
        Identifier("person", N_("IIN of the official"), "t.iin = %(identifier)s"),
        Lead("body", N_("Body or organisation"), "t.body_id"),
        Dates("entered", N_("Entered"), "t.entered_on"),
    ),
    joins="JOIN offices_office o ON o.id = t.office_id\nJOIN matters_body b ON b.id = t.body_id",
)
