"""Search finds forms of words, names, numbers and IIN, newest first, and only in scope."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection

from qadaga.authority.lists import search
from qadaga.authority.lists.register import WINDOW
from qadaga.authority.scope import NATION, NOTHING, Scope

pytestmark = pytest.mark.django_db

TODAY = date(2026, 6, 1)
REGION, OTHER_REGION = uuid4(), uuid4()
OFFICE, OTHER_OFFICE = uuid4(), uuid4()


def entry(title: str, **changes: Any) -> search.Entry:
    values: dict[str, Any] = {
        "kind": "appeal",
        "id": uuid4(),
        "office_id": OFFICE,
        "region_id": REGION,
        "day": date(2026, 5, 1),
        "number": "",
        "title": title,
    }
    made = search.Entry(**{**values, **changes})
    search.put(made)
    return made


def found(typed: str, scope: Any = NATION, **options: Any) -> list[UUID]:
    return [row["id"] for row in search.find(scope, typed, today=TODAY, **options).rows]


@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("Бұзушылық туралы шағымның мәтіні", "шағым"),
        ("Шағым", "шағымның"),
        ("Незаконное увольнение работников", "увольнения"),
        ("Жалоба Ахметова Бауыржана", "Ахметов"),
        ("Іле ауданының әкімдігі", "әкімдік"),
        ("Ёлкин Пётр", "елкин петр"),
    ],
)
def test_forms_of_a_word_are_found(title: str, typed: str) -> None:
    wanted = entry(title)
    entry("Совсем другое обращение")
    assert found(typed) == [wanted.id]


def test_every_word_must_be_there() -> None:
    both = entry("Жалоба на акимат")
    entry("Жалоба на школу")
    assert found("жалоба акимат") == [both.id]


@pytest.mark.parametrize("typed", ["850725400331", "850725 400331", "О-12/2026-00045", "о-12/2026-00045"])
def test_numbers_are_found_as_a_whole(typed: str) -> None:
    wanted = entry("Заявитель", number="О-12/2026-00045", exact=("850725400331",))
    entry("Заявитель", number="О-12/2026-00046", exact=("050312600511",))
    assert found(typed) == [wanted.id]


@pytest.mark.parametrize(
    "typed", ["ІС-1110-2026/000017", "ис-1110-2026/17", "IC—1110—2026/017", "ic - 1110 - 2026/17"]
)
def test_look_alike_letters_dashes_and_zeros_do_not_matter(typed: str) -> None:
    wanted = entry("Дело", number="ІС-1110-2026/000017")
    entry("Дело", number="ІС-1110-2026/000170")
    entry("Дело", number="ІС-1110-2026/000117")
    assert found(typed) == [wanted.id]


def test_an_identifier_keeps_its_zeros() -> None:
    wanted = entry("Заявитель", exact=("050312600511",))
    entry("Заявитель", exact=("500312600511",))
    assert found("050312600511") == [wanted.id]


def test_writing_again_replaces() -> None:
    first = entry("Первое слово")
    entry("Второе", id=first.id)
    assert found("первое") == []
    assert found("второе") == [first.id]


def test_only_what_is_in_scope_is_found() -> None:
    mine = entry("Увольнение")
    entry("Увольнение", office_id=OTHER_OFFICE, region_id=OTHER_REGION)
    assert found("увольнение", Scope(offices=frozenset({OFFICE}))) == [mine.id]
    assert found("увольнение", Scope(regions=frozenset({REGION}))) == [mine.id]
    assert found("увольнение", NOTHING) == []


def test_one_kind_can_be_asked() -> None:
    entry("Увольнение")
    matter = entry("Увольнение", kind="matter")
    assert found("увольнение", kind="matter") == [matter.id]


def test_newest_stand_first() -> None:
    old, new = entry("Слово", day=date(2025, 1, 1)), entry("Слово", day=date(2026, 1, 1))
    assert found("слово") == [new.id, old.id]


def fill(count: int, text: str, day: date, office: UUID = OFFICE, region: UUID = REGION) -> None:
    """Many entries in one statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO lists_searchentry (id, kind, office_id, region_id, day, number, title, vector)"
            " SELECT gen_random_uuid(), 'appeal', %(office)s, %(region)s, %(day)s, '', %(text)s,"
            " to_tsvector('russian', %(text)s) || array_to_tsvector(ARRAY[%(mo)s, %(mr)s])"
            " FROM generate_series(1, %(count)s)",
            {
                "office": office,
                "region": region,
                "day": day,
                "text": text,
                "count": count,
                "mo": f"@{office.hex[-12:]}",
                "mr": f"@{region.hex[-12:]}",
            },
        )


@pytest.mark.parametrize(
    "scope", [NATION, Scope(regions=frozenset({REGION})), Scope(offices=frozenset({OFFICE}))]
)
def test_a_rare_old_word_is_found_behind_the_window(scope: Scope) -> None:
    rare = entry("Снегоход", day=date(2020, 1, 1))
    entry("Снегоход", day=date(2020, 1, 1), office_id=OTHER_OFFICE, region_id=OTHER_REGION)
    fill(WINDOW + 10, "Жалоба", date(2026, 1, 1))
    expected = [rare.id] if scope != NATION else None
    answer = found("снегоход", scope)
    assert rare.id in answer
    assert expected is None or answer == expected


def test_a_common_word_is_walked_on_from_the_window() -> None:
    fill(WINDOW, "Другое", date(2026, 1, 2))
    for n in range(6):
        entry("Школа", day=date(2026, 1, 3) + timedelta(days=n))
        entry("Школа", day=date(2025, 1, 3) + timedelta(days=n))
    first = search.find(NATION, "школа", today=TODAY)
    assert (len(first.rows), first.bounded) == (6, True)
    second = search.find(NATION, "школа", today=TODAY, cursor=first.next)
    assert (len(second.rows), second.bounded) == (6, False)


@pytest.mark.parametrize("typed", ["'", "\\", "a'b", "|&!", "x:*", "%", "%s", "и"])
def test_any_text_is_only_text(typed: str) -> None:
    assert found(typed) == []
