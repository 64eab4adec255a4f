"""Treaties, drafts, cooperation, checks of how bodies keep them (L.3.7)."""

from datetime import timedelta

import pytest

from qadaga.authority import NotPermitted
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, NotFound
from qadaga.matters import terms
from qadaga.matters.models import Term
from qadaga.treaties import selectors, services
from qadaga.treaties.models import Treaty
from tests.casework import MONDAY, make_body
from tests.treaties_world import CONCLUDED, Centre, make_centre, make_draft, make_treaty, treaties_matter


@pytest.fixture
def centre(db: None) -> Centre:
    return make_centre()


def clauses(error: pytest.ExceptionInfo[NotPermitted]) -> set[str]:
    return {missing.citation.clause for missing in error.value.ruling.missing}


def fields(error: pytest.ExceptionInfo[InvalidInput]) -> set[str]:
    return {fault.field for fault in error.value.fields}


def opined(centre: Centre, row: Treaty) -> Treaty:
    return services.give_position(
        treaty_id=row.id,
        version=row.version,
        position="remarks",
        position_text="Уточнить статью 5.",
        by=centre.actor("prosecutor"),
        on=MONDAY,
    )


def begun(centre: Centre, treaty: Treaty, **changes: object) -> services.Begun:
    values = {
        "treaty_id": treaty.id,
        "body": make_body("Управление полиции", kind="law_enforcement"),
        "ground": "own_initiative",
        "scope": "Сроки исполнения поручений",
        "due_on": MONDAY + timedelta(days=20),
    }
    return services.Begun(**{**values, **changes})  # type: ignore[arg-type]  # as Begun has them


def test_a_draft_runs_until_the_position_and_only_the_prosecutor_general_concludes(centre: Centre) -> None:
    row = make_draft(centre)
    term = Term.objects.get()
    assert (term.rule, row.due_on, terms.ledger(term).status) == ("treaty_opinion", term.due_on, "unverified")
    early = {"treaty_id": row.id, "concluded": services.Concluded(MONDAY, "Указ"), "on": MONDAY}
    with pytest.raises(Conflict):
        services.conclude(**early, version=row.version, by=centre.actor("general"))
    row = opined(centre, row)
    term.refresh_from_db()
    assert (row.due_on, term.state) == (None, "finished")
    with pytest.raises(NotPermitted) as deputy:
        services.conclude(**early, version=row.version, by=centre.actor("deputy_general"))
    assert clauses(deputy) == {"L.3.7"}
    row = services.conclude(**early, version=row.version, by=centre.actor("general"))
    assert row.status == "concluded"
    other = opined(centre, make_draft(centre, kind="other", title_ru="О торговле"))
    with pytest.raises(NotPermitted) as trade:
        services.conclude(
            treaty_id=other.id,
            version=other.version,
            concluded=services.Concluded(MONDAY, "Указ"),
            by=centre.actor("general"),
            on=MONDAY,
        )
    assert clauses(trade) == {"L.3.7"}


def test_the_same_treaty_is_not_entered_twice(centre: Centre) -> None:
    make_treaty(centre)
    with pytest.raises(InvalidInput) as again:
        make_treaty(centre)
    assert fields(again) == {"title_ru"}


def test_below_no_treaty_is_entered_and_what_ended_is_no_ground(centre: Centre) -> None:
    row = make_treaty(centre)
    with pytest.raises(NotPermitted):
        services.enter_treaty(
            entered=services.Entered("other", "Т", "Т", "state", "С"),
            concluded=CONCLUDED,
            by=centre.actor("region_head"),
            on=MONDAY,
        )
    contact = {
        "kind": "meeting",
        "held_on": MONDAY,
        "about": "Обмен опытом",
        "outcome": "План на год",
        "by": centre.actor("general"),
        "on": MONDAY,
    }
    made = services.record_contact(treaty_id=row.id, version=row.version, **contact)
    assert made.treaty == row
    with pytest.raises(InvalidInput):
        services.end_treaty(
            treaty_id=row.id,
            version=row.version + 1,
            ended_on=CONCLUDED.concluded_on,
            why="Денонсирован",
            by=centre.actor("prosecutor"),
            on=MONDAY,
        )
    row = services.end_treaty(
        treaty_id=row.id,
        version=row.version + 1,
        ended_on=MONDAY,
        why="Денонсирован",
        by=centre.actor("prosecutor"),
        on=MONDAY,
    )
    with pytest.raises(Conflict):
        services.record_contact(treaty_id=row.id, version=row.version, **contact)
    with pytest.raises(InvalidInput) as ended:
        services.begin_check(begun=begun(centre, row), by=centre.actor("head"), on=MONDAY)
    assert fields(ended) == {"treaty"}


def test_a_check_of_a_body_has_a_ground_and_its_findings_become_a_violation(centre: Centre) -> None:
    treaty = make_treaty(centre)
    head = centre.actor("head")
    with pytest.raises(NotPermitted) as groundless:
        services.begin_check(begun=begun(centre, treaty, ground="curiosity"), by=head, on=MONDAY)
    assert clauses(groundless) == {"CL155.3"}
    with pytest.raises(InvalidInput) as past:
        services.begin_check(
            begun=begun(centre, treaty, due_on=MONDAY - timedelta(days=1)), by=head, on=MONDAY
        )
    assert fields(past) == {"due_on"}
    check = services.begin_check(begun=begun(centre, treaty), by=head, on=MONDAY)
    said = {"outcome": "violated", "findings": "Просрочено три поручения", "told_how": "Справкой"}
    check = services.finish_check(check_id=check.id, version=1, **said, by=head, on=MONDAY)
    with pytest.raises(AlreadyDone):
        services.finish_check(check_id=check.id, version=2, **said, by=head, on=MONDAY)
    matter = treaties_matter(centre)
    passed = {"check_id": check.id, "matter_id": matter.id, "norm": "Статья 7", "by": head, "on": MONDAY}
    made = services.pass_violation(**passed)
    assert (made.matter, made.violator_body) == (matter, check.body)
    with pytest.raises(NotFound):
        selectors.read_check(centre.actor("neighbour"), MONDAY, check.id)
