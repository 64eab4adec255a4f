"""What a page costs: at most eight reads of the database, whoever looks, from the second visit on."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, reset_queries
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from qadaga.common import clock
from tests.intake import MONDAY
from tests.matrix.endpoints import Endpoint
from tests.matrix.test_matrix import ENDPOINTS
from tests.matrix.world import World, make_world

MOST = 8
VISITORS = ("own head", "own assistant", "higher head", "general")
PAGES = [one for one in ENDPOINTS if one.method == "GET" and not one.is_api]
NOT_READ = ("BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK", "INSERT", "UPDATE", "DELETE")
"""Whatever else is sent counts as a read: the append to the journal too, which is a function called."""


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with django_db_blocker.unblock(), clock.frozen(MONDAY):
        try:
            made = make_world()
            for who in VISITORS:
                _first_visit(made, who)
            yield made
        finally:
            call_command("flush", verbosity=0, interactive=False)


@pytest.mark.schema
def test_a_page_takes_few_reads_whoever_looks(world: World) -> None:
    spent = {(str(page), who): _reads(world, page, who) for page in PAGES for who in VISITORS}
    assert len([reads for reads in spent.values() if reads]) > 300
    assert {asked: reads for asked, reads in spent.items() if reads > MOST} == {}


def _first_visit(world: World, who: str) -> None:
    """The first page of a session finds out under which post the person acts, and the session keeps it."""
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = world.sessions[who]
    assert client.get("/help/").status_code == 200


def _reads(world: World, page: Endpoint, who: str) -> int:
    """How often the page reads; 0 where it does not answer with a page.

    What a process reads once is not the page's: whatever seems to cost more is asked again.
    """
    reads = _counted(world, page, who)
    return reads if reads <= MOST else _counted(world, page, who)


def _counted(world: World, page: Endpoint, who: str) -> int:
    reset_queries()  # the log is bounded
    with CaptureQueriesContext(connection) as queries:
        answer = world.ask(page, who)
    reads = [query for query in queries if not query["sql"].lstrip().startswith(NOT_READ)]
    return len(reads) if answer == "2xx" else 0
