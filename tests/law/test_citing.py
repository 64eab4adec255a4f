"""A paper cites the order by its points; the product's own ids stay inside it."""

import pytest

from qadaga.law.citing import printed


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ru", "(подпункт 2 пункта 8, обязанность 2 пункта 8, пункт 15)"),
        ("kk", "(8-тармақтың 2-тармақшасы, 8-тармақтың 2-міндеті, 15-тармақ)"),
    ],
)
def test_points_of_the_order_are_named_in_its_own_words(language: str, said: str) -> None:
    cited = printed(["O.8.2", "O.8.d2", "L.3.1", "O.15"], language)
    assert cited.endswith(said)
    assert "127" in cited
    assert "O." not in cited


def test_without_a_point_of_the_order_the_titles_stand() -> None:
    assert printed(["L.3.1"], "ru") == "Направление 1: соответствие актов"
