"""The register of people: one row for each post held, by name; the name filter is posted.

The key of the order is a place in the alphabet and not the name itself, because a page's address carries it.
A few tens of thousands of posts are numbered in milliseconds; no column is kept that could fall behind.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import lazy
from django.utils.translation import get_language, gettext_lazy

from qadaga.authority.lists.filters import Choice, Dates, Filter, Flag, Params
from qadaga.authority.lists.register import Column, Register, Sort
from qadaga.common.i18n import N_
from qadaga.common.sortkeys import sort_key
from qadaga.common.text import clean
from qadaga.law import catalogue, wording

_TABLE = """(
    SELECT a.id, a.office_id, o.region_id, a.person_id, a.post, a.starts_on, a.ends_on, p.sort_key,
        CASE WHEN a.officer THEN 'officer' ELSE 'employee' END AS status,
        row_number() OVER (ORDER BY p.sort_key, a.id) AS place
    FROM staff_appointment a
    JOIN staff_person p ON p.id = a.person_id JOIN offices_office o ON o.id = a.office_id
)"""
_JOINS = """
JOIN staff_person p ON p.id = t.person_id
JOIN offices_office o ON o.id = t.office_id
LEFT JOIN personnel_rankheld r ON r.person_id = t.person_id
    AND r.starts_on <= %(today)s AND (r.ends_on IS NULL OR r.ends_on > %(today)s)
"""
SORTS_OF_STAFF = {"officer": gettext_lazy("Officer of the service"), "employee": gettext_lazy("Employee")}
_OFFICE = {"ru": "o.name_ru", "kk": "o.name_kk", "en": "o.name_en"}
_SERVING = "t.starts_on <= %(today)s AND (t.ends_on IS NULL OR t.ends_on > %(today)s)"


@dataclass(frozen=True, slots=True)
class NameStarts(Filter):
    """Whose name begins so, family name first, however it is spelt in capitals."""

    private = True
    leads = True

    def parse(self, raw: object) -> Any:
        """The name as typed, or None where nothing is asked."""
        return clean(raw or "", field=self.name, max_length=200) or None

    def where(self, value: Any, params: Params) -> str:
        """The names whose key of the alphabet begins as the key of the value does."""
        params[f"f_{self.name}"] = sort_key(value)
        return f"starts_with(t.sort_key, %(f_{self.name})s)"


def posts(language: str) -> Mapping[str, str]:
    """The title of each post."""
    return {post: wording.title("posts", post, language) for post in catalogue.load().posts}


def _said(post: str) -> str:
    return wording.title("posts", post, (get_language() or "ru")[:2])


_titled = lazy(_said, str)


def ranks(language: str) -> Mapping[str, str]:
    """The title of each rank."""
    return {rank: wording.title("ranks", rank, language) for rank in catalogue.load().ranks}


PEOPLE = Register(
    name="people",
    kind="person",
    title=N_("People"),
    table=_TABLE,
    columns=(
        Column("id", "t.id"),
        Column("number", "btrim(concat_ws(' ', p.last_name, p.first_name, p.middle_name))", N_("Name")),
        Column("post", "t.post", N_("Post"), shape="choice", options=posts),
        Column("rank", "coalesce(r.rank, '')", N_("Rank"), shape="choice", options=ranks),
        Column("starts_on", "t.starts_on", N_("From"), sort="starts", shape="date"),
        Column("due_on", "t.ends_on", N_("Until"), shape="date"),
        Column("office", _OFFICE, N_("Office"), shape="localised"),
        Column(
            "status",
            "t.status",
            N_("Status"),
            shape="choice",
            options=SORTS_OF_STAFF,
        ),
    ),
    sorts=(
        Sort("name", N_("Name"), "place", cast="bigint", descending=False, plain=True),
        Sort("starts", N_("From"), "starts_on", plain=True),
    ),
    statuses=SORTS_OF_STAFF,
    filters=(
        NameStarts("name", N_("Name begins with")),
        Flag("serving", N_("Serving today"), _SERVING),
        Choice("post", N_("Post"), "t.post", {post: _titled(post) for post in catalogue.load().posts}),
        Dates("starts", N_("From"), "t.starts_on"),
        Dates("ends", N_("Until"), "t.ends_on"),
    ),
    joins=_JOINS,
    power="people.export",
)
