"""Every register of the product and every other list: how long a page takes, how much of tables it reads."""

from __future__ import annotations

import json
from typing import Any

from django.db import connection
from django.urls import reverse

from bench.clients import alone, opening
from bench.filling import engine
from bench.floors import once
from bench.measuring import Bench
from bench.report import Figure
from bench.site import BESIDE, DATABASE
from qadaga.authority.lists import asking, pages
from qadaga.authority.lists.register import Register
from qadaga.common import clock
from qadaga.web.registers.listed import LISTED

REGISTERS = tuple(listed.register for listed in LISTED.values())
WHO = ("district", "region", "nation")
# Lists that are no registers, and what of the appeals and tables they show is as large.
OTHER_PAGES = (
    *("legal_acts:queue", "hearings:week", "visits:plan", "trust:page", "councils:list", "norms:list"),
    "plans:behind",
    "persons:find",
    *("symbols:list", "interference:list", "conduct:list", "visits:lists"),
)
# Every measure of the plans that run is counted: of so many rows that are fifteen thousand plans at once.
COUNTING = {"plans:behind": 1_000}
# Twenty-five rows with what is joined to them, out of as many ranges as there are statuses. Each body of the
# register of bodies has its violations counted as well.
MOST_READS, MOST_READS_COUNTING = 1_500, {"supervised": 4_000}


def every_register(bench: Bench) -> list[Figure]:
    """The first page of each register, with as many rows as the load gave it."""
    return [one for register in REGISTERS for one in first_page(bench, register, _loaded(bench, register))]


def first_page(bench: Bench, register: Register, rows: int) -> list[Figure]:
    """The first page of the register with so many rows, beside its own SQL."""
    found: list[Figure] = []
    for who in ("district", "nation"):
        act = opening(bench.people(who)[0], reverse(f"{register.name}:list"))
        floor = once(bench.cluster, DATABASE, _script(bench, who, register))
        name, times = f"register of {register.name}, {who}", alone(act, times=30, warm=3)
        found += bench.figures(name, times, p50=15, p95=40, floor=floor, rows=rows)
    return found


def _loaded(bench: Bench, register: Register) -> int:
    return bench.rows // BESIDE if register.table in engine.TABLES else bench.rows


def _script(bench: Bench, who: str, register: Register, **order: Any) -> str:
    """The page's own SQL; "SELECT 1" for those who see nothing of the register."""
    ask = asking.asked({}, **order)
    text = pages.explain_text(register, bench.scope(who, register), ask, today=clock.today())
    # pgbench would read the colon of an hour as the beginning of a variable.
    return text.replace("HH24:MI", 'HH24":"MI') or "SELECT 1"


def reads(bench: Bench) -> list[Figure]:
    """What each register reads, with as many rows as the load gave it."""
    return [read_most(bench, register, _loaded(bench, register)) for register in REGISTERS]


def read_most(bench: Bench, register: Register, rows: int) -> Figure:
    """The most pages of the database that the first page of the register reads, in any order, whoever looks.

    What a machine's neighbours do changes nothing of it: a plan that goes through a table shows here.
    """
    asked = [
        _read(_script(bench, who, register, sort=sort.name, ascending=ascending))
        for who in WHO
        for sort in register.sorts
        for ascending in (True, False)
    ]
    most = MOST_READS_COUNTING.get(register.name, MOST_READS)
    return Figure(f"reads of {register.name}", rows, "pages", max(asked), at_most=most)


def _read(script: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) {script}")
        answer = cursor.fetchone()[0]
    plan = (json.loads(answer) if isinstance(answer, str) else answer)[0]["Plan"]
    return int(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"])


def other_pages(bench: Bench) -> list[Figure]:
    """Lists that are not registers."""
    return [one for name in OTHER_PAGES for one in other_page(bench, name, bench.rows)]


def other_page(bench: Bench, name: str, rows: int) -> list[Figure]:
    """The list, where what it shows most of has so many rows."""
    found: list[Figure] = []
    for who in ("district", "nation"):
        times = alone(opening(bench.people(who)[0], reverse(name)), times=20, warm=2)
        p50 = COUNTING.get(name, 40)
        found += bench.figures(f"page {name}, {who}", times, p50=p50, p95=2.5 * p50, rows=rows)
    return found
