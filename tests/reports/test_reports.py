"""Reports: counted, reconciled, signed once, frozen; a figure opens its list, what comes later corrects."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import product
from random import Random
from threading import Event
from uuid import UUID

import pytest
from django.db import Error, connection, transaction

from qadaga.authority import NotPermitted
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, NotFound
from qadaga.common.ids import new_id
from qadaga.matters.models import Violation
from qadaga.offices.models import Office
from qadaga.reports import selectors, services
from qadaga.reports.choices import Axis
from qadaga.reports.figures import FIGURES
from qadaga.reports.models import Fact, Report, ReportFigure
from qadaga.reports.selectors import Asked
from qadaga.reports.services import Drafted
from tests.casework import Town, add_violation, assigned_matter, make_town
from tests.parallel import at_once
from tests.staffing import make_appointment

OCTOBER = date(2026, 10, 5)
QUARTER = Drafted("quarter", date(2026, 7, 1))


def draft(town: Town, who: str = "head", drafted: Drafted = QUARTER, on: date = OCTOBER) -> Report:
    return services.draft(drafted=drafted, by=town.actor(who, on), on=on)


def sign(town: Town, report: Report, who: str = "head", reason: str = "", on: date = OCTOBER) -> Report:
    by = town.actor(who, on)
    return services.sign(report_id=report.id, version=report.version, incomplete=reason, by=by, on=on)


def make_fact(office: Office, figure: str, day: date, **columns: object) -> Fact:
    values = {"direction": "pretrial", "tasks": [], "amount": 1, "late": False, **columns}
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp(), pg_current_xact_id()::text::bigint")
        at, tx = cursor.fetchone()
    return Fact.objects.create(
        figure=figure,
        source_id=new_id(),
        office_id=office.id,
        region_id=office.region_id,
        day=day,
        recorded_at=at,
        recorded_tx=tx,
        **values,
    )


def lines(report: Report, asked: Asked, town: Town, who: str = "head") -> Iterator[UUID]:
    """Every line behind the figure, page after page, and back again."""
    cursor, found, back = "", [], ""
    while True:
        page = selectors.rows_of(report, asked, town.actor(who, OCTOBER), cursor=cursor, size=3)
        found += [one.id for one in page.lines]
        if not page.next:
            break
        cursor, back = page.next, "walked"
    if back:
        before = selectors.rows_of(report, asked, town.actor(who, OCTOBER), cursor=page.previous, size=3)
        assert [one.id for one in before.lines] == found[-len(page.lines) - 3 : -len(page.lines)]
    return iter(found)


def test_every_figure_opens_exactly_its_list(town: Town) -> None:
    """Each figure, whole and split every way, this year and the last: as long as it is great."""
    chance = Random(7)
    for figure in FIGURES:
        for day, office in product((date(2026, 7, 1), date(2026, 9, 30), date(2025, 8, 1)), (town.district,)):
            for _ in range(chance.randrange(1, 4)):
                tasks = chance.choice([[], ["O.6.1"], ["O.6.1", "O.6.2"]])
                officer = chance.choice([None, town.assistant.id, town.head.id])
                make_fact(office, figure, day, tasks=tasks, officer_id=officer)
        make_fact(town.district, figure, date(2026, 10, 1))
        make_fact(town.other, figure, date(2026, 8, 1))
    report = draft(town)
    rows = list(ReportFigure.objects.filter(report=report))
    assert {row.figure for row in rows} == set(FIGURES)
    for row in rows:
        for before, amount in ((False, row.amount), (True, row.before)):
            asked = Asked(row.figure, row.axis, row.key, before)
            assert len(list(lines(report, asked, town))) == amount, (row, before)


def test_a_region_sums_its_districts_and_the_nation_its_regions(town: Town) -> None:
    chance = Random(11)
    top = Office.objects.get(code="top")
    make_appointment(top, "prosecutor_general")
    for figure, office in product(FIGURES, (town.district, town.other, town.region, top)):
        for _ in range(chance.randrange(3)):
            make_fact(office, figure, date(2026, 8, chance.randrange(1, 31)), amount=chance.randrange(1, 9))
    report = draft(town, "region_head")
    figures = selectors.figures(report, (Axis.WHOLE, Axis.OFFICE, Axis.DIRECTION))
    below = {str(one.id) for one in (town.district, town.other, town.region)}
    assert set(figures.keys(Axis.OFFICE)) <= below
    for figure in FIGURES:
        lines_of = [figures.of(figure, Axis.OFFICE, key).now for key in below]
        assert figures.reconciled(figure)
        assert sum(lines_of) == figures.of(figure).now == figures.of(figure, Axis.DIRECTION, "pretrial").now
        own = Fact.objects.filter(figure=figure, office_id=town.district.id)
        assert figures.of(figure, Axis.OFFICE, str(town.district.id)).now == sum(one.amount for one in own)


def test_a_signed_report_stands_and_what_comes_later_is_a_correction(town: Town) -> None:
    matter = assigned_matter(town)
    kept, gone = add_violation(town, matter), add_violation(town, matter)
    Violation.objects.filter(id__in=[kept.id, gone.id]).update(causes="removed")
    report = sign(town, draft(town))
    Violation.objects.filter(id=gone.id).update(causes="found")
    late = add_violation(town, matter)
    report = selectors.read_report(town.actor("head", OCTOBER), OCTOBER, report.id)
    figures = selectors.figures(report)
    assert (figures.of("causes_removed").now, figures.of("violations_found").now) == (2, 2)
    assert selectors.whole(report)[1] == {"causes_removed": (1, -1), "violations_found": (1, 1)}
    assert len(list(lines(report, Asked("causes_removed"), town))) == 2
    found = {one.figure: one for one in selectors.corrections(report, town.actor("head", OCTOBER))}
    assert (found["violations_found"].amount, found["violations_found"].cause) == (1, "late")
    assert (found["causes_removed"].amount, found["causes_removed"].cause) == (-1, "changed")
    assert found["violations_found"].card == late.matter_id
    assert found["violations_found"].at > report.cut_at


def test_what_comes_later_into_the_year_before_is_told_in_its_column(town: Town) -> None:
    report = sign(town, draft(town))
    moved = report.starts_on.replace(year=report.starts_on.year - 1)
    add_violation(town, assigned_matter(town, on=moved), on=moved)
    report = selectors.read_report(town.actor("head", OCTOBER), OCTOBER, report.id)
    _figures, now, before = selectors.whole(report)
    assert "violations_found" not in now
    assert before["violations_found"].amount == 1
    actor = town.actor("head", OCTOBER)
    assert "violations_found" not in {one.figure for one in selectors.corrections(report, actor)}
    [found] = [
        one for one in selectors.corrections(report, actor, before=True) if one.figure == "violations_found"
    ]
    assert (found.cause, found.day) == ("late", moved)


def test_a_signed_report_is_closed_to_change(town: Town) -> None:
    add_violation(town, assigned_matter(town))
    report = sign(town, draft(town))
    works: list[Callable[[], object]] = [
        lambda: ReportFigure.objects.filter(report=report).update(amount=9),
        lambda: ReportFigure.objects.filter(report=report).delete(),
        lambda: Report.objects.filter(id=report.id).update(status="draft"),
    ]
    for work in works:
        with pytest.raises(Error, match="signed report"), transaction.atomic():
            work()
    with pytest.raises(Conflict):
        services.count(
            report_id=report.id, version=report.version, by=town.actor("head", OCTOBER), on=OCTOBER
        )


def test_a_higher_report_says_which_below_are_signed(town: Town) -> None:
    below = sign(town, draft(town))
    report = draft(town, "region_head")
    with pytest.raises(InvalidInput) as refused:
        sign(town, report, "region_head")
    assert refused.value.fields[0].code == "unsigned_below"
    assert refused.value.fields[0].data["names"] == "oth"
    report = sign(town, report, "region_head", "Прокурор болен")
    assert report.incomplete == "Прокурор болен"
    found = {row.office_id: row.signed_id for row in report.lower.all()}
    assert found == {town.district.id: below.id, town.other.id: None}


@pytest.mark.parametrize(
    ("kind", "first", "code"),
    [
        ("month", date(2026, 11, 1), "in_future"),
        ("quarter", date(2026, 8, 1), "not_first_day"),
        ("half", date(2026, 4, 1), "not_first_day"),
        ("month", date(2026, 7, 2), "not_first_day"),
        ("week", date(2026, 7, 1), "unknown_choice"),
        ("quarter", date(2026, 7, 1), "reported"),
    ],
)
def test_periods_that_are_refused(town: Town, kind: str, first: date, code: str) -> None:
    draft(town)
    with pytest.raises(InvalidInput) as refused:
        draft(town, drafted=Drafted(kind, first))
    assert refused.value.fields[0].code == code


def test_who_may_and_when(town: Town) -> None:
    with pytest.raises(NotPermitted):
        draft(town, "clerk")
    report = draft(town, "assistant")
    with pytest.raises(NotPermitted):
        sign(town, report, "assistant")
    with pytest.raises(NotFound):
        sign(town, report, "neighbour")
    running = draft(town, drafted=Drafted("month", date(2026, 10, 1)))
    with pytest.raises(Conflict, match="sign"):
        sign(town, running)
    with pytest.raises(NotFound):
        selectors.rows_of(report, Asked("no_such"), town.actor("head", OCTOBER))
    with pytest.raises(NotFound):
        selectors.rows_of(report, Asked("acts_protest", "office", "x"), town.actor("head", OCTOBER))


@pytest.mark.django_db(transaction=True)
def test_two_clicks_sign_once_and_what_is_under_way_is_not_counted() -> None:
    town = make_town()
    add_violation(town, assigned_matter(town))
    report = draft(town)
    answers = at_once([lambda: sign(town, report)] * 2)
    assert {type(one) for one in answers} == {AlreadyDone, Report}
    assert Report.objects.get(id=report.id).paper.number == 1


@pytest.mark.django_db(transaction=True)
def test_what_is_under_way_at_the_signature_is_not_in_the_figures_ever() -> None:
    """A fact written before the signature and committed after it is a correction, not a hole in the sums."""
    town = make_town()
    written, signed = Event(), Event()

    def write() -> None:
        with transaction.atomic():
            make_fact(town.district, "acts_protest", date(2026, 8, 3), late=True)
            written.set()
            assert signed.wait(30)

    def head_signs() -> Report:
        assert written.wait(30)
        try:
            return sign(town, draft(town))
        finally:
            signed.set()

    report = at_once([write, head_signs])[1]
    assert isinstance(report, Report)
    assert selectors.figures(report).of("acts_protest").now == 0
    assert not list(lines(report, Asked("acts_protest"), town))
    assert selectors.whole(report)[1] == {"acts_protest": (1, 1)}
