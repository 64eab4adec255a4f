"""Who works in the demonstration. Names are made up; the numbers pass their checks, no more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from qadaga.common.identifiers import check_digit

# Known to everybody who reads this, and therefore refused by the settings of a deployment.
PASSWORD = "demo-Qadaga-2026"  # noqa: S105 - a demonstration's, set by `qadaga load demo` only
SINCE = date(2025, 1, 6)


@dataclass(frozen=True, slots=True)
class Post:
    """A post of the catalogue in an office of the structure, in a unit of it or in none."""

    office: str
    post: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Player:
    """One person: login, name, birth, language of the pages, the posts held."""

    username: str
    last_name: str
    first_name: str
    middle_name: str
    born_on: date
    woman: bool
    language: str
    posts: tuple[Post, ...]

    def iin(self) -> str:
        """A number with the right birth date, sex and check digit."""
        century = (6 if self.woman else 5) if self.born_on.year >= 2000 else (4 if self.woman else 3)
        for serial in range(9000, 10000):
            eleven = f"{self.born_on:%y%m%d}{century}{serial}"
            digit = check_digit(eleven)
            if digit is not None:
                return f"{eleven}{digit}"
        raise AssertionError("of a thousand numbers one is always possible")


def _man(username: str, name: str, born: str, language: str, *posts: Post) -> Player:
    return _player(username, name, born, language, posts, woman=False)


def _woman(username: str, name: str, born: str, language: str, *posts: Post) -> Player:
    return _player(username, name, born, language, posts, woman=True)


def _player(
    username: str, name: str, born: str, language: str, posts: tuple[Post, ...], *, woman: bool
) -> Player:
    last, first, middle = (*name.split(), "")[:3]
    return Player(username, last, first, middle, date.fromisoformat(born), woman, language, posts)


# Seated first: everybody else is registered and appointed by this person, by the law's rules.
STAFF_OFFICER = _woman(
    "gp.staff", "Омарова Гульнара Бахытовна", "1979-03-12", "ru", Post("gp", "staff_officer")
)

KOKSHETAU, BURABAY, AKMOLA = "1110", "1170", "1100"
CAST = (
    _man("gp.head", "Тлеуов Арман Сагындыкович", "1968-05-21", "kk", Post("gp", "prosecutor_general")),
    _man("gp.prosecutor", "Ким Виктор Андреевич", "1984-11-02", "ru", Post("gp", "prosecutor", "appeals")),
    _man("gp.admin", "Руденко Павел Игоревич", "1990-07-15", "ru", Post("gp", "it_administrator")),
    _man("akmola.head", "Сейтказин Ерлан Маратович", "1972-09-30", "ru", Post(AKMOLA, "regional_prosecutor")),
    _woman("akmola.deputy", "Ибраева Айжан Кайратовна", "1976-01-18", "kk", Post(AKMOLA, "deputy_regional")),
    _man(
        "akmola.officer",
        "Жунусов Даурен Талгатович",
        "1985-06-08",
        "ru",
        Post(AKMOLA, "senior_prosecutor", "lawfulness"),
    ),
    _woman(
        "akmola.appeals",
        "Петренко Ольга Сергеевна",
        "1988-12-25",
        "ru",
        Post(AKMOLA, "prosecutor", "appeals"),
    ),
    _woman("akmola.clerk", "Касымова Роза Ермековна", "1982-04-04", "ru", Post(AKMOLA, "registry_clerk")),
    _man(
        "kokshetau.head",
        "Абдрахманов Нурлан Сакенович",
        "1975-08-14",
        "ru",
        Post(KOKSHETAU, "district_prosecutor"),
    ),
    _woman(
        "kokshetau.deputy", "Волкова Ирина Петровна", "1980-10-03", "ru", Post(KOKSHETAU, "deputy_district")
    ),
    _woman(
        "kokshetau.clerk", "Ахметова Динара Серикова", "1993-02-27", "ru", Post(KOKSHETAU, "registry_clerk")
    ),
    _man(
        "kokshetau.senior", "Мусин Тимур Рашидович", "1987-03-19", "ru", Post(KOKSHETAU, "senior_assistant")
    ),
    _woman(
        "kokshetau.assistant", "Нургалиева Асель Бериковна", "1996-09-09", "ru", Post(KOKSHETAU, "assistant")
    ),
    _man(
        "kokshetau.two",
        "Қасенов Олжас Ғалымұлы",
        "1991-05-05",
        "kk",
        Post(KOKSHETAU, "assistant"),
        Post("1100-eco", "senior_assistant"),
    ),
    _man("burabay.head", "Әлиев Бауыржан Қанатұлы", "1974-12-11", "kk", Post(BURABAY, "district_prosecutor")),
    _woman(
        "burabay.deputy", "Сұлтанова Мәдина Ержанқызы", "1983-07-07", "kk", Post(BURABAY, "deputy_district")
    ),
    _woman("burabay.clerk", "Есенова Жанар Маратқызы", "1995-01-30", "kk", Post(BURABAY, "registry_clerk")),
    _man(
        "burabay.senior", "Іскаков Руслан Амангелдіұлы", "1986-06-16", "kk", Post(BURABAY, "senior_assistant")
    ),
    _woman("burabay.assistant", "Өмірбек Айым Нұрланқызы", "2000-11-21", "kk", Post(BURABAY, "assistant")),
    _man(
        "transport.head",
        "Досымов Ержан Асқарұлы",
        "1977-04-10",
        "ru",
        Post("gtp-astana", "district_prosecutor"),
    ),
    _man(
        "eco.head", "Бекенов Канат Жаксылыкович", "1978-02-02", "ru", Post("1100-eco", "district_prosecutor")
    ),
)

# The head away, and who replaces the head.
ON_LEAVE, REPLACED_BY = "burabay.head", "burabay.deputy"
