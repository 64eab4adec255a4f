"""What every measure stands on: the database, who looks, and how figures are made of times."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bench import site, world
from bench.clients import Browser, Times, together
from bench.report import Figure
from qadaga.authority.actor import Actor
from qadaga.authority.actors import actor_for
from qadaga.authority.lists.register import Register
from qadaga.authority.scope import Scope
from qadaga.common import clock
from qadaga.config.postgres import Cluster
from qadaga.config.run.child import Child
from qadaga.offices.models import Office

CLIENTS = 8
SECONDS = 6
_PLACES = {"district": "district", "region": "region", "nation": "top"}
_POSTS = {"district": "district_prosecutor", "region": "regional_prosecutor", "nation": "prosecutor_general"}


@dataclass
class Bench:
    """What every measure needs: the database, how much is in it, and who looks."""

    cluster: Cluster
    rows: int
    server: Child
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

    @cached_property
    def region(self) -> world.Place:
        """The office over that district."""
        return next(place for place in self.places if place.id == self.district.region_id)

    def people(self, who: str) -> list[Browser]:
        """Eight signed-in browsers of the head of a district, a region or the nation."""
        if who not in self.browsers:
            login = world.username(getattr(self, _PLACES[who]), _POSTS[who])
            self.browsers[who] = [Browser(login) for _ in range(CLIENTS)]
        return self.browsers[who]

    def actor(self, who: str) -> Actor:
        """The same head, for what is asked of the services themselves."""
        found = actor_for(getattr(self, _PLACES[who]).head, clock.today())
        assert found is not None
        return found

    def scope(self, who: str, register: Register) -> Scope:
        """What of the register that head sees."""
        return register.seen(self.actor(who), clock.today())

    def figures(
        self,
        name: str,
        times: Times,
        *,
        p50: float,
        p95: float | None = None,
        floor: float | None = None,
        rows: int = 0,
    ) -> list[Figure]:
        """The two figures of one client's answers; `rows` where they are not those of the stage."""
        rows = rows or self.rows
        found = [Figure(f"{name}, p50", rows, "ms", times.p50, floor=floor, at_most=p50)]
        if p95 is not None:
            found.append(Figure(f"{name}, p95", rows, "ms", times.p95, at_most=p95))
        return found

    def crowd(
        self,
        name: str,
        acts: Sequence[Callable[[int], object]],
        *,
        floor: float,
        at_least: float | None = None,
    ) -> list[Figure]:
        """Answers a second of many clients, and what one of them costs the web server and the database."""
        before = site.spent(self.server, self.cluster)
        times = together(acts, seconds=SECONDS)
        cost = (site.spent(self.server, self.cluster) - before) / times.count
        return [
            Figure(name, self.rows, "/s", times.per_second, floor=floor, at_least=at_least),
            Figure(f"{name}, p50", self.rows, "ms", times.p50),
            Figure(f"{name}, p95", self.rows, "ms", times.p95),
            Figure(f"{name}, processor time of one", self.rows, "ms", cost),
        ]
