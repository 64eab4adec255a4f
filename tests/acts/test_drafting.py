"""Drafts: begun from a template, saved as versions, agreed by somebody else or sent back."""

from datetime import date

import pytest

from qadaga.acts import services as acts
from qadaga.acts.models import Act, ActRemark
from qadaga.acts.templates import first_text
from qadaga.authority import NotPermitted
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, NotFound, Stale
from qadaga.law.catalogue import load
from qadaga.matters.models import Matter
from tests.casework import (
    MONDAY,
    WORDING,
    Town,
    add_violation,
    assigned_matter,
    draft_protest,
    make_body,
    make_file,
    open_matter,
)


@pytest.fixture
def matter(town: Town) -> Matter:
    return assigned_matter(town)


def begin(town: Town, matter: Matter, who: str = "assistant", **columns: object) -> Act:
    values = {
        "kind": "representation",
        "language": "ru",
        "addressee": make_body(),
        "wording": WORDING,
        **columns,
    }
    draft = acts.Draft(**values)  # type: ignore[arg-type]  # a test's own columns
    return acts.draft(matter_id=matter.id, draft=draft, by=town.actor(who), on=MONDAY)


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize("kind", ["protest", "representation", "explanation"])
def test_an_empty_draft_begins_with_the_template(
    town: Town, matter: Matter, kind: str, language: str
) -> None:
    violation = add_violation(town, matter)
    protested = acts.Protested("Постановление о сборе", date(2026, 8, 3), make_body())
    act = begin(
        town,
        matter,
        kind=kind,
        language=language,
        wording=acts.Wording("О сборе"),
        violations=[violation.id],
        protested=protested if kind == "protest" else None,
    )
    version = act.versions.get()
    assert violation.what in version.facts
    assert version.norms == violation.norm
    assert version.demands
    assert ("Постановление о сборе" in version.demands) is (kind == "protest")
    assert "{" not in version.facts + version.demands


def test_a_line_without_anything_to_say_is_left_out(town: Town, matter: Matter) -> None:
    violation = add_violation(
        town, matter, causes="none", causes_text="", consequences="none", consequences_text=""
    )
    text = first_text(kind="representation", language="ru", violations=[violation])
    assert "Последствия" not in text["facts"]
    assert len(text["demands"].split("\n")) == 3


def test_what_was_written_is_kept(town: Town, matter: Matter) -> None:
    act = begin(town, matter)
    version = act.versions.get()
    assert (version.facts, version.demands) == (WORDING.facts, WORDING.demands)
    matter.refresh_from_db()
    assert matter.status == "in_work"


@pytest.mark.parametrize(
    ("field", "columns"),
    [
        ("kind", {"kind": "order"}),
        ("kind", {"kind": "poem"}),
        ("language", {"language": "en"}),
        ("protested", {"kind": "protest"}),
        ("heading", {"wording": acts.Wording("")}),
        ("facts", {"wording": acts.Wording("О сборе", "a\0b")}),
    ],
)
def test_a_bad_draft_is_named(town: Town, matter: Matter, field: str, columns: dict[str, object]) -> None:
    with pytest.raises(InvalidInput) as refused:
        begin(town, matter, **columns)
    assert [fault.field for fault in refused.value.fields] == [field]


def test_a_violation_of_another_matter_is_no_ground(town: Town, matter: Matter) -> None:
    foreign = add_violation(town, assigned_matter(town))
    with pytest.raises(InvalidInput) as refused:
        begin(town, matter, violations=[foreign.id])
    assert refused.value.fields[0].field == "violations"


def test_who_may_draft(town: Town, matter: Matter) -> None:
    for who in ("second", "clerk", "region_head"):
        with pytest.raises(NotPermitted):
            begin(town, matter, who)
    with pytest.raises(NotFound):
        begin(town, matter, "neighbour")
    with pytest.raises(Conflict):
        begin(town, open_matter(town), "head")
    assert begin(town, matter, "deputy").author == town.deputy


def test_a_kind_no_longer_issued_is_refused(town: Town, matter: Matter) -> None:
    assert not load().act_kinds["prescription"].active
    with pytest.raises(NotPermitted) as refused:
        begin(town, matter, kind="prescription")
    assert [missing.data["mark"] for missing in refused.value.ruling.missing] == ["kind_inactive"]


def test_the_author_cannot_agree_and_the_deputy_sends_back_with_remarks(town: Town, matter: Matter) -> None:
    act = draft_protest(town, matter)
    acts.submit(act_id=act.id, version=1, by=town.actor("assistant"), on=MONDAY)
    with pytest.raises(NotPermitted):
        acts.agree(act_id=act.id, version=2, by=town.actor("assistant"), on=MONDAY)
    with pytest.raises(InvalidInput):
        acts.send_back(act_id=act.id, version=2, remarks=" ", by=town.actor("deputy"), on=MONDAY)
    acts.send_back(
        act_id=act.id, version=2, remarks="Назовите пострадавших", by=town.actor("deputy"), on=MONDAY
    )
    remark = ActRemark.objects.get()
    assert (remark.version_no, remark.text) == (1, "Назовите пострадавших")
    act.refresh_from_db()
    assert (act.status, act.submitted_on) == ("draft", None)


def test_a_deputys_own_draft_is_agreed_by_the_head(town: Town, matter: Matter) -> None:
    violation = add_violation(town, matter)
    act = begin(town, matter, "deputy", violations=[violation.id])
    acts.submit(act_id=act.id, version=1, by=town.actor("deputy"), on=MONDAY)
    with pytest.raises(NotPermitted) as refused:
        acts.agree(act_id=act.id, version=2, by=town.actor("deputy"), on=MONDAY)
    assert [missing.data["mark"] for missing in refused.value.ruling.missing] == ["author"]
    assert acts.agree(act_id=act.id, version=2, by=town.actor("head"), on=MONDAY).status == "agreed"


def test_a_submitted_draft_is_not_edited_and_an_old_version_overwrites_nothing(
    town: Town, matter: Matter
) -> None:
    act = draft_protest(town, matter)
    save = {"act_id": act.id, "by": town.actor("assistant"), "on": MONDAY}
    acts.save_draft(version=1, wording=acts.Wording("О сборе", "иначе", "норма", "требую"), **save)
    with pytest.raises(Stale) as stale:
        acts.save_draft(version=1, wording=acts.Wording("О сборе", "ещё", "норма", "требую"), **save)
    assert stale.value.current_version == 2
    acts.submit(version=2, **save)
    with pytest.raises(Conflict):
        acts.save_draft(version=3, wording=acts.Wording("О сборе", "тайком", "норма", "требую"), **save)
    with pytest.raises(Conflict):
        acts.set_violations(version=3, violations=[], **save)


def test_a_file_is_enclosed_once_while_the_act_lives(town: Town, matter: Matter) -> None:
    act, file = draft_protest(town, matter), make_file()
    enclose = {"act_id": act.id, "file": file, "title": "Копия постановления", "on": MONDAY}
    attached = acts.attach(by=town.actor("clerk"), **enclose)
    assert (attached.subject_kind, attached.subject_id) == ("act", act.id)
    with pytest.raises(AlreadyDone):
        acts.attach(by=town.actor("assistant"), **enclose)
    acts.withdraw(act_id=act.id, version=1, reason="Не нужен", by=town.actor("head"), on=MONDAY)
    with pytest.raises(Conflict):
        acts.attach(by=town.actor("clerk"), **{**enclose, "file": make_file("b.pdf")})
