"""What is measured, each beside its floor."""

from __future__ import annotations

from collections.abc import Callable

from django.urls import reverse

from bench import rulings
from bench.clients import Browser, alone
from bench.floors import one_line, pgbench
from bench.measuring import CLIENTS, Bench
from bench.registering import registrations
from bench.report import Figure
from bench.site import DATABASE
from bench.structure import structure
from bench.words import ABSENT, COMMON, MEDIUM, RARE
from qadaga.appeals.models import Appeal
from qadaga.appeals.register import APPEALS
from qadaga.authority.lists import asking, pages
from qadaga.authority.lists.register import Register
from qadaga.common import clock
from qadaga.coordination.register import SESSIONS
from qadaga.court.register import CASES, HEARINGS
from qadaga.documents import render
from qadaga.supervision.custody.register import PLACES
from qadaga.supervision.enforcement.register import WRITS
from qadaga.supervision.inspections.register import INSPECTIONS
from qadaga.supervision.legality.register import LEGAL_ACTS
from qadaga.supervision.offences.register import OFFENCES
from qadaga.supervision.pretrial.register import INVESTIGATIONS
from qadaga.treaties.register import REQUESTS

DIRECTIONS = (
    *(LEGAL_ACTS, INVESTIGATIONS, CASES, HEARINGS, WRITS, OFFENCES, REQUESTS, INSPECTIONS, PLACES),
    SESSIONS,
)
_FILTERED = {"kind": ["complaint"], "status": ["answered"]}
_QUERY = "?kind=complaint&status=answered"


def register_pages(bench: Bench) -> list[Figure]:
    """A filtered page of the register of appeals, for the narrowest and the widest scope."""
    found: list[Figure] = []
    for who in ("district", "nation"):
        readers = [_opening(browser, f"/appeals/{_QUERY}") for browser in bench.people(who)]
        rate, latency = _page_floor(bench, who, APPEALS)
        found += bench.figures(
            f"register page, {who}", alone(readers[0], times=150), p50=15, p95=40, floor=latency
        )
        found += bench.crowd(f"register pages, {who}, 8 clients", readers, floor=rate, at_least=120)
    return found


def _opening(browser: Browser, path: str) -> Callable[[int], object]:
    return lambda _: browser.get(path)


def _page_floor(bench: Bench, who: str, register: Register) -> tuple[float, float]:
    """(pages a second for eight, mean milliseconds for one) of the page's own SQL."""
    script = pages.explain_text(register, bench.scope(who), asking.asked(_FILTERED), today=clock.today())
    rate, _ = pgbench(bench.cluster, DATABASE, script, clients=CLIENTS, seconds=3)
    _, latency = pgbench(bench.cluster, DATABASE, script, clients=1, seconds=2)
    return rate, latency


def other_registers(bench: Bench) -> list[Figure]:
    """The register of acts by due date and my day."""
    people = bench.people("district")
    acts = alone(_opening(people[0], "/acts/?sort=due"), times=80)
    day = alone(_opening(people[0], "/"), times=80)
    return [
        *bench.figures("register of acts, by due date", acts, p50=15),
        *bench.figures("my day", day, p50=30),
    ]


def directions(bench: Bench) -> list[Figure]:
    """The first page of each register of the directions, beside its own SQL."""
    found: list[Figure] = []
    for who in ("district", "nation"):
        browser = bench.people(who)[0]
        for register in DIRECTIONS:
            times = alone(_opening(browser, reverse(f"{register.name}:list")), times=30, warm=3)
            script = pages.explain_text(register, bench.scope(who), asking.asked({}), today=clock.today())
            # pgbench would read the colon of an hour as the beginning of a variable.
            script = script.replace("HH24:MI", 'HH24":"MI')
            _, floor = pgbench(bench.cluster, DATABASE, script, clients=1, seconds=1)
            name = f"register of {register.name}, {who}"
            found += bench.figures(name, times, p50=15, p95=40, floor=floor)
    return found


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


def cards(bench: Bench) -> list[Figure]:
    """Cards of the district's appeals, a different one each time."""
    browser = bench.people("district")[0]
    ids = list(Appeal.objects.filter(office_id=bench.district.id).values_list("id", flat=True)[:300])
    rows = "appeals_appeal a JOIN appeals_applicant p ON p.appeal_id = a.id"
    floor = one_line(f"SELECT * FROM {rows} WHERE a.id = '{ids[0]}'")
    _, latency = pgbench(bench.cluster, DATABASE, floor, clients=1, seconds=2)
    times = alone(lambda n: browser.get(f"/appeals/{ids[n % len(ids)]}/"), times=120)
    return bench.figures("card", times, p50=20, floor=latency)


def law(bench: Bench) -> list[Figure]:
    """Rulings a second on one core, no fact ruled on twice; once is enough whatever the size."""
    measured = rulings.measure(100_000)
    value = float(measured["rulings_per_second"])
    return [Figure("law rulings", bench.rows, "/s", value, at_least=300_000)]


def papers(bench: Bench) -> list[Figure]:
    """One PDF of a representation of a page."""
    data = {
        "language": "ru",
        "office_ru": "Прокуратура района",
        "office_kk": "Аудан прокуратурасы",
        "number": "АҚ-1-2026/000001",
        "date": clock.today(),
        "addressee": "Акимат района",
        "kind": "Представление",
        "heading": "Об устранении нарушений законности",
        "facts": "Установлено следующее. " * 40,
        "norms": ["статья 1 закона", "статья 2 закона"],
        "demands": ["Устранить нарушения.", "Рассмотреть вопрос об ответственности."],
    }
    times = alone(lambda _: render.pdf("act", data), times=30, warm=3)
    return bench.figures("a PDF", times, p50=50)


ALL = [registrations, register_pages, other_registers, directions, cards, searches, law, papers, structure]
__all__ = ["ALL"]
