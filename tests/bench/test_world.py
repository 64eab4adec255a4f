"""The world of the bench can be read again after the measure of the tree has added to it."""

import pytest

from bench import structure, world


@pytest.mark.django_db
def test_offices_added_for_the_tree_register_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    made = world.build()
    monkeypatch.setattr(structure, "OFFICES", len(made.places) + 3)
    monkeypatch.setattr(structure, "PEOPLE", 0)
    structure.fill()

    assert world.build() == made
