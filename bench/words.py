"""What the made-up country writes with: words, names, and their lexemes as the database makes them."""

from __future__ import annotations

import random
from dataclasses import dataclass

from django.db import connection

from qadaga.authority.lists.search import stems
from qadaga.common.identifiers import check_digit

COMMON, MEDIUM, RARE, ABSENT = "жалоба", "снегоочиститель", "ледокол", "батискаф"
RARE_EVERY, MEDIUM_EVERY = 50_000, 400

_RUSSIAN = (
    "увольнение заработная плата земельный участок жилой дом квартира пенсия пособие школа больница врач "
    "учитель директор акимат управление отдел полиция следователь суд решение исполнение судебный пристав "
    "долг кредит банк договор аренда строительство дорога освещение вода отопление тариф экология завод "
    "выбросы мусор свалка лес река рыба охота скот пастбище налог штраф проверка бездействие волокита отказ "
    "регистрация документ паспорт справка очередь детский сад опека алименты инвалид лечение лекарство "
    "скорая помощь авария транспорт автобус маршрут поезд вокзал аэропорт граница таможня груз"
)
_KAZAKH = (
    "шағымның мәтіні жер учаскесі тұрғын үй зейнетақы жәрдемақы мектеп аурухана дәрігер мұғалім әкімдік "
    "басқарма бөлім тергеуші шешімі орындалуы борыш несие келісімшарт құрылыс жол жарық су жылу экология "
    "зауыт қалдық орман өзен балық мал жайылым салық айыппұл тексеру әрекетсіздік бас тарту тіркеу құжат "
    "анықтама кезек балабақша қамқорлық мүгедек емдеу дәрі көлік вокзал шекара кеден жүк бұзушылық құқық"
)
_GIVEN = (
    "Айгүл Әсел Бауыржан Болат Гүлнар Данияр Динара Ерлан Жанна Қайрат Мадина Марат Нұрлан Ольга Сергей "
    "Елена Серік Светлана Тимур Іңкәр Әлихан Өмір Ұлан Ұлжан Шолпан"
)
_FAMILY = (
    "Ахмет Серік Нұрлан Жақсылық Қасым Омар Әбді Болат Ерлан Мұрат Сәкен Тоқтар Айдар Дәурен Ибраһим "
    "Иван Петр Сидор Кузнец Попов Смирн Волк Козл Морозов Ким Цой Пак Ли Югай Хан"
)
_ENDINGS = ["ов", "ова", "ев", "ева", "ұлы", "қызы", "баев", "баева", "беков", "бекова", "ханов", "ханова"]


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of text and the lexemes it is found by."""

    text: str
    lexemes: frozenset[str]


class Vocabulary:
    """Words with their lexemes, asked of the database once."""

    def __init__(self) -> None:
        self.russian, self.kazakh = _RUSSIAN.split(), _KAZAKH.split()
        self.given = _GIVEN.split()
        self.family = sorted({base + end for base in _FAMILY.split() for end in _ENDINGS})
        everything = {*self.russian, *self.kazakh, *self.given, *self.family, COMMON, MEDIUM, RARE}
        self.lexemes = {word: _lexemes(word) for word in everything}

    def sentence(self, chance: random.Random, place: int) -> Text:
        """A summary of eight words; the rare and the medium word stand in every so manieth."""
        words = chance.choices(self.kazakh if chance.random() < 0.4 else self.russian, k=8)
        if chance.random() < 0.5:
            words[0] = COMMON
        if place % RARE_EVERY == RARE_EVERY // 2:
            words[1] = RARE
        if place % MEDIUM_EVERY == 7:
            words[2] = MEDIUM
        return self._text(words)

    def name(self, chance: random.Random) -> Text:
        """A family name and a given name."""
        return self._text([chance.choice(self.family), chance.choice(self.given)])

    def _text(self, words: list[str]) -> Text:
        return Text(" ".join(words), frozenset().union(*(self.lexemes[word] for word in words)))


def _lexemes(word: str) -> frozenset[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tsvector_to_array(to_tsvector('russian', %s))", [word.lower().replace("ё", "е")]
        )
        russian = cursor.fetchone()[0]
    return frozenset([*russian, *(stems.stem(part) for part in stems.words(word))])


def iin(chance: random.Random) -> str:
    """A number with a right check digit."""
    while True:
        eleven = f"{chance.randrange(50, 99)}{chance.randrange(1, 13):02}{chance.randrange(1, 29):02}"
        eleven += f"{chance.choice('34')}{chance.randrange(10_000):04}"
        last = check_digit(eleven)
        if last is not None:
            return f"{eleven}{last}"
