"""Every register of the product and every other list: how long a page takes, how much of tables it reads."""

from __future__ import annotations

import json
from typing import Any

from django.db import connection
from django.urls import reverse

from bench.clients import alone, opening
from bench.floors import pgbench
from bench.measuring import Bench
from bench.report import Figure
from bench.site import DATABASE
from qadaga.authority.lists import asking, pages
from qadaga.authority.lists.register import Register
from qadaga.common import clock
from qadaga.web.registers.listed import LISTED

WHO = ("district", "region", "nation")
# Lists that are no registers, and what of the appeals and tables they show is as large.
OTHER_PAGES = (
    *("legal_acts:queue", "hearings:week", "visits:plan", "trust:page", "councils:list", "norms:list"),
    "plans:behind",
    "persons:find",
    *("symbols:list", "interference:list", "conduct:list"),
)
# Every measure of the plans that run is counted: of so many rows that are fifteen thousand plans at once.
COUNTING = {"plans:behind": 1_000}
# Twenty-five rows with what is joined to them, out of as many ranges as there are statuses. Each body of the
# register of bodies has its violations counted as well.
MOST_READS, MOST_READS_COUNTING = 1_500, {"supervised": 4_000}


def every_register(bench: Bench) -> list[Figure]:
    """The first page of each register, beside its own SQL."""
    found: list[Figure] = []
    for who in ("district", "nation"):
        browser = bench.people(who)[0]
        for register in (listed.register for listed in LISTED.values()):
            address = reverse(f"{register.name}:list")
            times = alone(opening(browser, address), times=30, warm=3)
            _, floor = pgbench(bench.cluster, DATABASE, _script(bench, who, register), clients=1, seconds=1)
            found += bench.figures(f"register of {register.name}, {who}", times, p50=15, p95=40, floor=floor)
    return found


def _script(bench: Bench, who: str, register: Register, **order: Any) -> str:
    """The page's own SQL; "SELECT 1" for those who see nothing of the register."""
    ask = asking.asked({}, **order)
    text = pages.explain_text(register, bench.scope(who, register), ask, today=clock.today())
    # pgbench would read the colon of an hour as the beginning of a variable.
    return text.replace("HH24:MI", 'HH24":"MI') or "SELECT 1"


def reads(bench: Bench) -> list[Figure]:
    """The most pages of the database that the first page of a register reads, in any order, whoever looks.

    What a machine's neighbours do changes nothing of it: a plan that goes through a table shows here.
    """
    found = []
    for register in (listed.register for listed in LISTED.values()):
        asked = [
            _read(_script(bench, who, register, sort=sort.name, ascending=ascending))
            for who in WHO
            for sort in register.sorts
            for ascending in (True, False)
        ]
        found.append(Figure(f"reads of {register.name}", bench.rows, "pages", max(asked), at_most=MOST_READS))
    return found


def _read(script: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) {script}")
        answer = cursor.fetchone()[0]
    plan = (json.loads(answer) if isinstance(answer, str) else answer)[0]["Plan"]
    return int(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"])


def other_pages(bench: Bench) -> list[Figure]:
    """Lists that are not registers."""
    found: list[Figure] = []
    for who in ("district", "nation"):
        browser = bench.people(who)[0]
        for name in OTHER_PAGES:
            address = reverse(name)
            times = alone(opening(browser, address), times=20, warm=2)
            p50 = COUNTING.get(name, 40)
            found += bench.figures(f"page {name}, {who}", times, p50=p50, p95=2.5 * p50)
    return found
