"""A migration makes anew the model it changes; a migration of data finds all of them as they are by then."""

from unittest.mock import Mock

from django.db import models
from django.db.migrations import operations
from django.db.migrations.state import ModelState, ProjectState

from qadaga.database.migrating import lean_states

WIDE = models.CheckConstraint(condition=models.Q(width__gt=0), name="wide")


def house() -> ProjectState:
    """A house with a room, as classes."""
    made = ProjectState()
    made.add_model(ModelState("tests", "House", [("id", models.BigAutoField(primary_key=True))]))
    _ = made.apps
    to_house = models.ForeignKey("tests.House", models.CASCADE)
    made.add_model(
        ModelState("tests", "Room", [("id", models.BigAutoField(primary_key=True)), ("house", to_house)])
    )
    return made


def changed(state: ProjectState) -> None:
    state.add_field("tests", "house", "width", models.IntegerField(default=1), preserve_default=True)
    state.add_constraint("tests", "house", WIDE)


def test_a_changed_model_is_made_anew_and_those_that_point_at_it_are_not() -> None:
    with lean_states():
        state = house()
        room = state.apps.get_model("tests", "room")
        changed(state)
    made = state.apps.get_model("tests", "house")
    assert [field.name for field in made._meta.local_fields] == ["id", "width"]
    assert [one.name for one in made._meta.constraints] == ["wide"]
    assert state.apps.get_model("tests", "room") is room


def test_a_migration_of_data_finds_every_model_as_it_is_by_then() -> None:
    with lean_states():
        state = house()
        changed(state)
        found = []
        step = operations.RunPython(lambda apps, editor: found.append(apps))
        step.database_forwards("tests", Mock(connection=Mock(alias="default")), state, state)
    house_, room = (found[0].get_model("tests", name) for name in ("house", "room"))
    assert room._meta.get_field("house").remote_field.model is house_
    assert [one.name for one in house_._meta.related_objects] == ["room"]
    assert house_._meta.get_field("width").default == 1


def test_a_changed_relation_makes_both_sides_anew() -> None:
    with lean_states():
        state = house()
        before = state.apps.get_model("tests", "house")
        door = models.ForeignKey("tests.House", models.CASCADE, related_name="doors", null=True)
        state.add_field("tests", "room", "door", door, preserve_default=True)
    after = state.apps.get_model("tests", "house")
    assert after is not before
    assert {one.name for one in after._meta.related_objects} == {"room", "doors"}


def test_outside_the_block_django_does_as_it_does() -> None:
    state = house()
    room = state.apps.get_model("tests", "room")
    changed(state)
    assert state.apps.get_model("tests", "room") is not room
