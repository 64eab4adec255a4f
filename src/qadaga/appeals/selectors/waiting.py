"""What waits in the registry: appeals other offices forwarded here, applicants not yet told of a decision."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from qadaga.appeals import rules
from qadaga.appeals.models import Appeal, Decision, Forwarding
from qadaga.appeals.subject import KIND
from qadaga.matters.choices import TermState
from qadaga.matters.models import Term

MOST = 50


@dataclass(frozen=True, slots=True)
class Notice:
    """An applicant to be told of a forwarding or a prolongation of the appeal, until the term's day."""

    appeal: Appeal
    term: Term


def to_register(office_id: UUID) -> list[Forwarding]:
    """Appeals forwarded to the office and not registered in it yet, the oldest first; at most fifty."""
    rows = _received(office_id)
    return list(rows.select_related("appeal__office").order_by("forwarded_on", "id")[:MOST])


def to_tell(office_id: UUID) -> list[Notice]:
    """Notices of the office that run, the most urgent first; at most fifty. Three queries."""
    terms = list(_notices(office_id).order_by("due_on", "id")[:MOST])
    appeals = _appeals_of([term.subject_id for term in terms])
    return [Notice(appeals[term.subject_id], term) for term in terms if term.subject_id in appeals]


def inbox_size(office_id: UUID) -> tuple[int, bool]:
    """How many appeals and notices wait there, counted as far as the page shows; whether there are more.

    One query.
    """
    received = _received(office_id).values("id")[: MOST + 1]
    found = received.union(_notices(office_id).values("id")[: MOST + 1], all=True).count()
    return min(found, MOST), found > MOST


def _received(office_id: UUID) -> QuerySet[Forwarding]:
    return Forwarding.objects.filter(to_office=office_id, received_as__isnull=True)


def _notices(office_id: UUID) -> QuerySet[Term]:
    return Term.objects.filter(
        office=office_id, state=TermState.RUNNING, subject_kind=KIND, rule__in=rules.NOTICES
    )


def _appeals_of(ids: list[UUID]) -> dict[UUID, Appeal]:
    decisions = Decision.objects.filter(id__in=ids).select_related("appeal")
    forwardings = Forwarding.objects.filter(id__in=ids).select_related("appeal")
    return {row.id: row.appeal for row in decisions} | {row.id: row.appeal for row in forwardings}
