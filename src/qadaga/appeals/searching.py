"""What of an appeal is found by the search."""

from collections.abc import Iterable
from typing import Protocol

from qadaga.appeals.models import Appeal
from qadaga.authority.lists.search import Entry

_TITLE = 200


class Named(Protocol):
    """An applicant, entered or stored."""

    @property
    def name(self) -> str: ...

    @property
    def iin(self) -> str: ...

    @property
    def bin(self) -> str: ...


def search_entry(appeal: Appeal, applicants: Iterable[Named]) -> Entry:
    """The appeal by its number, coupon, words, and its applicants' names and numbers."""
    people = list(applicants)
    return Entry(
        kind="appeal",
        id=appeal.id,
        office_id=appeal.office_id,
        region_id=appeal.region_id,
        day=appeal.registered_on,
        number=appeal.number,
        title=appeal.summary.split("\n", 1)[0][:_TITLE],
        texts=(appeal.summary, appeal.body_name, appeal.official_name, *(person.name for person in people)),
        exact=(appeal.coupon, *(person.iin or person.bin for person in people)),
    )
