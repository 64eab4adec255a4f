"""The card of an appeal: the appeal itself in one query, everything that hangs on it in another."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from qadaga.appeals.models import Answer, Appeal, Applicant, Decision, Forwarding, MaterialsRequest
from qadaga.appeals.reading import require_reading
from qadaga.authority.actor import Actor
from qadaga.authority.one import read_one
from qadaga.authority.scope import Scope, scope_of
from qadaga.matters.gather import Gathered, Part, gather
from qadaga.matters.models import Attachment, ComplainedOf, ConflictDeclaration, Term, TermEvent
from qadaga.matters.subject import asked, marks, remember
from qadaga.staff.models import Appointment

_OWN = "t.appeal_id = %(id)s"
# Notices and controls hang on the appeal's decisions and forwardings.
_SUBJECTS = (
    "SELECT %(id)s::uuid UNION ALL SELECT d.id FROM appeals_decision d WHERE d.appeal_id = %(id)s"
    " UNION ALL SELECT f.id FROM appeals_forwarding f WHERE f.appeal_id = %(id)s"
)
_TERMS = f"t.subject_kind = 'appeal' AND t.subject_id IN ({_SUBJECTS})"
_EVENTS = (
    "t.term_id IN (SELECT m.id FROM matters_term m"  # noqa: S608 - constants of this module
    f" WHERE m.subject_kind = 'appeal' AND m.subject_id IN ({_SUBJECTS}))"
)

_MATTER = "t.matter_id = (SELECT a.matter_id FROM appeals_appeal a WHERE a.id = %(id)s)"
_REGISTRAR = "t.id = (SELECT a.registered_by_id FROM appeals_appeal a WHERE a.id = %(id)s)"
_OWN_HEADS = (
    "t.heads AND (t.office_id, t.person_id) ="
    " (SELECT a.office_id, a.official_id FROM appeals_appeal a WHERE a.id = %(id)s)"
)

APPEAL_PARTS: tuple[Part, ...] = (
    Part("registrar", Appointment, _REGISTRAR, ("id",)),
    Part("applicants", Applicant, _OWN),
    Part("decisions", Decision, _OWN, ("decided_by_id",)),
    Part("forwardings", Forwarding, _OWN, ("forwarded_by_id",)),
    Part("answers", Answer, _OWN, ("drafted_by_id", "signed_by_id")),
    Part("materials", MaterialsRequest, _OWN, ("recorded_by_id", "decided_by_id", "shown_by_id")),
    Part("terms", Term, _TERMS),
    Part("term_events", TermEvent, _EVENTS, ("by_id",)),
    Part("complained_of", ComplainedOf, _MATTER),
    Part("conflicts", ConflictDeclaration, _MATTER),
    Part("own_heads", Appointment, _OWN_HEADS),
    Part("attachments", Attachment, "t.subject_kind = 'appeal' AND t.subject_id = %(id)s", ("added_by_id",)),
)

OF_MATTER: tuple[Part, ...] = (Part("appeals", Appeal, "t.matter_id = %(id)s"),)
"""What appeals add to the card of the matter that they are considered in."""

_RELATED = (
    *("office", "office__parent", "body", "official", "registered_by__person", "matter", "repeats"),
    "challenges__matter__holder",
)


def get_appeal(scope: Scope, pk: Any) -> Appeal:
    """The appeal with its office, body, people and links; NotFound outside the scope."""
    return read_one(Appeal, _RELATED, scope, pk)


def read_appeal(actor: Actor, on: date, pk: Any) -> Appeal:
    """The appeal for a step on it: NotFound outside the scope, NotPermitted for whom it complains of."""
    facts = marks("t0.matter_id")
    appeal = read_one(Appeal, _RELATED, scope_of(actor, on), pk, facts=facts, values=asked(actor, on))
    if appeal.matter is not None:
        remember(appeal.matter, appeal, actor, on)
    require_reading(appeal, actor, on)
    return appeal


def appeal_parts(appeal: Appeal, extra: Sequence[Part] = ()) -> Gathered:
    """Everything that hangs on an appeal already found in scope. One query."""
    return gather((*APPEAL_PARTS, *extra), appeal.id)


def answer_of(appeal: Appeal) -> Answer | None:
    """The answer of an appeal already found in scope, drafted or beyond; None before."""
    rows = Answer.objects.select_related("challenge_office", "pdf", "signed_by__person")
    return rows.filter(appeal=appeal).first()


def matters_of(appeal_ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """The matter of each appeal that is in one. One query."""
    rows = Appeal.objects.filter(id__in=list(appeal_ids), matter__isnull=False)
    return dict(rows.values_list("id", "matter_id"))
