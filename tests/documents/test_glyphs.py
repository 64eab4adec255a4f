"""What the embedded fonts can show."""

from qadaga.documents.glyphs import BOX, covered, showable


def test_the_letters_of_three_languages_and_the_tenge_are_there() -> None:
    text = (
        "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя «№» — ₸ Az ü"
    )
    assert showable(text) == text


def test_a_sign_without_a_glyph_becomes_a_box() -> None:
    assert showable("да 😀 漢\ue000") == f"да {BOX} {BOX}{BOX}"
    assert ord(BOX) in covered()


def test_a_control_sign_becomes_a_box() -> None:
    assert showable("a\x00b\x1fc\x85") == f"a{BOX}b{BOX}c{BOX}"


def test_a_word_no_line_can_hold_may_be_broken() -> None:
    assert showable("x" * 60) == "x" * 60
    assert showable("x" * 130) == "\u200b".join(["x" * 60, "x" * 60, "x" * 10])


def test_lines_and_joiners_stay() -> None:
    assert showable("ә\n\u200b\u00ad") == "ә\n\u200b\u00ad"
