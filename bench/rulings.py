"""Rulings a second on one core: every power of the catalogue, allowed and refused, no fact ruled on twice.

    PYTHONPATH=src python bench/rulings.py [--facts N] [--json]

Time is the processor's time of this process, so that neighbours on the machine do not count.
"""

import argparse
import json
import random
import sys
import time
import tracemalloc
from collections.abc import Callable
from datetime import date
from pathlib import Path

from qadaga.law import catalogue
from qadaga.law.competence import Engine
from qadaga.law.model import Facts, Subject, Who
from qadaga.law.records import Condition, Power

ON = date(2026, 11, 23)
HEADS = ("district_prosecutor", "deputy_district", "senior_assistant", "assistant", "registry_clerk")
MARKS = ("mine", "author", "conflict", "complained_of", "own_head", "head_present", "protest", "state_secret")


def _values(power: Power, kind: str) -> tuple[str, ...]:
    return next((c.values for c in power.conditions if c.kind == kind and not c.when), ())


def facts_for(power: Power, place: int, chance: random.Random) -> Facts:
    """Facts of one actor and one subject of their own; about half of them meet every condition."""
    region, good = f"R{place % 20}", chance.random() < 0.6
    levels, about = (
        _values(power, "levels"),
        [k for k in _values(power, "about") if k != "none"] or ["office"],
    )
    office = "GPO" if levels == ("1",) else f"D{place}"
    higher = _values(power, "relation") == ("higher",)
    path = ("GPO",) if office == "GPO" else ("GPO", region) if higher else ("GPO", region, office)
    post = "prosecutor_general" if office == "GPO" else "district_prosecutor"
    marks = {"mine", "protest"} if good else set(chance.sample(MARKS, 3))
    subject = Subject(
        about[place % len(about)],
        f"D{place}" if good or place % 3 else f"D{place + 1}",
        ("GPO", region, f"D{place}"),
        f"10{place % 90 + 10}00000",
        None if place % 7 else "transport",
        "legality_of_acts",
        "served" if good else "draft",
        frozenset(marks),
    )
    ground = next(iter(_values(power, "ground")), None)
    who = Who(
        post if good else chance.choice(HEADS),
        path[-1],
        "general" if office == "GPO" else "district",
        4 - len(path) if len(path) == 1 else len(path),
        path,
        frozenset(),
        frozenset({f"10{place % 90 + 10}00000"}) if place % 2 else frozenset(),
        good or chance.random() < 0.7,
    )
    if len(path) == 1:
        who = Who(who.post, who.office, "general", 1, path, frozenset(), frozenset(), who.officer)
    return Facts(who, power.id, subject, ground if good else None)


def _rate(decide: Callable[[Facts, date], object], facts: list[Facts]) -> float:
    started = time.process_time()
    for one in facts:
        decide(one, ON)
    return len(facts) / (time.process_time() - started)


def _conditions(powers: list[Power]) -> list[Condition]:
    return [condition for power in powers for condition in power.conditions]


def measure(count: int) -> dict[str, float | int]:
    """Rulings/s mixed, allowed only, refused only; kilobytes the compiled law holds; seconds to load it."""
    tracemalloc.start()
    started = time.process_time()
    law = catalogue.law()
    engine = Engine(law)
    loaded = time.process_time() - started
    powers, chance = list(law.latest.powers.values()), random.Random(2)
    for power in powers:  # rules are compiled when first asked
        engine.decide(facts_for(power, 1, chance), ON)
    memory = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    facts = [facts_for(powers[n % len(powers)], n, chance) for n in range(count)]
    allowed = [f for f in facts if engine.decide(f, ON).allowed]
    refused = [f for f in facts if not engine.decide(f, ON).allowed]
    return {
        "powers": len(powers),
        "conditions": len(_conditions(powers)),
        "facts": count,
        "allowed_share": round(len(allowed) / count, 2),
        "rulings_per_second": round(max(_rate(engine.decide, facts) for _ in range(3))),
        "allowed_per_second": round(max(_rate(engine.decide, allowed) for _ in range(3))),
        "refused_per_second": round(max(_rate(engine.decide, refused) for _ in range(3))),
        "law_kilobytes": memory // 1024,
        "load_seconds": round(loaded, 3),
    }


def main() -> int:
    """Prints the figures. Returns 0."""
    parser = argparse.ArgumentParser(prog=Path(__file__).name, description=__doc__)
    parser.add_argument("--facts", type=int, default=200_000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    figures = measure(options.facts)
    if options.json:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            print(f"{name:20} {value}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
