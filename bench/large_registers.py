"""Each register with a million rows of its own, and the lists that are made of the same rows."""

from __future__ import annotations

from collections.abc import Sequence

from bench import growing, registers, site, world
from bench.growing import COMMON, grown
from bench.measuring import Bench
from bench.report import Figure
from bench.site import BESIDE
from bench.two import say

# What is listed beside the registers, by the table it is made of.
PAGES = {
    "legality_legalact": "legal_acts:queue",
    "court_hearing": "hearings:week",
    "custody_place": "visits:plan",
    "trust_proposal": "trust:page",
}


def measure(bench: Bench) -> list[Figure]:
    """The figures of every register, group by group; none where as many rows are loaded already."""
    span = range(site.loaded(bench.cluster) // BESIDE, bench.rows)
    if not span:
        return []
    made, found, sizes = world.build(), [], []
    with grown(bench.cluster, COMMON, made, span):
        found += _of(bench, COMMON)
        for group in growing.groups():
            with grown(bench.cluster, group, made, span):
                sizes.append(site.gigabytes(bench.cluster))
                found += _of(bench, group)
    return [
        *found,
        Figure("disk, with the largest group of registers", bench.rows, "GB", max(sizes), at_most=20),
    ]


def _of(bench: Bench, tables: Sequence[str]) -> list[Figure]:
    found: list[Figure] = []
    for register in (one for one in registers.REGISTERS if one.table in tables):
        say(f"measuring {register.name} with {bench.rows:,} rows")
        found += registers.first_page(bench, register, bench.rows)
        found.append(registers.read_most(bench, register, bench.rows))
    for page in (page for table, page in PAGES.items() if table in tables):
        found += registers.other_page(bench, page, bench.rows)
    return found
