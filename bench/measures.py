"""What is measured, each beside its floor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from bench import world
from bench.clients import Browser, Times, alone, together
from bench.floors import pgbench
from bench.report import Figure
from bench.site import DATABASE
from bench.words import ABSENT, COMMON, MEDIUM, RARE
from qadaga.acts.register import ACTS
from qadaga.appeals.register import APPEALS
from qadaga.authority.lists import asking, pages
from qadaga.authority.lists.register import Register
from qadaga.authority.scope import NATION, Scope
from qadaga.common import clock
from qadaga.config.postgres import Cluster
from qadaga.offices.models import Office

CLIENTS = 8
SECONDS = 6
_FILTERED = {"kind": ["complaint"], "status": ["answered"]}
_QUERY = "?kind=complaint&status=answered"


@dataclass
class Bench:
    """What every measure needs: the database, how much is in it, and who looks."""

    cluster: Cluster
    rows: int
    browsers: dict[str, list[Browser]] = field(default_factory=dict)

    @cached_property
    def places(self) -> tuple[world.Place, ...]:
        """The offices."""
        return world.build().places

    @cached_property
    def district(self) -> world.Place:
        """A district of middle size."""
        return world.districts(self.places)[40]

    @cached_property
    def top(self) -> world.Place:
        """The General Prosecutor's Office."""
        code = Office.objects.get(kind="general").code
        return next(place for place in self.places if place.code == code)

    def people(self, who: str) -> list[Browser]:
        """Eight signed-in browsers of a district prosecutor or of the Prosecutor General."""
        if who not in self.browsers:
            login = {
                "district": world.username(self.district, "district_prosecutor"),
                "nation": world.username(self.top, "prosecutor_general"),
            }[who]
            self.browsers[who] = [Browser(login) for _ in range(CLIENTS)]
        return self.browsers[who]

    def scope(self, who: str) -> Scope:
        """What that person sees."""
        return NATION if who == "nation" else Scope(offices=frozenset({self.district.id}))

    def figures(
        self, name: str, times: Times, *, p50: float, p95: float | None = None, floor: float | None = None
    ) -> list[Figure]:
        """The two figures of one client's answers."""
        found = [Figure(f"{name}, p50", self.rows, "ms", times.p50, floor=floor, at_most=p50)]
        if p95 is not None:
            found.append(Figure(f"{name}, p95", self.rows, "ms", times.p95, at_most=p95))
        return found


def register_pages(bench: Bench) -> list[Figure]:
    """A filtered page of the register of appeals, for the narrowest and the widest scope."""
    found: list[Figure] = []
    for who in ("district", "nation"):
        people = bench.people(who)
        rate, latency = _page_floor(bench, who, APPEALS)
        times = alone(lambda _, people=people: people[0].get(f"/appeals/{_QUERY}"), times=150)
        found += bench.figures(f"register page, {who}", times, p50=15, p95=40, floor=latency)
        crowd = together(
            [lambda _, one=one: one.get(f"/appeals/{_QUERY}") for one in people], seconds=SECONDS
        )
        name = f"register pages, {who}, 8 clients"
        found.append(Figure(name, bench.rows, "/s", crowd.per_second, floor=rate, at_least=120))
    return found


def _page_floor(bench: Bench, who: str, register: Register) -> tuple[float, float]:
    """(pages a second for eight, mean milliseconds for one) of the page's own SQL."""
    script = pages.explain_text(register, bench.scope(who), asking.asked(_FILTERED), today=clock.today())
    rate, _ = pgbench(bench.cluster, DATABASE, script, clients=CLIENTS, seconds=3)
    _, latency = pgbench(bench.cluster, DATABASE, script, clients=1, seconds=2)
    return rate, latency


def other_registers(bench: Bench) -> list[Figure]:
    """The register of acts by due date and my day."""
    people = bench.people("district")
    acts = alone(lambda _: people[0].get("/acts/?sort=due"), times=80)
    day = alone(lambda _: people[0].get("/"), times=80)
    return [*bench.figures("register of acts, by due date", acts, p50=15), *bench.figures("my day", day, p50=30)]


def searches(bench: Bench) -> list[Figure]:
    """A common, a middling, a rare and an absent word, in the narrowest and the widest scope."""
    found: list[Figure] = []
    for who in ("district", "nation"):
        browser = bench.people(who)[0]
        for word, kind in ((COMMON, "common"), (MEDIUM, "middling"), (RARE, "rare"), (ABSENT, "absent")):
            ask = _search(browser, word)
            found += bench.figures(f"search, {kind} word, {who}", alone(ask, times=40, warm=3), p50=30)
    return found


def _search(browser: Browser, word: str) -> Callable[[int], object]:
    return lambda _: browser.post("/search/", {"q": word, "kind": ""})


ALL = [register_pages, other_registers, searches]
__all__ = ["ACTS", "ALL", "Bench"]
