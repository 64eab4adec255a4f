"""The transport sphere: mode and task of each matter, and the register that filters by both (L.1.6)."""

from datetime import date

import pytest

from qadaga.authority.lists import asking, pages
from qadaga.authority.scope import NATION
from qadaga.common.errors import InvalidInput
from qadaga.law import catalogue
from qadaga.matters import services
from qadaga.matters.choices import TransportMode, TransportTask
from qadaga.matters.register import MATTERS
from tests.staffing import make_actor, make_office

MONDAY = date(2026, 9, 7)


@pytest.fixture
def line(db):
    top = make_office("top", "general")
    chief = make_office("gtp", "chief_transport", top, sphere="transport")
    office = make_office("gtp-1", "transport_district", chief, sphere="transport")
    region = make_office("reg", "region", top, kato="100000000")
    district = make_office("dis", "district", region, kato="101000000")
    return {
        "transport": make_actor(office, "district_prosecutor", on=MONDAY),
        "district": make_actor(district, "district_prosecutor", on=MONDAY),
    }


def _open(by, **given):
    values = {"kind": "own_initiative", "direction": "legality_of_acts", "title": "Переезд", **given}
    return services.open(opening=services.Opening(**values), by=by, on=MONDAY)


def _on_transport(by, mode="rail", task="passengers"):
    return _open(by, sphere="transport", transport_mode=mode, transport_task=task)


def test_the_choices_are_those_of_the_catalogue():
    law = catalogue.load()
    assert list(law.transport_modes) == TransportMode.values
    assert list(law.transport_tasks) == TransportTask.values
    assert len(law.transport_tasks) == 5


def test_a_transport_matter_names_mode_and_task(line):
    matter = _on_transport(line["transport"])
    assert (matter.transport_mode, matter.transport_task) == ("rail", "passengers")


@pytest.mark.parametrize(
    ("who", "given", "faults"),
    [
        (
            "transport",
            {"sphere": "transport"},
            {("transport_mode", "required"), ("transport_task", "required")},
        ),
        ("transport", {"transport_mode": "rail"}, {("transport_task", "required")}),
        (
            "transport",
            {"transport_mode": "horse", "transport_task": "nature"},
            {("transport_mode", "unknown_choice")},
        ),
        ("district", {"transport_mode": "rail"}, {("transport_mode", "not_transport")}),
        (
            "district",
            {"transport_mode": "rail", "transport_task": "nature"},
            {("transport_mode", "not_transport"), ("transport_task", "not_transport")},
        ),
    ],
)
def test_a_missing_or_foreign_one_is_refused(line, who, given, faults):
    with pytest.raises(InvalidInput) as refused:
        _open(line[who], **given)
    assert {(one.field, one.code) for one in refused.value.fields} == faults


def test_other_matters_name_none(line):
    assert _open(line["district"]).transport_mode is None


def test_the_register_filters_by_mode_and_by_task(line):
    rail = _on_transport(line["transport"])
    air = _on_transport(line["transport"], "air")
    nature = _on_transport(line["transport"], "rail", "nature")
    _open(line["district"])

    def found(**values):
        ask = asking.asked(asking.checked(MATTERS, values))
        return {row["id"] for row in pages.fetch(MATTERS, NATION, ask, today=MONDAY).rows}

    assert found(transport_mode=["rail"]) == {rail.id, nature.id}
    assert found(transport_task=["passengers"]) == {rail.id, air.id}
    assert found(transport_mode=["rail"], transport_task=["passengers"]) == {rail.id}
    assert found(transport_mode=["rail", "air"]) == {rail.id, air.id, nature.id}


def test_files_show_what_pages_have_no_room_for():
    shown = {column.name for column in MATTERS.shown}
    filed = {column.name for column in MATTERS.filed}
    assert filed - shown == {"transport_mode", "transport_task"}
