"""One power does many things: the timeline tells which by what the entry carries."""

from django.utils.translation import override

from qadaga.web.cards.deeds import deed


def test_an_entry_is_told_by_its_most_telling_key() -> None:
    with override("en"):
        assert deed("investigation", {"party": "1", "role": "victim"}) == "A person of the case was entered"
        assert deed("investigation", {"party": "1", "died_on": "d"}) == "A death was recorded"


def test_what_the_power_says_itself_is_left_to_it() -> None:
    assert deed("investigation", {"agreed": True, "until": "d"}) == ""
    assert deed("investigation", {"assignee": "1"}) == ""
    assert deed("appeal", {"anything": 1}) == ""
