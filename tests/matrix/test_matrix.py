"""Role × relation to the office × endpoint: the table of endpoints.csv is what everybody gets, everywhere.

On the way the reads of each page are counted: at most eight, whoever looks. No link of a page leads
its reader to a refusal.

A new endpoint without a row fails. `QADAGA_WRITE_MATRIX=missing make schema` adds the rows that are missing,
`QADAGA_WRITE_MATRIX=all make schema` writes the table anew; the difference is read like any other change of
who may do what.
"""

import csv
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from qadaga.common import clock
from tests.emptying import empty
from tests.intake import MONDAY
from tests.matrix import cost, links
from tests.matrix.endpoints import API, Endpoint, every, routes
from tests.matrix.world import COLUMNS, World, make_world, quickly

TABLE = Path(__file__).parent / "endpoints.csv"
ENDPOINTS = every()
PUBLIC = {
    *("health/live", "health/ready", "accounts/login/", "accounts/inactive/"),
    # Says nothing of anybody: what it shows stands on the device, and a session may end far from a network.
    *("visits/kept/", "visits/worker.js"),
}
"""What answers without a sign-in. (Static files are served before any address is looked up.)"""
NOT_SHOWN = {"404", "405", "400"}
RECORDS = (
    "appeals",
    "matters",
    "acts",
    "measures",
    "inspections",
    "orders",
    "seals",
    "places",
    "visits",
    "held",
    "covert",
    "records",
    "courtcases",
    "reviews",
    "hearings",
    "writs",
    "bailiffs",
    "councils",
    "plans",
    "reports",
    "assignments",
    "sessions",
    "decisions",
    "investigations",
    "sanctions",
    "instructions",
    "complaints",
    "shifts",
    "legal-acts",
    "analyses",
    "offences",
    "exchanges",
    "applications",
    "laid-duties",
    "proposals",
    "officials",
    "persons",
    "protected",
    "treaty-checks",
    "treaty-requests",
    "treaty-parts",
    "treaties",
)
WRITES = os.environ.get("QADAGA_WRITE_MATRIX", "")

Row = dict[str, str]


def table() -> dict[Endpoint, Row]:
    """The declared table."""
    if not TABLE.exists():
        return {}
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {Endpoint(row["route"], row["step"], row["method"]): row for row in csv.DictReader(file)}


DECLARED = table()


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """The same world for every endpoint: each request is undone."""
    with django_db_blocker.unblock(), clock.frozen(MONDAY), quickly():
        try:
            made = make_world()
            cost.first_visits(made)
            yield made
        finally:
            empty()


@pytest.mark.schema
@pytest.mark.skipif(bool(WRITES), reason="the table is being written")
@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=str)
def test_everybody_gets_what_the_table_says(world: World, endpoint: Endpoint) -> None:
    asked: dict[str, tuple[str, int]] = {}
    refused: set[tuple[str, str]] = set()
    for who in COLUMNS:
        asked[who] = cost.asked(world, endpoint, who)
        refused |= {(who, link) for link in links.refused(world.shown, who, DECLARED)}
    assert {who: answer for who, (answer, _) in asked.items()} == {
        who: DECLARED[endpoint][who] for who in COLUMNS
    }
    assert {who: reads for who, (_, reads) in asked.items() if reads > cost.MOST} == {}
    assert refused == set()


@pytest.mark.schema
def test_the_reads_of_a_page_are_counted(world: World) -> None:
    answer, reads = cost.asked(world, Endpoint("matters/<uuid:pk>/", "", "GET"), "own head")
    assert (answer, reads > 3) == ("2xx", True)


@pytest.mark.schema
@pytest.mark.skipif(not WRITES, reason="QADAGA_WRITE_MATRIX writes the table")
def test_write_the_table(world: World) -> None:
    kept = DECLARED if WRITES == "missing" else {}
    rows = {one: kept.get(one) or {who: world.ask(one, who) for who in COLUMNS} for one in ENDPOINTS}
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["method", "route", "step", *COLUMNS])
        for one, row in rows.items():
            writer.writerow([one.method, one.route, one.step, *(row[who] for who in COLUMNS)])


def test_every_endpoint_has_a_row_and_every_row_an_endpoint() -> None:
    assert sorted(DECLARED) == ENDPOINTS


def test_every_address_of_the_api_is_in_its_document() -> None:
    walked = {route for route in routes() if route.startswith(API)}
    assert len(walked) == len({one.route for one in ENDPOINTS if one.is_api})


def test_without_a_sign_in_nothing_answers_but_what_is_declared_public() -> None:
    for endpoint, row in DECLARED.items():
        if endpoint.route not in PUBLIC:
            assert not row["nobody"].startswith("2"), str(endpoint)


@pytest.mark.parametrize("who", ["lower head", "neighbour head", "neighbour clerk", "other region"])
def test_beside_and_from_below_there_is_no_such_record(who: str) -> None:
    for endpoint, row in DECLARED.items():
        place = endpoint.route.removeprefix(API)
        if place.startswith(RECORDS) and "pk" in place:
            assert row[who] in NOT_SHOWN, (str(endpoint), row[who])


def test_nothing_here_is_a_fault_of_ours() -> None:
    assert not [str(one) for one, row in DECLARED.items() if any(row[who][0] == "5" for who in COLUMNS)]
