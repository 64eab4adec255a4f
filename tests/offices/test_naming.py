"""Names of territorial offices: every row of the data file, and the forms that rules get wrong."""

import re

import pytest

from qadaga.offices import naming
from qadaga.offices.kato import KatoUnit, units
from qadaga.offices.naming import en, kk, ru

RU_PLACE = re.compile(
    r"^((?:[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]*)?[\w-]+(ского|цкого) района|района [\w ]+|города [\w-]+|"
    r"[\w-]+ской области|области \w+)$"
)


def _within(unit: KatoUnit) -> KatoUnit | None:
    return units().get(unit.parent)


@pytest.mark.parametrize("unit", units().values(), ids=lambda unit: unit.code)
def test_every_row_has_plausible_names(unit: KatoUnit) -> None:
    names = naming.of_office(unit, _within(unit))

    assert RU_PLACE.match(ru.genitive(unit.name_ru)), names.ru
    assert names.ru.startswith("Прокуратура ")
    assert re.search(r"(ауданының|қаласының|облысының|ауданның) прокуратурасы$", names.kk), names.kk
    assert re.fullmatch(r"Prosecutor's Office of [A-Za-z ,-]+", names.en), names.en
    assert "yy" not in names.en
    for text in (names.ru, names.kk, names.en):
        assert "  " not in text
        assert text == text.strip()


def test_no_two_offices_bear_one_name() -> None:
    for pick in ("ru", "kk", "en"):
        found = [getattr(naming.of_office(unit, _within(unit)), pick) for unit in units().values()]
        assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("place", "genitive"),
    [
        ("Абайский район", "Абайского района"),
        ("Бухар-Жырауский район", "Бухар-Жырауского района"),
        ("район Аксуат", "района Аксуат"),
        ("район имени Габита Мусрепова", "района имени Габита Мусрепова"),
        ("район Шал акына", "района Шал акына"),
        ("Акмолинская область", "Акмолинской области"),
        ("Западно-Казахстанская область", "Западно-Казахстанской области"),
        ("область Абай", "области Абай"),
        ("город Астана", "города Астаны"),
        ("город Караганда", "города Караганды"),
        ("город Алматы", "города Алматы"),
        ("город Семей", "города Семей"),
        ("город Костанай", "города Костаная"),
        ("город Рудный", "города Рудного"),
        ("город Сарань", "города Сарани"),
        ("город Арысь", "города Арыси"),
        ("город Усть-Каменогорск", "города Усть-Каменогорска"),
        ("город Кокшетау", "города Кокшетау"),
        ("город Байконыр", "города Байконыр"),
        ("город Актобе", "города Актобе"),
    ],
)
def test_russian_genitive(place: str, genitive: str) -> None:
    assert ru.genitive(place) == genitive


def test_a_city_on_ka_takes_i() -> None:
    assert ru.city("Ушарка") == "Ушарки"


def test_a_name_of_another_form_is_not_guessed_at() -> None:
    with pytest.raises(ValueError, match="not an adjective"):
        ru.genitive("Абай район")


@pytest.mark.parametrize(
    ("phrase", "genitive"),
    [
        ("Абай ауданы", "Абай ауданының"),
        ("Семей қаласы", "Семей қаласының"),
        ("Ғабит Мүсірепов атындағы аудан", "Ғабит Мүсірепов атындағы ауданның"),
        ("мектеп", "мектептің"),
        ("Талас", "Таластың"),
        ("Есіл", "Есілдің"),
        ("Атырау", "Атыраудың"),
        ("Теміртау", "Теміртаудың"),
        ("Жаңаөзен", "Жаңаөзеннің"),
        ("Арал", "Аралдың"),
        ("Ақсу", "Ақсудың"),
        ("Айтеке би", "Айтеке бидің"),
    ],
)
def test_kazakh_genitive(phrase: str, genitive: str) -> None:
    assert kk.genitive(phrase) == genitive


def test_an_unusual_kazakh_name_is_flagged_for_a_reader() -> None:
    flagged = [unit.code for unit in units().values() if not naming.of_office(unit, _within(unit)).kk_checked]
    assert flagged == ["596600000"]


@pytest.mark.parametrize(
    ("kato", "place"),
    [
        ("103200000", "Abay District"),
        ("270000000", "West Kazakhstan Region"),
        ("392400000", "the City of Rudny"),
        ("591000000", "the City of Petropavl"),
        ("593200000", "Ayirtau District"),
        ("791300000", "Al-Farabi District"),
        ("596600000", "Gabit Musirepov District"),
        ("710000000", "the City of Astana"),
        ("114500000", "Birzhan sal District"),
    ],
)
def test_english_place(kato: str, place: str) -> None:
    assert en.place(units()[kato]) == place


def test_the_whole_name() -> None:
    names = naming.of_office(units()["103200000"], units()["100000000"])
    assert names.ru == "Прокуратура Абайского района области Абай"
    assert names.kk == "Абай облысы Абай ауданының прокуратурасы"
    assert names.en == "Prosecutor's Office of Abay District, Abay Region"
