"""A draft as a Word document: one copy a text, written by the worker, readable by whoever reads the act."""

from zipfile import ZipFile

import pytest

from qadaga.acts import services as acts
from qadaga.acts import word
from qadaga.acts.models import Act, WordCopy
from qadaga.authority import NotPermitted
from qadaga.common.errors import NotFound
from qadaga.documents.services import open_file
from tests.casework import MONDAY, WORDING, Town, assigned_matter, draft_protest


@pytest.fixture
def act(town: Town) -> Act:
    return draft_protest(town, assigned_matter(town, complained_of=[town.second.person_id]))


def ask(town: Town, act: Act, who: str = "assistant") -> WordCopy:
    return word.ask(act_id=act.id, by=town.actor(who), on=MONDAY)


def test_one_copy_a_text_with_its_words(town: Town, act: Act) -> None:
    copy = ask(town, act)
    assert ask(town, act, "deputy") == copy
    word.write(copy.id)
    word.write(copy.id)
    written = word.copy_of(act, copy.id)
    assert written.file is not None
    with open_file(written.file) as stored, ZipFile(stored) as packed:
        assert WORDING.demands in packed.read("word/document.xml").decode()
    changed = acts.Wording("О сборе", "иначе", "норма", "требую")
    acts.save_draft(act_id=act.id, version=1, wording=changed, by=town.actor("assistant"), on=MONDAY)
    assert ask(town, act) != copy


def test_a_copy_that_failed_is_written_when_asked_again(
    town: Town, act: Act, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = ask(town, act)
    with monkeypatch.context() as broken:
        broken.setattr(word.content, "docx", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            word.write(copy.id)
    copy.refresh_from_db()
    assert copy.failed
    again = ask(town, act)
    assert (again, again.failed) == (copy, False)
    word.write(copy.id)
    assert word.copy_of(act, copy.id).file


def test_who_does_not_read_the_act_gets_no_copy(town: Town, act: Act) -> None:
    with pytest.raises(NotPermitted):
        ask(town, act, "second")
    with pytest.raises(NotFound):
        ask(town, act, "neighbour")
    other = draft_protest(town, assigned_matter(town))
    with pytest.raises(NotFound):
        word.copy_of(other, ask(town, act).id)
