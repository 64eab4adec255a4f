"""The catalogues: what is missing or wrong is found, what is compiled can be read back."""

from gettext import GNUTranslations
from pathlib import Path

import pytest

from tools import messages, msgids
from tools.doubts import doubts
from tools.messages import Part


def faults(key: str, **values: object) -> list[str]:
    """What is wrong with one entry."""
    return list(messages._part_faults(Part(key, dict(values), "test.po.yaml")))


def test_a_right_entry_has_no_faults() -> None:
    assert faults("Saved.", ru="Сохранено.", kk="Сақталды.") == []
    assert (
        faults("%(n)s day", plural="%(n)s days", ru=["%(n)s день", "%(n)s дня", "%(n)s дней"], kk="%(n)s күн")
        == []
    )
    assert (
        faults("an hour ago", plural="%(count)s hours ago", kk=["бір сағат бұрын", "%(count)s сағат бұрын"])
        == []
    )


@pytest.mark.parametrize(
    ("key", "values", "word"),
    [
        ("Since %(day)s", {"ru": "С %(date)s"}, "placeholders"),
        ("Since %(day)s", {"kk": "Бастап"}, "placeholders"),
        ("{n} of", {"kk": "{m} of"}, "placeholders"),
        ("Saved.", {"ru": "  "}, "empty"),
        ("%(n)s day", {"plural": "%(n)s days", "ru": ["%(n)s день", "%(n)s дня"]}, "needs 3 forms"),
        ("Saved.", {"kz": "Сақталды."}, "unknown"),
    ],
)
def test_a_wrong_entry_is_told(key: str, values: dict[str, object], word: str) -> None:
    assert any(word in fault for fault in faults(key, **values))


def test_two_areas_may_not_say_the_same_differently() -> None:
    one, two = (Part("Saved.", {"ru": word}, f"{word}.po.yaml") for word in ("Сохранено.", "Записано."))
    assert list(messages._doubles([one, one])) == []
    assert len(list(messages._doubles([one, two]))) == 1


def test_what_is_compiled_is_read_back(tmp_path: Path) -> None:
    messages.compile_all(tmp_path)
    with (tmp_path / "kk" / "LC_MESSAGES" / "django.mo").open("rb") as stream:
        kazakh = GNUTranslations(stream)
    assert kazakh.gettext("Sign in") == "Кіру"
    assert kazakh.ngettext("%(num)d day", "%(num)d days", 5) == "%(num)d күн"
    assert kazakh.pgettext("field label", "Login") == "Кіру аты"
    with (tmp_path / "ru" / "LC_MESSAGES" / "django.mo").open("rb") as stream:
        russian = GNUTranslations(stream)
    words = [
        russian.ngettext("%(unused)s code is left of %(total_count)s.", "", n) for n in (1, 2, 5, 11, 21)
    ]
    assert [word.split()[0] for word in words] == ["Остался", "Осталось", "Осталось", "Осталось", "Остался"]
    assert words[1] != words[2]


def test_strings_are_found_in_code_and_in_templates(tmp_path: Path) -> None:
    (tmp_path / "code.py").write_text(
        'A = N_("one " "two")\nB = ngettext("%(n)s a", "%(n)s b", 3)\nC = pgettext("c", "d")\n'
    )
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text(
        '{% translate "it\'s" %}'
        "{% blocktranslate count n=1 %}{{ n }} x{% plural %}{{ n }} y{% endblocktranslate %}"
    )
    assert set(msgids._ours(tmp_path)) == {"one two", "%(n)s a", "c\x04d", "it's", "%(n)s x"}


def test_django_and_the_sign_in_library_are_whole_in_both_languages() -> None:
    known = {
        language: {p.key for p in messages.parts() if p.texts(language)} for language in messages.LANGUAGES
    }
    for language, have in known.items():
        assert set(msgids._libraries(language)) - have == set()


def test_doubtful_kazakh_is_listed_for_a_native_reader() -> None:
    told = messages.review()
    doubtful = [part for part in messages.parts() if part.values.get("check")]
    assert doubtful
    assert told.count("\n| ") >= len(doubtful)


def test_doubtful_kazakh_of_the_law_the_papers_and_the_offices_is_listed_too() -> None:
    told = messages.review()
    files = {doubt.file for doubt in doubts(messages.PACKAGE)}
    assert {"forms.yaml", "structure.yaml", "q-product.yaml"} <= files
    assert "қаралама" in told
    assert "Астана" in told


def test_a_mark_covers_what_lies_below_it(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "forms.yaml").write_text(
        "- {check: true, blocks: [{text: {ru: а, kk: ә}}, {title: {ru: о, kk: ө}}]}\n"
        "- {text: {ru: у, kk: ұ}}\n"
    )
    assert [doubt.kk for doubt in doubts(tmp_path)] == ["ә", "ө"]
