"""Made-up numbers of people pass the check that real ones must pass."""

import random

from bench import words
from qadaga.common.identifiers import parse_iin


def test_numbers_have_a_right_check_digit() -> None:
    chance = random.Random(1)
    for _ in range(300):
        assert not parse_iin(words.iin(chance)).foreigner


def test_the_rare_word_stands_in_one_of_fifty_thousand() -> None:
    assert words.RARE_EVERY == 50_000
    assert words.RARE not in (words.COMMON, words.MEDIUM, words.ABSENT)
