"""What proves each clause is found in the tests, and the file that the product reads of it is not stale."""

from pathlib import Path

import pytest

from qadaga.law import catalogue
from qadaga.law.proofs import FILE, Proof
from qadaga.law.proofs import proofs as kept
from tools import proofs


def test_the_file_says_what_the_tests_say() -> None:
    assert FILE.read_text(encoding="utf-8") == proofs.text(), "run tools/proofs.py write"


def test_the_thread_carries_the_signature_in_a_browser() -> None:
    signing = kept()["O.15"]
    walk = "tests/browser/test_thread.py::test_from_an_appeal_to_a_removed_violation"
    assert walk in signing.browser
    assert signing.golden > 50
    assert Proof() == Proof(0, (), ())


def test_every_clause_of_the_order_and_the_lecture_that_a_power_rests_on_has_golden_rows() -> None:
    clauses = {c.cite for p in catalogue.load().powers.values() for c in p.conditions}
    assert {clause for clause in clauses if kept().get(clause, Proof()).golden == 0} == set()


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("@pytest.mark.clause('O.15', 'L.1.2')\ndef test_it(): pass", {"O.15", "L.1.2"}),
        ("@pytest.mark.clause(*('O.15', 'O.9'))\ndef test_it(): pass", {"O.15", "O.9"}),
        ("pytestmark = [pytest.mark.slow, pytest.mark.clause('O.1')]\ndef test_it(): pass", {"O.1"}),
        ("class TestIt:\n    @pytest.mark.clause('O.2')\n    def test_it(self): pass", {"O.2"}),
        ("@pytest.mark.parametrize('clause', ['O.15'])\ndef test_it(clause): pass", set()),
    ],
)
def test_markers_are_read_without_running_the_tests(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, clauses: set[str]
) -> None:
    (tmp_path / "browser").mkdir()
    (tmp_path / "browser" / "test_one.py").write_text(f"import pytest\n{text}\n", encoding="utf-8")
    monkeypatch.setattr(proofs, "TESTS", tmp_path)
    monkeypatch.setattr(proofs, "ROOT", tmp_path)
    found = {clause: one["browser"] for clause, one in proofs.proofs().items() if one["browser"]}
    assert found == {clause: ["browser/test_one.py::test_it"] for clause in clauses}


def test_a_test_that_names_no_clause_of_ours_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "test_one.py").write_text("@pytest.mark.clause('O.99')\ndef test_it(): pass\n")
    monkeypatch.setattr(proofs, "TESTS", tmp_path)
    monkeypatch.setattr(proofs, "ROOT", tmp_path)
    with pytest.raises(proofs.UnknownClause, match=r"O\.99"):
        proofs.proofs()


def test_an_unknown_command_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert proofs.main("sing") == 2
    assert "write|check" in capsys.readouterr().err
    assert proofs.main("check") == 0
