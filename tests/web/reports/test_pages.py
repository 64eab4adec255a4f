"""Every page of a report asks at most eight times; a figure opens its list; what was typed stays typed."""

from datetime import date

import pytest

from qadaga.common import clock
from qadaga.reports import services
from qadaga.reports.models import Report, ReportJob
from qadaga.reports.services import Drafted, jobs
from qadaga.web.reports.tasks import work
from tests.casework import Town, add_violation, assigned_matter, make_town
from tests.web.alarms.test_pages import reads, signed_in

pytestmark = pytest.mark.django_db
OCTOBER = date(2026, 10, 5)
QUARTER = Drafted("quarter", date(2026, 7, 1))


@pytest.fixture
def town() -> Town:
    return make_town()


def signed(town: Town) -> Report:
    matter = assigned_matter(town)
    for _ in range(3):
        add_violation(town, matter)
    report = services.draft(drafted=QUARTER, by=town.actor("head", OCTOBER), on=OCTOBER)
    by = town.actor("head", OCTOBER)
    report = services.sign(report_id=report.id, version=report.version, by=by, on=OCTOBER)
    add_violation(town, matter)
    return report


def test_the_pages_ask_at_most_eight_times(town: Town) -> None:
    report = signed(town)
    with clock.frozen(OCTOBER):
        client = signed_in(town, "head")
        card = f"/reports/{report.id}/"
        splits = [f"{card}by/{axis}/results/" for axis in ("office", "direction", "task", "officer")]
        rows = f"{card}figures/violations_found/"
        pages = {
            one: reads(client, one)
            for one in ("/reports/", "/reports/new/", card, rows, *splits, f"{card}corrections/")
        }
        assert {one: cost for one, (_, cost) in pages.items() if cost > 8} == {}
        assert rows in pages[card][0]
        assert pages[rows][0].count(f"/matters/{report.office_id}"[:9]) >= 3
        assert f"{card}corrections/" in pages[card][0]
        assert all("figures/violations_found/?axis=" in pages[one][0] for one in splits)


def test_the_card_of_a_region_asks_no_more(town: Town) -> None:
    signed(town)
    by = town.actor("region_head", OCTOBER)
    report = services.draft(drafted=QUARTER, by=by, on=OCTOBER)
    report = services.sign(
        report_id=report.id, version=report.version, incomplete="Прокурор болен", by=by, on=OCTOBER
    )
    with clock.frozen(OCTOBER):
        client = signed_in(town, "region_head")
        card = f"/reports/{report.id}/"
        text, cost = reads(client, card)
        split, split_cost = reads(client, f"{card}by/office/results/")
        assert max(cost, split_cost) <= 8
        assert "Прокурор болен" in text
        assert "ЕС-dis-2026/000001" in text
        assert f"axis=office&amp;key={town.district.id}" in split


def test_papers_come_in_both_languages_and_the_signed_one_is_frozen(town: Town) -> None:
    report = signed(town)
    with clock.frozen(OCTOBER):
        client = signed_in(town, "head")
        frozen = client.get(f"/reports/{report.id}/report-ru.pdf").getvalue()
        copy = client.get(f"/reports/{report.id}/report-kk.pdf")
        assert frozen.startswith(b"%PDF")
        assert copy.content.startswith(b"%PDF")
        assert frozen != copy.content
        assert client.get(f"/reports/{report.id}/report-en.pdf").status_code == 404


def test_what_is_wrong_is_said_beside_what_was_typed(town: Town) -> None:
    with clock.frozen(OCTOBER):
        client = signed_in(town, "head")
        for first, told in (
            ("2026-12-01", "2026-12-01"),
            ("2026-08-01", "01.07.2026"),
            ("31.31.2026", "31.31"),
        ):
            answer = client.post("/reports/new/", {"period": "quarter", "starts_on": first, "language": "ru"})
            assert answer.status_code == 422
            assert told in answer.content.decode()


def test_the_worker_counts_and_writes(town: Town) -> None:
    report = signed(town)
    with clock.frozen(OCTOBER):
        actor = town.actor("region_head", OCTOBER)
        year = services.draft(drafted=Drafted("year", date(2026, 1, 1)), by=actor, on=OCTOBER)
        assert year.cut_at is None
        job = jobs.begin(report_id=year.id, kind="count", by=actor, on=OCTOBER)
        assert jobs.begin(report_id=year.id, kind="count", by=actor, on=OCTOBER) == job
        work.func(str(job.id))
        year.refresh_from_db()
        assert year.figures.get(axis="whole", figure="violations_found").amount == 4
        client = signed_in(town, "head")
        client.post(f"/reports/{report.id}/worker/xlsx/", {"submission": ""})
        asked = ReportJob.objects.filter(kind="xlsx").first() or jobs.begin(
            report_id=report.id, kind="xlsx", by=town.actor("head", OCTOBER), on=OCTOBER
        )
        assert "%" in client.get(f"/reports/jobs/{asked.id}/").content.decode()
        work.func(str(asked.id))
        assert client.get(f"/reports/jobs/{asked.id}/file/").getvalue().startswith(b"PK")
        assert signed_in(town, "assistant").get(f"/reports/jobs/{asked.id}/").status_code == 404
