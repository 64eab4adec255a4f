"""A figure says whether its promise was kept, and a run is compared with the last one kept."""

from pathlib import Path

import pytest

from bench import report
from bench.report import Figure


@pytest.mark.parametrize(
    ("figure", "kept"),
    [
        (Figure("page", 1, "ms", 15.0, at_most=15), True),
        (Figure("page", 1, "ms", 15.1, at_most=15), False),
        (Figure("rate", 1, "/s", 150.0, at_least=150), True),
        (Figure("rate", 1, "/s", 149.9, at_least=150), False),
        (Figure("cost", 1, "ms", 3.0), None),
    ],
)
def test_a_promise(figure: Figure, kept: bool | None) -> None:
    assert figure.kept is kept


def test_a_broken_promise_is_the_exit_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(report, "RESULTS", tmp_path)
    assert report.show([Figure("page", 100, "ms", 10.0, floor=2.0, at_most=15)], keep=True) == 0
    assert report.show([Figure("page", 100, "ms", 20.0, floor=2.0, at_most=15)], keep=False) == 1
    said = capsys.readouterr().out
    assert "1 of 1 promises kept" in said
    assert "0 of 1 promises kept\nmissed: page @ 100: 20.0 ms, ≤ 15" in said
    assert "10.0×" in said
    assert "+100 %" in said
    assert len(list(tmp_path.glob("*.json"))) == 1


def test_how_far_a_figure_grew_stands_beside_the_later_stage(capsys: pytest.CaptureFixture[str]) -> None:
    report.show([Figure("page", 100, "ms", 10.0), Figure("page", 1000, "ms", 12.5)], keep=False)
    first, second = capsys.readouterr().out.splitlines()[1:3]
    assert "1.25×" not in first
    assert "1.25×" in second
