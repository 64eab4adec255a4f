"""Who signs, when, once; and what the signature freezes (O.15)."""

import hashlib
from datetime import date, timedelta

import pytest

from qadaga.acts import services as acts
from qadaga.acts.models import Act
from qadaga.authority import NotPermitted
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, NotFound, Stale
from qadaga.documents.services import open_file
from qadaga.journal.models import Entry
from qadaga.law import competence
from tests.casework import MONDAY, Town, assigned_matter, draft_protest, signed_protest
from tests.staffing import name_acting, send_away

TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def agreed(town: Town) -> Act:
    act = draft_protest(town, assigned_matter(town))
    acts.submit(act_id=act.id, version=1, by=town.actor("assistant"), on=MONDAY)
    return acts.agree(act_id=act.id, version=2, by=town.actor("deputy"), on=MONDAY)


def sign(town: Town, act: Act, who: str, on: date = MONDAY) -> Act:
    return acts.sign(act_id=act.id, version=act.version, by=town.actor(who, on), on=on)


def test_the_head_signs_and_everything_is_frozen(town: Town, agreed: Act) -> None:
    act = sign(town, agreed, "head")
    act.refresh_from_db()
    assert (act.status, act.signer, act.signed_on, act.number, act.year) == (
        "signed",
        town.head,
        MONDAY,
        1,
        2026,
    )
    assert act.pdf is not None
    with open_file(act.pdf) as stored:
        content = stored.read()
    assert content.startswith(b"%PDF-")
    assert hashlib.sha256(content).hexdigest() == act.sha256 == act.pdf.sha256
    assert "O.15" in act.norms
    assert Entry.objects.filter(subject_id=act.id, action="act.sign", data__sha256=act.sha256).count() == 1


def test_the_old_decision_can_be_run_again(town: Town, agreed: Act) -> None:
    act = sign(town, agreed, "head")
    act.refresh_from_db()
    assert act.ruling is not None
    assert competence.same(act.ruling)
    assert competence.rerun(act.ruling).edition == act.edition


@pytest.mark.parametrize("who", ["deputy", "assistant", "clerk", "region_head"])
def test_nobody_else_signs_and_the_clause_says_why(town: Town, agreed: Act, who: str) -> None:
    with pytest.raises(NotPermitted) as refused:
        sign(town, agreed, who)
    assert refused.value.ruling.missing
    agreed.refresh_from_db()
    assert (agreed.status, agreed.number) == ("agreed", None)


def test_outside_the_scope_there_is_nothing_to_sign(town: Town, agreed: Act) -> None:
    with pytest.raises(NotFound):
        sign(town, agreed, "neighbour")


def test_whoever_replaces_the_absent_head_signs_and_only_then(town: Town, agreed: Act) -> None:
    name_acting(town.deputy, MONDAY)
    with pytest.raises(NotPermitted):
        sign(town, agreed, "deputy")
    send_away(town.head.person, TUESDAY)
    assert sign(town, agreed, "deputy", TUESDAY).signer == town.deputy


def test_a_dismissed_head_does_not_sign(town: Town, agreed: Act) -> None:
    head = town.actor("head")
    town.head.ends_on = MONDAY
    town.head.save()
    with pytest.raises(NotPermitted) as refused:
        acts.sign(act_id=agreed.id, version=agreed.version, by=head, on=MONDAY)
    assert [missing.code for missing in refused.value.ruling.missing] == ["no_post"]


def test_a_second_click_does_nothing_twice(town: Town, agreed: Act) -> None:
    act = sign(town, agreed, "head")
    for version in (act.version - 1, act.version):
        with pytest.raises(AlreadyDone):
            acts.sign(act_id=act.id, version=version, by=town.actor("head"), on=MONDAY)
    assert Act.objects.get().number == 1
    assert Entry.objects.filter(action="act.sign").count() == 1


def test_what_the_head_read_is_what_is_signed(town: Town, agreed: Act) -> None:
    with pytest.raises(Stale):
        acts.sign(act_id=agreed.id, version=agreed.version - 1, by=town.actor("head"), on=MONDAY)


def test_without_agreement_it_waits_for_the_deputy(town: Town) -> None:
    act = draft_protest(town, assigned_matter(town))
    acts.submit(act_id=act.id, version=1, by=town.actor("assistant"), on=MONDAY)
    act.refresh_from_db()
    with pytest.raises(Conflict) as refused:
        sign(town, act, "head")
    assert refused.value.code == "not_agreed"
    send_away(town.deputy.person, MONDAY)
    assert sign(town, act, "head").status == "signed"


def test_an_empty_draft_is_neither_submitted_nor_signed(town: Town) -> None:
    act = draft_protest(town, assigned_matter(town))
    empty = acts.Wording("О сборе")
    acts.save_draft(act_id=act.id, version=1, wording=empty, by=town.actor("assistant"), on=MONDAY)
    act.refresh_from_db()
    with pytest.raises(InvalidInput) as refused:
        acts.submit(act_id=act.id, version=2, by=town.actor("assistant"), on=MONDAY)
    assert [fault.field for fault in refused.value.fields] == ["facts", "norms", "demands"]
    with pytest.raises(Conflict):
        sign(town, act, "head")


def test_numbers_run_by_office_and_year(town: Town) -> None:
    numbers = [signed_protest(town, assigned_matter(town)).number for _ in range(3)]
    assert numbers == [1, 2, 3]
    assert signed_protest(town, assigned_matter(town, on=date(2027, 1, 11)), on=date(2027, 1, 11)).number == 1


def test_an_act_of_the_government_is_for_the_prosecutor_general(town: Town) -> None:
    from tests.casework import make_body

    act = draft_protest(town, assigned_matter(town))
    act.addressee = make_body("Правительство", kind="government")
    act.save()
    acts.submit(act_id=act.id, version=1, by=town.actor("assistant"), on=MONDAY)
    acts.agree(act_id=act.id, version=2, by=town.actor("deputy"), on=MONDAY)
    act.refresh_from_db()
    with pytest.raises(NotPermitted) as refused:
        sign(town, act, "head")
    assert "L.3.1" in {missing.citation.clause for missing in refused.value.ruling.missing}
