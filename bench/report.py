"""The table of a run: every figure beside its promise, its floor and the last run's."""

from __future__ import annotations

import json
import os
import platform
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

HEADINGS = ["what", "rows", "figure", "promised", "", "floor", "ratio", "grew", "last run", "change"]
RESULTS = Path(__file__).resolve().parent / "results"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with so many rows: appeals, or those of the register it is about.

    `floor` is the same work without us, in the same unit. `at_most` or `at_least` is what was promised of it.
    """

    name: str
    rows: int
    unit: str
    value: float
    floor: float | None = None
    at_most: float | None = None
    at_least: float | None = None

    @property
    def kept(self) -> bool | None:
        """Whether the promise was kept; None where there is none."""
        if self.at_most is not None:
            return self.value <= self.at_most
        return self.value >= self.at_least if self.at_least is not None else None

    @property
    def key(self) -> str:
        """What the same figure is called in another run."""
        return f"{self.name} @ {self.rows}"


def show(found: list[Figure], *, keep: bool) -> int:
    """Print the table beside the last run's; keep it. 1 when a promise was broken."""
    before, smaller = _last(), _smallest(found)
    rows = [HEADINGS, *(_cells(one, before.get(one.key), smaller.get(one.name)) for one in found)]
    widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    for what, *figures in rows:
        cells = [what.ljust(widths[0]), *(cell.rjust(w) for cell, w in zip(figures, widths[1:], strict=True))]
        sys.stdout.write("  ".join(cells).rstrip() + "\n")
    if keep:
        _keep(found)
    _sum_up(found)
    return 1 if any(figure.kept is False for figure in found) else 0


def _smallest(found: list[Figure]) -> dict[str, Figure]:
    """Each figure as it was at the first stage of the run."""
    first: dict[str, Figure] = {}
    for figure in found:
        first.setdefault(figure.name, figure)
    return first


def _sum_up(found: list[Figure]) -> None:
    """How many promises were kept, and which were not."""
    missed = [figure for figure in found if figure.kept is False]
    promised = sum(figure.kept is not None for figure in found)
    sys.stdout.write(f"\n{promised - len(missed)} of {promised} promises kept\n")
    for figure in missed:
        sys.stdout.write(f"missed: {figure.key}: {_number(figure.value)} {figure.unit}, {_promise(figure)}\n")


def _promise(figure: Figure) -> str:
    if figure.at_most:
        return f"≤ {figure.at_most:g}"
    return f"≥ {figure.at_least:g}" if figure.at_least else ""


def _grew(figure: Figure, smaller: Figure | None) -> str:
    """How many times what it was with fewer rows, where there was such a stage."""
    if smaller is None or smaller.rows == figure.rows or not smaller.value:
        return ""
    return f"{figure.value / smaller.value:.2f}×"


def _cells(figure: Figure, before: float | None, smaller: Figure | None = None) -> list[str]:
    mark = {True: "✓", False: "✗", None: ""}[figure.kept]
    floor = "" if figure.floor is None else _number(figure.floor)
    ratio = (
        ""
        if not figure.floor
        else f"{max(figure.value, figure.floor) / min(figure.value, figure.floor):.1f}×"
    )
    last = "" if before is None else _number(before)
    change = "" if not before else f"{100 * (figure.value - before) / before:+.0f} %"
    value = f"{_number(figure.value)} {figure.unit}"
    given = [_promise(figure), mark, floor, ratio, _grew(figure, smaller)]
    return [figure.name, f"{figure.rows:,}", value, *given, last, change]


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"


def _last() -> dict[str, float]:
    files = sorted(RESULTS.glob("*.json"))
    if not files:
        return {}
    kept = json.loads(files[-1].read_text())
    return {f"{figure['name']} @ {figure['rows']}": figure["value"] for figure in kept["figures"]}


def _keep(found: list[Figure]) -> None:
    RESULTS.mkdir(exist_ok=True)
    moment = datetime.now(UTC)
    machine = {"cpus": os.cpu_count(), "python": platform.python_version(), "system": platform.system()}
    text = json.dumps(
        {
            "taken": moment.isoformat(timespec="seconds"),
            "machine": machine,
            "figures": [asdict(f) for f in found],
        },
        indent=1,
        ensure_ascii=False,
    )
    (RESULTS / f"{moment:%Y-%m-%dT%H%M}.json").write_text(text + "\n")
