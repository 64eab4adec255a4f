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
from qadaga.database.prepared import prepared_cursor
from qadaga.matters.choices import TermState
from qadaga.matters.models import Term

MOST = 50
_MORE = MOST + 1
# One row of the columns and over the values of `acts.selectors.waiting`, which asks for all of a day at once:
# how many appeals and notices wait, counted as far as the page shows. Every piece is a constant of ours.
INBOX = f"""
(SELECT 'inbox', NULL::uuid, count(*)::text, '', NULL::date FROM (
    (SELECT f.id FROM appeals_forwarding f
     WHERE f.to_office_id = ANY(%(own)s::uuid[]) AND f.received_as_id IS NULL
         AND f.appeal_id NOT IN ({barred.ids_sql(KIND)}) LIMIT {_MORE})
    UNION ALL
    (SELECT t.id FROM matters_term t
     WHERE t.office_id = ANY(%(own)s::uuid[]) AND t.state = '{TermState.RUNNING}'
         AND t.subject_kind = '{KIND}' AND t.rule IN ({", ".join(f"'{rule}'" for rule in rules.NOTICES)})
         AND t.subject_id NOT IN ({barred.ids_sql(NOTICE)}) LIMIT {_MORE})
) i)
"""  # noqa: S608 - as said


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
    with prepared_cursor() as cursor:
        cursor.execute(INBOX, {"own": list(by.offices), "reader": by.person_id})
        return inbox_as_shown(cursor.fetchone()[2])


def inbox_as_shown(counted: str) -> tuple[int, bool]:
    """The same from what the row of `INBOX` counts."""
    return min(int(counted), MOST), int(counted) > MOST


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
