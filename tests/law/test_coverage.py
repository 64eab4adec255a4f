"""Coverage: what rules on each clause, and what carries it out."""

from collections import defaultdict

import pytest

from qadaga.law import coverage


@pytest.fixture(autouse=True)
def _own_register(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test has a register of its own: the product's stays as it is."""
    monkeypatch.setattr(coverage, "_carriers", defaultdict(set))


def row(clause: str) -> coverage.Row:
    return next(one for one in coverage.rows() if one.clause == clause)


def test_a_clause_without_a_carrier_shows_an_empty_column() -> None:
    assert row("O.15").worked == ()
    assert "powers:act.sign" in row("O.15").ruled


def test_a_decorated_function_carries_its_clauses_under_its_name() -> None:
    @coverage.implements("O.15", "O.14.2")
    def sign() -> str:
        return "signed"

    assert sign() == "signed"
    assert row("O.14.2").worked[0].endswith("sign")
    assert row("O.15").worked == row("O.14.2").worked


def test_a_code_names_the_carrier() -> None:
    coverage.implements("L.1.3", code="web.matters.close")
    assert row("L.1.3").worked == ("web.matters.close",)


def test_a_wrong_clause_is_refused_at_once() -> None:
    with pytest.raises(coverage.UnknownClause):
        coverage.implements("O.99")


def test_rows_come_in_statute_order_with_every_clause_once() -> None:
    clauses = [one.clause for one in coverage.rows("kk")]
    assert len(clauses) == len(set(clauses)) == 82
    assert clauses.index("O.15") < clauses.index("L.1.1")
    assert clauses.index("O.8.11") < clauses.index("O.8.d1")


def test_every_clause_of_the_order_and_the_lecture_is_ruled() -> None:
    assert [one.clause for one in coverage.rows() if not one.ruled] == []


def test_a_clause_is_worked_once_code_carries_it_and_a_browser_test_walks_it() -> None:
    assert not row("O.15").complete
    coverage.implements("O.15", code="web.acts.sign")
    assert row("O.15").complete
