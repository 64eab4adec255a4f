"""The client believes only what keeps the contract, within its time and size."""

import json
from collections.abc import Iterator

import pytest

from qadaga.supervision.gateway.choices import Fault
from qadaga.supervision.gateway.client import Gateway, NoAnswer
from qadaga.supervision.gateway.simulator import KEY, Simulator, serving

ASKED = {"id": "q-1", "register": "persons", "number": "850725400331"}


@pytest.fixture(scope="module")
def simulator() -> Iterator[Simulator]:
    with serving() as server:
        yield server


def ask(simulator: Simulator, mood: str = "", key: str = KEY) -> tuple[bool, str]:
    simulator.mood = mood
    return Gateway(simulator.url, key, 0.5).ask(ASKED)


def test_an_answer_is_kept_word_for_word(simulator: Simulator) -> None:
    found, words = ask(simulator)
    assert found
    assert json.loads(words)["facts"][0] == {"name": "full_name", "value": "Ахметова Динара Сериковна"}


@pytest.mark.parametrize(
    ("mood", "fault"),
    [
        ("slow", Fault.TIMEOUT),
        ("down", Fault.UNREACHABLE),
        ("busy", Fault.REFUSED),
        ("elsewhere", Fault.UNREACHABLE),
        ("huge", Fault.BAD_ANSWER),
        ("garbage", Fault.BAD_ANSWER),
        ("another", Fault.BAD_ANSWER),
        ("hostile", Fault.BAD_ANSWER),
    ],
)
def test_what_fails_or_lies_is_no_answer(simulator: Simulator, mood: str, fault: Fault) -> None:
    with pytest.raises(NoAnswer) as refused:
        ask(simulator, mood)
    assert refused.value.fault == fault


def test_without_the_key_or_a_server_there_is_no_answer(simulator: Simulator) -> None:
    with pytest.raises(NoAnswer) as refused:
        ask(simulator, key="wrong")
    assert refused.value.fault == Fault.REFUSED
    with pytest.raises(NoAnswer) as gone:
        Gateway("http://127.0.0.1:1", KEY, 0.5).ask(ASKED)
    assert gone.value.fault == Fault.UNREACHABLE
