"""Cases of administrative offences, for tests."""

from qadaga.authority.actor import Actor
from qadaga.matters.models import Body
from qadaga.supervision.offences import services
from qadaga.supervision.offences.models import OffenceCase
from tests.casework import MONDAY

DECIDED = services.Decided("Ким Олег", "КоАП, статья 741", "События правонарушения нет.")
UNLAWFUL = services.Checked("unlawful", "unlawful", "КоАП, статья 787", "Протокола задержания нет.")


def called(by: Actor, body: Body, number: str = "АД-1", **changes: object) -> OffenceCase:
    """A file called for on the head's own initiative."""
    named = services.Named(body, "Статья 434", number, **changes)  # type: ignore[arg-type]  # as Named has them
    return services.call_for(named=named, ground="own_initiative", by=by, on=MONDAY)
