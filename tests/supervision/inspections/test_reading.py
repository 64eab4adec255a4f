"""Under a secrecy mark the officer in charge and the line of leaders read; for others it is not there."""

import pytest

from qadaga.authority.lists import pages
from qadaga.authority.lists.pages import Ask
from qadaga.authority.lists.search import find
from qadaga.authority.scope import scope_of
from qadaga.common.errors import NotFound
from qadaga.matters.selectors import matter_parts
from qadaga.supervision.inspections import reading, services
from qadaga.supervision.inspections.models import Inspection
from qadaga.supervision.inspections.overlaps import overlapping
from qadaga.supervision.inspections.register import INSPECTIONS
from qadaga.supervision.inspections.selectors.card import OF_MATTER
from tests.casework import MONDAY, Town
from tests.inspecting import notified, running

WHO = ("head", "deputy", "assistant", "second", "clerk", "region_head", "region_prosecutor")


def seen(town: Town, inspection: Inspection, who: str) -> set[str]:
    """By which ways the person finds the inspection."""
    actor = town.actor(who)
    scope = scope_of(actor, MONDAY)
    ways = {
        "register": pages.fetch(INSPECTIONS, scope, Ask(), today=MONDAY).rows,
        "search": find(scope, "закупках", today=MONDAY, kind="inspection").rows,
        "matter": matter_parts(inspection.matter, OF_MATTER, reader=actor.person_id)["inspections"],
    }
    found = {way for way, rows in ways.items() if rows}
    try:
        reading.read(actor, MONDAY, inspection.id)
    except NotFound:
        return found
    return found | {"card"}


@pytest.mark.clause("O.8.d5")
def test_a_secrecy_mark_narrows_the_readers_everywhere(town: Town) -> None:
    inspection = running(town)
    everywhere = {"register", "search", "matter", "card"}
    assert {who: seen(town, inspection, who) for who in WHO} == dict.fromkeys(WHO, everywhere)
    services.mark_secrecy(
        inspection_id=inspection.id,
        version=inspection.version,
        secrecy="commercial",
        reason="Коммерческая тайна поставщика",
        by=town.actor("head"),
        on=MONDAY,
    )
    leaders = ("head", "deputy", "assistant", "region_head")
    assert {who: seen(town, inspection, who) for who in WHO} == {
        who: everywhere if who in leaders else set() for who in WHO
    }
    # Of whoever inspects the body already the others are told the office, and nothing more.
    told = {who: overlapping(inspection.body_id, MONDAY, reader=town.actor(who).person_id)[0] for who in WHO}
    assert {who for who, one in told.items() if one.secret} == set(WHO) - set(leaders)
    assert (told["clerk"].number, told["head"].number) == ("", inspection.number_text)
    # Whoever may not read it changes nothing in it either.
    inspection.refresh_from_db()
    with pytest.raises(NotFound):
        notified(town, inspection)
