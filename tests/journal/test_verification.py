"""Walking a chain: every way of tampering is found, and the tampered row is named."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qadaga.journal.canonical import GENESIS, link
from qadaga.journal.verification import Fault, Head, Link, Walk


def chain(length: int) -> list[Link]:
    links: list[Link] = []
    previous = GENESIS
    for seq in range(1, length + 1):
        body = f'{{"entry":{seq}}}'
        previous = link(previous, seq, body)
        links.append(Link(100 + seq, seq, body, previous))
    return links


def head_of(links: Sequence[Link]) -> Head:
    return Head(links[-1].seq, links[-1].hash) if links else Head(0, GENESIS)


def verify(links: Sequence[Link], head: Head) -> list[tuple[str, int, int]]:
    walk = Walk()
    walk.take(links)
    return [(fault.code, fault.seq, fault.last) for fault in walk.finish(head)]


WHOLE = chain(9)


@pytest.mark.parametrize("length", [0, 1, 2, 9])
def test_a_whole_chain_has_no_fault(length: int) -> None:
    links = chain(length)
    assert verify(links, head_of(links)) == []


@pytest.mark.parametrize("place", range(9))
def test_a_changed_row_is_named_alone(place: int) -> None:
    links = list(WHOLE)
    links[place] = replace(links[place], body='{"entry":"other"}')
    assert verify(links, head_of(WHOLE)) == [("changed", place + 1, place + 1)]


@pytest.mark.parametrize("place", range(8))
def test_a_row_changed_together_with_its_hash_breaks_the_next_one(place: int) -> None:
    links, body = list(WHOLE), '{"entry":"other"}'
    before = links[place - 1].hash if place else GENESIS
    links[place] = replace(links[place], body=body, hash=link(before, place + 1, body))
    assert verify(links, head_of(WHOLE)) == [("changed", place + 2, place + 2)]


def test_the_whole_tail_rewritten_disagrees_with_the_head() -> None:
    links = chain(8)
    body = '{"entry":"other"}'
    links.append(Link(109, 9, body, link(links[-1].hash, 9, body)))
    assert verify(links, head_of(WHOLE)) == [("head", 9, 9)]


@pytest.mark.parametrize(("first", "last"), [(1, 1), (3, 3), (4, 7), (9, 9), (6, 9), (1, 9)])
def test_removed_rows_are_named(first: int, last: int) -> None:
    links = [one for one in WHOLE if not first <= one.seq <= last]
    assert verify(links, head_of(WHOLE)) == [("removed", first, last)]


@pytest.mark.parametrize("seq", [1, 4, 7])
def test_a_row_removed_and_the_rest_renumbered_is_named(seq: int) -> None:
    links = [one if one.seq < seq else replace(one, seq=one.seq - 1) for one in WHOLE if one.seq != seq]
    assert verify(links, head_of(WHOLE)) == [("removed", seq, seq)]


@pytest.mark.parametrize("seq", [1, 2, 5, 8])
@pytest.mark.parametrize("forged", [True, False])
def test_a_row_put_in_and_the_rest_renumbered_is_named(seq: int, *, forged: bool) -> None:
    before = WHOLE[seq - 2].hash if seq > 1 else GENESIS
    body = '{"entry":"false"}'
    false = Link(500, seq, body, link(before, seq, body) if forged else bytes(32))
    links = [*WHOLE[: seq - 1], false, *(replace(one, seq=one.seq + 1) for one in WHOLE[seq - 1 :])]
    assert verify(links, head_of(WHOLE)) == [("inserted", seq, seq)]


@pytest.mark.parametrize("seq", [0, -3])
def test_a_row_before_the_first_is_named(seq: int) -> None:
    false = Link(500, seq, "{}", bytes(32))
    assert ("inserted", seq, seq) in verify([false, *WHOLE], head_of(WHOLE))


def test_rows_beyond_the_head_are_named() -> None:
    assert verify(WHOLE, head_of(WHOLE[:6])) == [("inserted", 7, 9)]


def test_a_chain_whose_head_is_gone_is_not_whole() -> None:
    assert verify(WHOLE, Head(0, GENESIS)) == [("inserted", 1, 9)]


@pytest.mark.parametrize(("one", "other"), [(1, 2), (4, 5), (2, 6), (1, 9), (8, 9)])
def test_two_rows_in_each_others_place_are_named(one: int, other: int) -> None:
    links = list(WHOLE)
    links[one - 1] = replace(WHOLE[other - 1], seq=one)
    links[other - 1] = replace(WHOLE[one - 1], seq=other)
    faults = verify(links, head_of(WHOLE))
    assert ("moved", one, one) in faults
    assert {seq for _, seq, _ in faults} <= {one, other}


def test_a_fault_says_itself_in_words() -> None:
    assert str(Fault("removed", 3, 5, None)) == "Entries 3 to 5 were removed."


@given(st.data())
def test_no_single_tampering_goes_unseen(data: st.DataObject) -> None:
    links = list(WHOLE)
    place = data.draw(st.integers(0, 8))
    way = data.draw(st.sampled_from(["body", "hash", "drop", "swap", "double"]))
    if way == "body":
        links[place] = replace(links[place], body=data.draw(st.text()))
    elif way == "hash":
        links[place] = replace(links[place], hash=data.draw(st.binary(min_size=32, max_size=32)))
    elif way == "drop":
        del links[place]
    elif way == "swap":
        other = data.draw(st.integers(0, 8).filter(lambda found: found != place))
        links[place], links[other] = (
            replace(links[other], seq=place + 1),
            replace(links[place], seq=other + 1),
        )
    else:
        links.insert(place, replace(links[place], id=900))
    assert verify(links, head_of(WHOLE)) != []
