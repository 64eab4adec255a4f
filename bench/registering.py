"""Registering an appeal through the clerk's form, beside the same rows by plain SQL."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

from bench.clients import Browser
from bench.floors import pgbench
from bench.measuring import CLIENTS, SECONDS, Bench
from bench.report import Figure
from bench.site import DATABASE
from bench.words import iin
from bench.world import Place, districts, username
from qadaga.common import clock

_SCRIPT = Path(__file__).with_suffix(".sql")
_SUMMARY = "Жалоба на увольнение с работы без законного основания и невыплату заработной платы"


def registrations(bench: Bench) -> list[Figure]:
    """Eight clerks of eight districts register as fast as they can; then eight of one district."""
    places = districts(bench.places)[:CLIENTS]
    rate, _ = pgbench(bench.cluster, DATABASE, _floor(places), clients=CLIENTS, seconds=SECONDS)
    apart = [_clerk(place, n) for n, place in enumerate(places)]
    beside = [_clerk(places[0], n) for n in range(CLIENTS)]
    return [
        *bench.crowd("registrations, 8 clients", apart, floor=rate, at_least=150),
        *bench.crowd("registrations, 8 clients of one office", beside, floor=rate),
    ]


def _clerk(place: Place, seed: int) -> Callable[[int], object]:
    browser, chance = Browser(username(place, "registry_clerk")), random.Random(seed)
    today = clock.today().isoformat()

    def register(n: int) -> None:
        browser.post("/appeals/new/", _form(chance, today))
        if not browser.location:
            raise RuntimeError("the form was not carried out")

    register(0)
    return register


def _form(chance: random.Random, today: str) -> dict[str, object]:
    return {
        "submission": uuid4(),
        "kind": "complaint",
        "language": "ru",
        "way": "post",
        "arrived_on": today,
        "summary": _SUMMARY,
        "rows": "0",
        "a0-kind": "person",
        "a0-name": "Ахметова Гүлнар Серікқызы",
        "a0-iin": iin(chance),
    }


def _floor(places: list[Place]) -> str:
    """The script of pgbench that writes what one registration writes."""
    return _SCRIPT.read_text().format(
        count=len(places),
        offices=_array(place.id for place in places),
        regions=_array(place.region_id for place in places),
        clerks=_array(place.clerk for place in places),
        summary=_SUMMARY,
        body=json.dumps(_journal_body(clock.today())).replace(":", " :"),
    )


def _array(ids: Iterable[UUID]) -> str:
    return ", ".join(f"'{one}'" for one in ids)


def _journal_body(on: date) -> dict[str, object]:
    return {
        "action": "appeal.register",
        "at": f"{on}",
        "data": {"number": "B-1"},
        "on": on.isoformat(),
        "ruling": None,
        "subject_id": str(uuid4()),
        "subject_kind": "appeal",
    }
