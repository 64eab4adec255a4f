"""What is large by itself: cards with much in them, a file of many rows, a report of the nation."""

from __future__ import annotations

import time
from datetime import date

from bench.clients import alone, opening
from bench.filling import heavy
from bench.measuring import Bench
from bench.report import Figure
from bench.site import DATABASE
from qadaga.authority.lists import exports
from qadaga.authority.lists.models import ExportJob
from qadaga.common import clock
from qadaga.matters.persons.models import Person
from qadaga.matters.register import MATTERS
from qadaga.reports.models import Report, ReportJob
from qadaga.reports.services import Drafted, count, draft, jobs

_YEAR, _QUARTER = date(2025, 1, 1), date(2026, 7, 1)


def large_cards(bench: Bench) -> list[Figure]:
    """Cards of a matter with hundreds of acts, of a body many rows are about, of a person in two roles."""
    browser = bench.people("nation")[0]
    with bench.cluster.connect(DATABASE) as server:
        matter, body = heavy.full_matter(server), heavy.full_body(server)
    cards = {"card of a matter with many children": f"/matters/{matter}/"}
    cards["card of a body with many matters"] = f"/supervised/{body}/"
    # Made-up numbers fail the check of the look-up: the card is made past it.
    person, _ = Person.objects.get_or_create(iin=heavy.PERSON)
    cards["card of a person by IIN"] = f"/persons/{person.id}/"
    found: list[Figure] = []
    for name, address in cards.items():
        times = alone(opening(browser, address), times=40)
        found += bench.figures(name, times, p50=100, p95=200)
    return found


def export(bench: Bench) -> list[Figure]:
    """The largest file there is, of matters of the nation, written as the worker writes it."""
    actor = bench.actor("nation")
    job = ExportJob.objects.create(
        register=MATTERS.name,
        owner_id=actor.person_id,
        appointment_id=actor.appointment_id,
        language="ru",
        request={"values": {}, "sort": "", "ascending": None, "office": None},
    )
    started = time.perf_counter()
    exports.run(job.id, MATTERS)
    job.refresh_from_db()
    rate = job.rows / (time.perf_counter() - started)
    return [Figure("export", bench.rows, "rows/s", rate, at_least=1_000)]


def reports(bench: Bench) -> list[Figure]:
    """A year of the nation, counted as the worker counts it, and opened; a quarter of a district."""
    nation, district = (
        _report(bench, "nation", "year", _YEAR),
        _report(bench, "district", "quarter", _QUARTER),
    )
    actor = bench.actor("nation")
    job = ReportJob.objects.create(
        report=nation, kind="count", by_id=actor.appointment_id, language="ru", of=24
    )
    started = time.perf_counter()
    jobs.count(job)
    seconds = time.perf_counter() - started
    own, today = bench.actor("district"), clock.today()

    def again(_: int) -> None:
        district.refresh_from_db()
        count(report_id=district.id, version=district.version, by=own, on=today)

    card = alone(opening(bench.people("nation")[0], f"/reports/{nation.id}/"), times=30)
    return [
        Figure("report of a year of the nation, counting", bench.rows, "s", seconds, at_most=60),
        *bench.figures("report of a year of the nation, opening", card, p50=50, p95=120),
        *bench.figures("report of a quarter of a district, counting", alone(again, times=10), p50=500),
    ]


def _report(bench: Bench, who: str, period: str, starts_on: date) -> Report:
    """The head's draft for the period; an earlier run may have left it."""
    actor = bench.actor(who)
    asked = {"office_id": actor.office_id, "period": period, "starts_on": starts_on}
    left = Report.objects.filter(**asked).first()
    return left or draft(drafted=Drafted(period, starts_on), by=actor, on=clock.today())
