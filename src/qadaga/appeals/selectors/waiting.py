"""What waits in the registry: appeals other offices forwarded here, applicants not yet told of a decision."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from qadaga.appeals import rules
from qadaga.appeals.models import Appeal, Decision, Forwarding
from qadaga.appeals.reading import NOTICE
from qadaga.appeals.subject import KIND
from qadaga.authority import barred
from qadaga.authority.actor import Actor
from qadaga.matters.choices import TermState
from qadaga.matters.models import Term

MOST = 50


@dataclass(frozen=True, slots=True)
class Notice:
    """An applicant to be told of a forwarding or a prolongation of the appeal, until the term's day."""

    appeal: Appeal
    term: Term


def to_register(by: Actor) -> list[Forwarding]:
    """Appeals forwarded to the actor's office and not registered in it yet, the oldest first; at most fifty.

    None that complains of the actor.
    """
    rows = _received(by)
    return list(rows.select_related("appeal__office").order_by("forwarded_on", "id")[:MOST])


def to_tell(by: Actor) -> list[Notice]:
    """Notices of the actor's office that run, the most urgent first; at most fifty. Three queries.

    None about an appeal that complains of the actor.
    """
    terms = list(_notices(by).order_by("due_on", "id")[:MOST])
    appeals = _appeals_of([term.subject_id for term in terms])
    return [Notice(appeals[term.subject_id], term) for term in terms if term.subject_id in appeals]


def inbox_size(by: Actor) -> tuple[int, bool]:
    """How many appeals and notices wait there, counted as far as the page shows; whether there are more.

    One query.
    """
    received = _received(by).values("id")[: MOST + 1]
    found = received.union(_notices(by).values("id")[: MOST + 1], all=True).count()
    return min(found, MOST), found > MOST


def _received(by: Actor) -> QuerySet[Forwarding]:
    rows = Forwarding.objects.filter(to_office__in=by.offices, received_as__isnull=True)
    return barred.without(rows, by.person_id, KIND, "appeal_id")


def _notices(by: Actor) -> QuerySet[Term]:
    rows = Term.objects.filter(
        office__in=by.offices, state=TermState.RUNNING, subject_kind=KIND, rule__in=rules.NOTICES
    )
    return barred.without(rows, by.person_id, NOTICE, "subject_id")


def _appeals_of(ids: list[UUID]) -> dict[UUID, Appeal]:
    decisions = Decision.objects.filter(id__in=ids).select_related("appeal")
    forwardings = Forwarding.objects.filter(id__in=ids).select_related("appeal")
    return {row.id: row.appeal for row in decisions} | {row.id: row.appeal for row in forwardings}
