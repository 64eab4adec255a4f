"""What is printed while the group starts: whole lines in a file, the step in work on a terminal."""

import io

import pytest

from qadaga.config.run.progress import Progress, columns


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_file_gets_one_whole_line_a_step() -> None:
    out = io.StringIO()
    with Progress(out).step("tables"):
        assert out.getvalue() == ""
    assert out.getvalue().startswith("  ✓ tables ")
    assert out.getvalue().endswith(" s\n")


def test_a_terminal_shows_the_step_while_it_lasts() -> None:
    out = Terminal()
    with Progress(out).step("tables"):
        assert out.getvalue() == "  … tables"


def test_a_step_that_failed_is_not_ticked() -> None:
    out = io.StringIO()
    with pytest.raises(ValueError, match="broken"), Progress(out).step("tables"):
        raise ValueError("broken")
    assert out.getvalue() == ""


def test_the_logins_stand_in_columns() -> None:
    out = io.StringIO()
    Progress(out).ready("127.0.0.1:8000", [("the head", "a.head", "secret"), ("the clerk", "b", "word")])
    lines = out.getvalue().splitlines()
    assert "http://127.0.0.1:8000/" in lines[1]
    assert lines[3:] == [
        "  who         username   password",
        "  the head    a.head     secret",
        "  the clerk   b          word",
    ]


def test_columns_are_as_wide_as_their_longest_cell() -> None:
    assert columns([("a", "b"), ("long", "c")]) == "  a      b\n  long   c\n"
