"""Names of territorial offices in the three languages, made from the names of their KATO units."""

from __future__ import annotations

from dataclasses import dataclass

from qadaga.offices.kato import KatoUnit
from qadaga.offices.naming import en, kk, ru


@dataclass(frozen=True, slots=True)
class Names:
    """One name in Russian, Kazakh and English; `kk_checked` is False where a native reader should look."""

    ru: str
    kk: str
    en: str
    kk_checked: bool = True


def of_office(unit: KatoUnit, within: KatoUnit | None) -> Names:
    """The name of the office of a unit: «Прокуратура Абайского района области Абай».

    `within` is the first-level unit around it, None for a first-level unit itself.
    """
    return Names(
        ru=ru.office(unit.name_ru, within.name_ru if within else None),
        kk=kk.office(unit.name_kk, within.name_kk if within else None),
        en=en.office(unit, within),
        kk_checked=kk.is_regular(unit.name_kk),
    )
