"""Migrations without needless work.

Whenever a migration makes or changes a model, Django makes the classes of all models tied to it anew, and
here all are tied together: four fifths of the time of a first start went there. A column, a constraint or
an index concerns one table, so within the block one class is made anew. What needs all of them right,
migrations of data, gets all of them anew from Django itself, as after its own delayed changes.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from django.db.migrations.state import ProjectState

_reload_all = ProjectState.reload_model


@contextmanager
def lean_states() -> Iterator[None]:
    """Within the block a change of a model that alters no relation makes its class anew and no other."""
    with patch.object(ProjectState, "reload_model", _reload_one):
        yield


def _reload_one(state: ProjectState, app_label: str, model_name: str, delay: bool = False) -> None:
    if "apps" not in state.__dict__:
        return  # nothing has been made yet that could be stale
    key = app_label, model_name.lower()
    known = key[1] in state.apps.all_models[app_label]
    if known and not delay:
        _reload_all(state, app_label, model_name, delay)
        return
    state.is_delayed = True
    with state.apps.bulk_update():
        if known:
            state.apps.unregister_model(*key)
        state.models[key].render(state.apps)
