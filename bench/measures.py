"""What is measured, each beside its floor."""

from __future__ import annotations

from collections.abc import Callable

from bench import rulings
from bench.clients import Browser, alone, opening
from bench.floors import one_line, pgbench
from bench.large import export, large_cards, reports
from bench.measuring import CLIENTS, Bench
from bench.registering import registrations
from bench.registers import every_register, other_pages, reads
from bench.report import Figure
from bench.site import DATABASE
from bench.structure import structure
from bench.words import ABSENT, COMMON, MEDIUM, RARE
from qadaga.appeals.models import Appeal
from qadaga.appeals.register import APPEALS
from qadaga.authority.lists import asking, pages
from qadaga.authority.lists.register import Register
from qadaga.common import clock
from qadaga.documents import render

_FILTERED = {"kind": ["complaint"], "status": ["answered"]}
_QUERY = "?kind=complaint&status=answered"


def register_pages(bench: Bench) -> list[Figure]:
    """A filtered page of the register of appeals, for the narrowest and the widest scope."""
    found: list[Figure] = []
    for who in ("district", "nation"):
        readers = [opening(browser, f"/appeals/{_QUERY}") for browser in bench.people(who)]
        rate, latency = _page_floor(bench, who, APPEALS)
        found += bench.figures(
            f"register page, {who}", alone(readers[0], times=150), p50=15, p95=40, floor=latency
        )
        found += bench.crowd(f"register pages, {who}, 8 clients", readers, floor=rate, at_least=120)
    return found


def _page_floor(bench: Bench, who: str, register: Register) -> tuple[float, float]:
    """(pages a second for eight, mean milliseconds for one) of the page's own SQL."""
    script = pages.explain_text(
        register, bench.scope(who, register), asking.asked(_FILTERED), today=clock.today()
    )
    rate, _ = pgbench(bench.cluster, DATABASE, script, clients=CLIENTS, seconds=3)
    _, latency = pgbench(bench.cluster, DATABASE, script, clients=1, seconds=2)
    return rate, latency


def acts_due(bench: Bench) -> list[Figure]:
    """The register of acts by due date."""
    acts = alone(opening(bench.people("district")[0], "/acts/?sort=due"), times=80)
    return bench.figures("register of acts, by due date", acts, p50=15)


def days(bench: Bench) -> list[Figure]:
    """My day of the head of a district and of a region."""
    found: list[Figure] = []
    for name, who in (("my day", "district"), ("my day of a regional head", "region")):
        times = alone(opening(bench.people(who)[0], "/"), times=80)
        found += bench.figures(name, times, p50=30, p95=80)
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


ALL = [
    *(registrations, register_pages, every_register, reads, other_pages, acts_due, days, cards, large_cards),
    *(searches, export, reports, law, papers, structure),
]
__all__ = ["ALL"]
