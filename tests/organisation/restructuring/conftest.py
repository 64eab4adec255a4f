"""Two districts of one region with open matters, and who may merge them."""

from dataclasses import dataclass
from datetime import date

import pytest

from qadaga.authority.actor import Actor
from qadaga.offices.models import Office
from qadaga.offices.naming import Names
from qadaga.organisation.office_input import OfficeInput
from tests.casework import Town, make_town
from tests.staffing import make_actor

DAY = date(2026, 9, 14)
NAMES = Names("Межрайонная прокуратура", "Ауданаралық прокуратура", "Inter-district office")


@dataclass
class Two:
    """The town with its two districts, dis and oth, and the staff officer of the top."""

    town: Town
    staff_officer: Actor

    def new(self, **changed: object) -> OfficeInput:
        """The inter-district office that is to follow both."""
        fields = {
            "code": "inter",
            "kind": "inter_district",
            "names": NAMES,
            "parent": "reg",
            "starts_on": DAY,
        }
        return OfficeInput(**{**fields, **changed})

    def everybody(self) -> dict:
        """All go on: the head of dis heads, the other head becomes deputy."""
        town = self.town
        return {
            town.head.id: "district_prosecutor",
            town.deputy.id: "deputy_district",
            town.assistant.id: "assistant",
            town.second.id: "senior_assistant",
            town.clerk.id: "registry_clerk",
            town.neighbour.id: "senior_prosecutor",
        }


@pytest.fixture
def two(db: None) -> Two:
    town = make_town()
    top = Office.objects.get(code="top")
    return Two(town, make_actor(top, "staff_officer", on=date(2026, 9, 7)))
