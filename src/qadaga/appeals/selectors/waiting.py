"""What waits in the registry: appeals other offices forwarded here, applicants not yet told of a decision."""

from dataclasses import dataclass
from uuid import UUID

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
    rows = Forwarding.objects.filter(to_office=office_id, received_as__isnull=True)
    return list(rows.select_related("appeal__office").order_by("forwarded_on", "id")[:MOST])


def to_tell(office_id: UUID) -> list[Notice]:
    """Notices of the office that run, the most urgent first; at most fifty. Three queries."""
    rows = Term.objects.filter(
        office=office_id, state=TermState.RUNNING, subject_kind=KIND, rule__in=rules.NOTICES
    )
    terms = list(rows.order_by("due_on", "id")[:MOST])
    appeals = _appeals_of([term.subject_id for term in terms])
    return [Notice(appeals[term.subject_id], term) for term in terms if term.subject_id in appeals]


def _appeals_of(ids: list[UUID]) -> dict[UUID, Appeal]:
    decisions = Decision.objects.filter(id__in=ids).select_related("appeal")
    forwardings = Forwarding.objects.filter(id__in=ids).select_related("appeal")
    return {row.id: row.appeal for row in decisions} | {row.id: row.appeal for row in forwardings}
