"""The card of an appeal: the appeal itself in one query, everything that hangs on it in another."""

from collections.abc import Sequence
from typing import Any

from qadaga.appeals.models import Answer, Appeal, Applicant, Decision, Forwarding, MaterialsRequest
from qadaga.authority.scope import Scope, get_or_404
from qadaga.matters.gather import Gathered, Part, gather
from qadaga.matters.models import Attachment, Term, TermEvent

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

APPEAL_PARTS: tuple[Part, ...] = (
    Part("applicants", Applicant, _OWN),
    Part("decisions", Decision, _OWN, ("decided_by_id",)),
    Part("forwardings", Forwarding, _OWN, ("forwarded_by_id",)),
    Part("answers", Answer, _OWN, ("drafted_by_id", "signed_by_id")),
    Part("materials", MaterialsRequest, _OWN, ("recorded_by_id", "decided_by_id", "shown_by_id")),
    Part("terms", Term, _TERMS),
    Part("term_events", TermEvent, _EVENTS, ("by_id",)),
    Part("attachments", Attachment, "t.subject_kind = 'appeal' AND t.subject_id = %(id)s", ("added_by_id",)),
)

_RELATED = ("office", "office__parent", "body", "official", "registered_by__person", "matter", "repeats")


def get_appeal(scope: Scope, pk: Any) -> Appeal:
    """The appeal with its office, body, people and links; NotFound outside the scope."""
    return get_or_404(Appeal.objects.select_related(*_RELATED, "challenges"), scope, pk)


def appeal_parts(appeal: Appeal, extra: Sequence[Part] = ()) -> Gathered:
    """Everything that hangs on an appeal already found in scope. One query."""
    return gather((*APPEAL_PARTS, *extra), appeal.id)
