"""`qadaga law rerun`: signed papers, each run again under the edition it was made under.

Pure: the papers come from the caller.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from qadaga.law.again import Again, Difference, State, again
from qadaga.law.asking import UsageError, day, day_or_today


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which signed papers: of one kind, one office, from a day, to a day, at most so many; None is any."""

    kind: str | None = None
    office: str | None = None
    since: date | None = None
    until: date | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Signed:
    """A signed paper: what it is, what its row says, and the ruling it keeps.

    `edition` and `day` are the row's own columns; None where it has none or where the ruling alone tells.
    """

    kind: str
    number: str
    day: date | None
    edition: str | None
    kept: Mapping[str, Any]


Papers = Callable[[Wanted], Iterable[Signed]]
_SAID = {"unknown_edition": "the catalogue has no such edition", "unreadable": "the ruling cannot be read"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """What may be typed after `law rerun`."""
    parser.add_argument("--kind", help="papers of one kind, e.g. act, order, inspection")
    parser.add_argument("--office", metavar="CODE", help="papers in the register of this office")
    parser.add_argument("--since", metavar="DAY", help="signed on this day or later")
    parser.add_argument("--until", metavar="DAY", help="signed on this day or earlier")
    parser.add_argument("--limit", metavar="N", type=int, help="at most so many papers")
    parser.add_argument(
        "--on", metavar="DAY", help="whose law to hold them against besides; today without it"
    )


def run(options: argparse.Namespace, papers: Papers | None, today: Callable[[], date] | None) -> int:
    """Prints each paper whose ruling is not the same, then the totals.

    Returns 0 when all are the same, 1 when one is not. Raises UsageError.
    """
    if papers is None:
        raise UsageError("rerun needs the database")
    on = day_or_today(options.on, today)
    totals: Counter[str] = Counter({"papers": 0, "same": 0, "differs": 0, "unknown_edition": 0})
    totals.update({"unreadable": 0, "other_today": 0})
    for paper in papers(_wanted(options)):
        state, told, found = judged(paper, on)
        totals.update(["papers", state, *(["other_today"] if _other(found) else [])])
        if state != "same":
            _print(paper, state, told, found, as_json=options.json)
    _print_totals(totals, on, as_json=options.json)
    return 0 if totals["same"] == totals["papers"] else 1


def judged(paper: Signed, on: date) -> tuple[State, tuple[Difference, ...], Again]:
    """The paper's ruling run again, and held against what its row says of it besides."""
    found = again(paper.kept, on)
    if found.kept is None:
        return found.state, (), found
    columns = [
        ("day of the paper", paper.day.isoformat() if paper.day else None, str(paper.kept["on"])),
        ("edition of the paper", paper.edition, found.edition),
    ]
    beside = tuple(Difference(what, has, says) for what, has, says in columns if has and has != says)
    state: State = "differs" if beside and found.state == "same" else found.state
    return state, (*found.differences, *beside), found


def _wanted(options: argparse.Namespace) -> Wanted:
    if options.limit is not None and options.limit < 1:
        raise UsageError(f"--limit {options.limit} is no number of papers; write 1 or more")
    since = day(options.since, "--since") if options.since else None
    until = day(options.until, "--until") if options.until else None
    return Wanted(options.kind, options.office, since, until, options.limit)


def _other(found: Again) -> bool:
    """Whether the law of the day asked about would answer otherwise than the paper's did."""
    return found.kept is not None and (found.now is None or found.now.allowed != found.kept.allowed)


def _print(paper: Signed, state: State, told: tuple[Difference, ...], found: Again, *, as_json: bool) -> None:
    signed = paper.day.isoformat() if paper.day else str(paper.kept["on"]) if found.kept else "-"
    if as_json:
        row: dict[str, object] = {
            "kind": paper.kind,
            "number": paper.number,
            "day": signed,
            "edition": found.edition,
        }
        row |= {"state": state, "differences": [one.as_json() for one in told]}
        print(json.dumps(row, ensure_ascii=False))
        return
    print(f"{paper.kind} {paper.number}, {signed}, edition {found.edition or '-'}: {_SAID.get(state, state)}")
    for one in told:
        print(f"  {one.what}: kept {one.kept or '-'}; the law {one.again or '-'}")


def _print_totals(totals: Mapping[str, int], on: date, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"totals": dict(totals), "on": on.isoformat()}))
        return
    print(
        f"{totals['papers']} papers: {totals['same']} the same, {totals['differs']} differ, "
        f"{totals['unknown_edition']} of an edition that is not there, {totals['unreadable']} unreadable; "
        f"the law of {on:%d.%m.%Y} would answer {totals['other_today']} otherwise"
    )
