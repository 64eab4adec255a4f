"""The rows that make an office: itself, its name, subordination, territory and spheres, written together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from qadaga.law import catalogue
from qadaga.offices.models import Office, OfficeName, OfficeSphere, OfficeTerritory, Subordination
from qadaga.offices.structure import PlannedOffice


class OfficeRows:
    """Gathers the rows of new offices, each added after the one it stands under, and saves them in bulk."""

    def __init__(self, present: Mapping[str, Office]) -> None:
        self.by_code = dict(present)
        self._offices: list[Office] = []
        self._names: list[OfficeName] = []
        self._lines: list[Subordination] = []
        self._territory: list[OfficeTerritory] = []
        self._spheres: list[OfficeSphere] = []

    def add(self, planned: PlannedOffice, since: date, ground: str = "") -> Office:
        """Prepare the rows of one office, existing from the day `since` by the order named."""
        parent = self.by_code[planned.parent] if planned.parent is not None else None
        office = _office(planned, parent, since)
        self.by_code[planned.code] = office
        self._offices.append(office)
        when = {"office": office, "starts_on": since, "ground": ground}
        self._names.append(OfficeName(**when, **_names(planned), kk_checked=planned.names.kk_checked))
        if parent is not None:
            self._lines.append(Subordination(**when, parent=parent))
        self._territory += [OfficeTerritory(**when, kato=k, general=planned.general) for k in planned.kato]
        self._spheres += [OfficeSphere(**when, sphere=sphere) for sphere in planned.spheres]
        return office

    def save(self) -> None:
        """Write everything prepared."""
        Office.objects.bulk_create(self._offices)
        OfficeName.objects.bulk_create(self._names)
        Subordination.objects.bulk_create(self._lines)
        OfficeTerritory.objects.bulk_create(self._territory)
        OfficeSphere.objects.bulk_create(self._spheres)


def region_of(office: Office, parent: Office | None) -> Office:
    """The level-2 office above, or the office itself where there is none above."""
    return parent.region if parent is not None and parent.region.level == 2 else office


def _office(planned: PlannedOffice, parent: Office | None, since: date) -> Office:
    office = Office(
        code=planned.code,
        kind=planned.kind,
        level=catalogue.law().at(since).office_kinds[planned.kind].level,
        parent=parent,
        opened_on=since,
        status=planned.status,
        **_names(planned),
    )
    office.region = region_of(office, parent)
    return office


def _names(planned: PlannedOffice) -> dict[str, str]:
    return {"name_ru": planned.names.ru, "name_kk": planned.names.kk, "name_en": planned.names.en}
