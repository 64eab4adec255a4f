"""The card of an act, its drafts side by side, previews, and what waits for a person today."""

from datetime import timedelta
from uuid import UUID

import pytest
from pytest_django import DjangoAssertNumQueries

from qadaga.acts import services as acts
from qadaga.acts.models import Act
from qadaga.acts.selectors import (
    act_actions,
    act_parts,
    compare,
    draft_pdf,
    get_act,
    get_measure,
    versions,
    waiting,
)
from qadaga.authority.scope import scope_of
from qadaga.common.errors import NotFound
from qadaga.documents.models import StoredFile
from tests.casework import (
    MONDAY,
    WORDING,
    Town,
    assigned_matter,
    draft_protest,
    issued_request,
    served_protest,
    signed_protest,
)


@pytest.fixture
def act(town: Town) -> Act:
    return draft_protest(town, assigned_matter(town))


def seen(town: Town, act: Act, who: str) -> Act:
    return get_act(scope_of(town.actor(who), MONDAY), act.id)


def test_the_card_in_two_queries(town: Town, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    act = served_protest(town, assigned_matter(town))
    scope = scope_of(town.actor("region_head"), MONDAY)
    with django_assert_num_queries(2):
        found = get_act(scope, act.id)
        parts = act_parts(found)
        assert found.signer
        assert found.signer.person.name
    assert [len(parts[name]) for name in ("versions", "service", "violations", "terms", "term_events")] == [
        1
    ] * 5
    assert [move.to_status for move in parts["moves"]] == ["draft", "agreement", "agreed", "signed", "served"]
    with pytest.raises(NotFound):
        seen(town, act, "neighbour")


def test_a_measure_is_seen_in_scope(town: Town) -> None:
    measure = issued_request(town, assigned_matter(town))
    assert get_measure(scope_of(town.actor("head"), MONDAY), measure.id) == measure
    with pytest.raises(NotFound):
        get_measure(scope_of(town.actor("neighbour"), MONDAY), measure.id)


def test_what_changed_between_two_texts(town: Town, act: Act) -> None:
    changed = acts.Wording("О сборе", WORDING.facts + "\nПострадали люди.", WORDING.norms, "Отменить.")
    acts.save_draft(act_id=act.id, version=1, wording=changed, by=town.actor("assistant"), on=MONDAY)
    assert [row.no for row in versions(act)] == [2, 1]
    found = [(one.field, one.kind, one.paragraphs) for one in compare(act, 1, 2) if one.kind != "same"]
    assert found == [
        ("heading", "removed", (WORDING.heading,)),
        ("heading", "added", ("О сборе",)),
        ("facts", "added", ("Пострадали люди.",)),
        ("demands", "removed", (WORDING.demands,)),
        ("demands", "added", ("Отменить.",)),
    ]
    with pytest.raises(NotFound):
        compare(act, 1, 3)


def test_the_same_text_saved_again_makes_no_version(town: Town, act: Act) -> None:
    acts.save_draft(act_id=act.id, version=1, wording=WORDING, by=town.actor("assistant"), on=MONDAY)
    assert act.versions.count() == 1


def test_a_preview_is_a_pdf_and_stores_nothing(town: Town, act: Act) -> None:
    assert draft_pdf(seen(town, act, "assistant")).startswith(b"%PDF-")
    assert not StoredFile.objects.exists()


def test_the_panel_of_an_act(town: Town, act: Act) -> None:
    acts.submit(act_id=act.id, version=1, by=town.actor("assistant"), on=MONDAY)

    def allowed(who: str) -> set[str]:
        return {
            one.power for one in act_actions(seen(town, act, who), town.actor(who), MONDAY) if one.allowed
        }

    files = {"matter.attach", "lower.note"}
    assert allowed("deputy") == {"act.agree", "act.send_back"} | files
    assert allowed("head") == {"act.agree", "act.send_back", "act.sign", "act.withdraw"} | files
    assert allowed("assistant") == files
    assert allowed("clerk") == {"matter.attach"}


def test_what_no_register_of_the_office_shows_waits_all_the_same(
    town: Town, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    from qadaga.matters import services as matters

    matter = assigned_matter(town)
    request = issued_request(town, matter)
    act = served_protest(town, matter)
    late = MONDAY + timedelta(days=30)
    acts.escalate(act_id=act.id, version=act.version, reason="Молчат", by=town.actor("head", late), on=late)

    names = ("assistant", "region_head", "region_prosecutor", "neighbour")
    actors = {name: town.actor(name) for name in names}

    def sorts(who: str, *, leads: bool) -> list[tuple[str, UUID]]:
        with django_assert_num_queries(1):
            return [(one.sort, one.id) for one in waiting(actors[who], leads=leads)]

    assert sorts("assistant", leads=False) == [("request", request.id)]
    assert sorts("region_head", leads=True) == [("passed_up", act.id)]
    assert sorts("region_prosecutor", leads=False) == sorts("neighbour", leads=True) == []
    matter.refresh_from_db()
    by = town.actor("region_head")
    matters.call_up(matter_id=matter.id, version=matter.version, reason="Отказ", by=by, on=MONDAY)
    assert sorts("region_head", leads=True) == [("called_up", matter.id)]
    assert sorts("region_prosecutor", leads=False) == []
    matters.assign(
        matter_id=matter.id,
        version=matter.version + 1,
        assignee_id=town.region_prosecutor.id,
        by=by,
        on=MONDAY,
    )
    # What is asked for in the matter is the new assignee's to wait for.
    assert sorts("region_prosecutor", leads=False) == [("called_up", matter.id), ("request", request.id)]
    assert sorts("region_head", leads=True) == []


def test_what_is_signed_is_found_by_its_number(town: Town) -> None:
    from qadaga.authority.lists.search import find

    act = signed_protest(town, assigned_matter(town))
    assert act.number_text
    for who, rows in (("head", 1), ("region_head", 1), ("neighbour", 0)):
        found = find(scope_of(town.actor(who), MONDAY), act.number_text, today=MONDAY, kind="act")
        assert len(found.rows) == rows
