"""What a database of the bench says of itself: how much was loaded, or that it must be made anew."""

from contextlib import nullcontext
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bench import site
from qadaga.config.postgres import Cluster


@pytest.mark.parametrize(
    ("said", "rows"),
    [
        (None, 0),
        (f"100000 appeals, one in {site.BESIDE} in every register", 100_000),
        ("loading", -1),
        ("100000", -1),
        (f"100000 appeals, one in {site.BESIDE + 1} in every register", -1),
    ],
)
def test_a_load_of_another_kind_is_not_built_upon(said: str | None, rows: int) -> None:
    answer = SimpleNamespace(fetchone=lambda: (said,))
    server = SimpleNamespace(execute=lambda *_: answer)
    cluster = cast(Any, SimpleNamespace(connect=lambda _: nullcontext(server)))
    assert site.loaded(cast(Cluster, cluster)) == rows
