"""Every signed paper of the house with the ruling it keeps, whatever table it stands in, to be run again."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import islice
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import F, Model, QuerySet
from django.db.models.functions import TruncDate

from qadaga.law.rerunning import Signed, Wanted
from qadaga.offices.models import Office

_AT_ONCE = 500
# What a paper calls the day of its signature; the moment tells it where there is no such column.
_DAYS = ("signed_on", "issued_on", "given_on")


_through: dict[str, str] = {}


def through(kind: str, path: str) -> None:
    """Papers of the kind are of the record whose id stands at `path`, in whatever table that is."""
    _through[kind] = path


class UnknownKind(KeyError):
    """No table of signed papers is called so."""


@cache
def kinds() -> dict[str, type[Model]]:
    """The tables of papers that bear a number and keep a ruling with its facts, by the name of the paper."""
    return {
        _name(model): model for model in apps.get_models() if {"ruling", "number_text"} <= _columns(model)
    }


def papers(wanted: Wanted, office: Office | None = None) -> Iterator[Signed]:
    """The signed papers, by kind and key, a few hundred rows in memory at a time. Raises UnknownKind."""
    if wanted.kind is not None and wanted.kind not in kinds():
        raise UnknownKind(wanted.kind)
    chosen = [wanted.kind] if wanted.kind else sorted(kinds())
    found = (paper for kind in chosen for paper in _of_kind(kind, wanted, office))
    return islice(found, wanted.limit)


def signed_of(record: Model, most: int, before: UUID | None = None) -> list[tuple[UUID, Signed]]:
    """The newest signed papers that a record is or holds, each with its key; `before` is the last one's key
    of those read already. A query for each table that names the record.
    """
    found = [
        (row["pk"], Signed(kind, row["number_text"] or "-", None, None, row["ruling"]))
        for kind, model in kinds().items()
        for way in _ways(model, type(record))
        for row in _newest(model, {way: record.pk}, most, before)
    ]
    return sorted(found, key=lambda one: str(one[0]), reverse=True)[:most]


def _newest(
    model: type[Model], owner: dict[str, Any], most: int, before: UUID | None
) -> "QuerySet[Any, dict[str, Any]]":
    # Keys grow with time, so that the newest stand last.
    rows = model._default_manager.filter(**owner, ruling__isnull=False)
    if before is not None:
        rows = rows.filter(pk__lt=before)
    return rows.order_by("-pk").values("pk", "number_text", "ruling")[:most]


def _ways(model: type[Model], owner: type[Model]) -> list[str]:
    """By which columns a paper of the model is the owner's: it is the record itself, or names it."""
    if model is owner:
        return ["pk"]
    if _name(model) in _through:
        return [_through[_name(model)]]
    return [field.name for field in model._meta.concrete_fields if field.related_model is owner]


def _of_kind(kind: str, wanted: Wanted, office: Office | None) -> Iterator[Signed]:
    columns = _columns(kinds()[kind])
    rows = _rows(kinds()[kind], columns, wanted, office)
    named = not columns.isdisjoint(_DAYS)
    names = ["pk", "number_text", "day", "ruling", *(["edition"] if "edition" in columns else [])]
    page = list(rows.values(*names)[:_AT_ONCE])
    while page:
        for row in page:
            day = row["day"] if named else None
            yield Signed(kind, row["number_text"] or "-", day, row.get("edition"), row["ruling"])
        page = list(rows.filter(pk__gt=page[-1]["pk"]).values(*names)[:_AT_ONCE])


def _rows(model: type[Model], columns: set[str], wanted: Wanted, office: Office | None) -> QuerySet[Any]:
    named = next((name for name in _DAYS if name in columns), None)
    day = F(named) if named else TruncDate("signed_at")
    rows: QuerySet[Any] = model._default_manager.filter(ruling__isnull=False).annotate(day=day).order_by("pk")
    limits: dict[str, date | Office | None] = {
        "day__gte": wanted.since,
        "day__lte": wanted.until,
        "office": office,
    }
    chosen: QuerySet[Any] = rows.filter(
        **{name: value for name, value in limits.items() if value is not None}
    )
    return chosen


def _columns(model: type[Model]) -> set[str]:
    return {field.name for field in model._meta.concrete_fields}


def _name(model: type[Model]) -> str:
    return str(model._meta.verbose_name_raw).replace(" ", "_")
