"""What happens beside the main thread, in a real browser: the head on leave, a protest that goes to court."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from qadaga.accounts.models import User
from qadaga.acts import services as acts
from qadaga.acts.models import Act
from qadaga.common import clock
from tests.browser.conftest import NewPage, enter
from tests.browser.test_thread import PASSWORD, Person
from tests.casework import MONDAY, PDF, Town, assigned_matter, draft_protest, make_town, served_protest

DAY = timedelta(days=1)
BACK = MONDAY + 7 * DAY
Seat = Callable[[str], Person]


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    """Everything begins on a Monday; the tests go on to later days themselves."""
    with clock.frozen(MONDAY):
        yield


@pytest.fixture
def town(transactional_db: None) -> Town:
    """Offices and people, each able to sign in."""
    return make_town()


@pytest.fixture
def seat(town: Town, new_page: NewPage) -> Seat:
    """A browser of somebody, signed in on the day that it is now."""

    def taken(name: str, language: str = "ru", width: int = 1440) -> Person:
        person = getattr(town, name).person
        if person.user is None:
            person.user = User.objects.create_user(name, PASSWORD, language=language)
            person.save(update_fields=["user"])
        page = new_page(width=width)
        enter(page, name)
        return Person(page)

    return taken


def agreed_protest(town: Town, *, on=MONDAY) -> Act:
    """A protest that waits for the signature."""
    act = draft_protest(town, assigned_matter(town, on=on), on=on)
    acts.submit(act_id=act.id, version=act.version, by=town.actor("assistant", on), on=on)
    acts.agree(act_id=act.id, version=act.version + 1, by=town.actor("deputy", on), on=on)
    return act


@pytest.mark.clause("O.14.2", "O.15")
def test_the_acting_head_signs_while_the_head_is_on_leave_and_not_the_day_after(
    town: Town, seat: Seat
) -> None:
    now, later = agreed_protest(town), agreed_protest(town)
    head, deputy = seat("head"), seat("deputy", "kk", 360)
    assert "O.15" in deputy.refused(f"/acts/{now.id}/sign/")

    # The head records the leave and names who stands in.
    head.do(
        f"/offices/appointments/{town.head.id}/absence/",
        kind="leave",
        starts_on=MONDAY.isoformat(),
        ends_on=BACK.isoformat(),
        ground="Приказ № 12",
    )
    head.do(
        f"/offices/{town.district.code}/acting/",
        appointment=str(town.deputy.id),
        starts_on=MONDAY.isoformat(),
        ends_on=BACK.isoformat(),
        ground="Приказ № 13",
    )
    deputy.do(f"/acts/{now.id}/sign/")
    now.refresh_from_db()
    assert now.signer_id == town.deputy.id

    # The leave is over: whoever stood in is refused with the clause, the head signs.
    with clock.frozen(BACK):
        deputy, head = seat("deputy", "kk", 360), seat("head")
        said = deputy.refused(f"/acts/{later.id}/sign/")
        assert "O.15" in said
        head.do(f"/acts/{later.id}/sign/")
    later.refresh_from_db()
    assert later.signer_id == town.head.id


@pytest.mark.clause("O.8.8", "O.7.2", "O.6.2")
def test_a_protest_suspends_a_part_goes_to_court_and_ends_by_its_decision(
    town: Town, seat: Seat, tmp_path: Path
) -> None:
    paper = tmp_path / "decision.pdf"
    paper.write_bytes(PDF)
    act = served_protest(town, assigned_matter(town))
    of_act, head = f"/acts/{act.id}", seat("head")
    assert "O.12" in seat("assistant").refused(f"{of_act}/suspend-effect/")
    head.do(
        f"{of_act}/suspend-effect/",
        ground="rights_at_risk",
        scope="part",
        part="Пункт 2 постановления",
        starts_on=MONDAY.isoformat(),
    )
    assert "Пункт 2 постановления" in head.go(f"{of_act}/").locator("main").inner_text()
    head.do(f"{of_act}/prolong-term/", until=(MONDAY + 14 * DAY).isoformat(), reason="Просят время")

    # While the term runs the court has to wait; the page says until when, in words.
    page = head.go(f"{of_act}/to-court/")
    page.locator("main form [name=court]").fill("Городской суд")
    page.locator("main form [name=reason]").fill("Молчат")
    page.locator("main form button.btn-primary[type=submit]").click()
    page.wait_for_load_state()
    assert "21.09.2026" in page.locator("[data-error-summary]").inner_text()

    with clock.frozen(MONDAY + 15 * DAY):
        seat("head").do(f"{of_act}/to-court/", court="Городской суд", reason="Молчат")
    decided = MONDAY + 40 * DAY
    with clock.frozen(decided):
        assistant = seat("assistant", "kk", 360)
        assistant.do(
            f"{of_act}/court-decision/",
            outcome="granted",
            decided_on=decided.isoformat(),
            number="2-114/2026",
            file=paper,
        )
        assert "2-114/2026" in assistant.go(f"{of_act}/").locator("main").inner_text()
        assistant.do(
            f"{of_act}/removal/",
            removed_on=decided.isoformat(),
            what="Пункт 2 отменён",
            proof=paper,
        )
        act.refresh_from_db()
        assert act.status == "removed"
        assert act.court_decisions.get().escalation.court == "Городской суд"
