"""The terms that run on an appeal: consideration, notices to the applicant, control of what was forwarded.

A notice and a control hang on their own decision or forwarding, because an appeal may have several of them.
"""

from datetime import date
from uuid import UUID

from qadaga.appeals import rules
from qadaga.appeals.models import Appeal, Forwarding
from qadaga.appeals.subject import KIND
from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.terms import TermError
from qadaga.matters import terms
from qadaga.matters.models import Term, TermEvent


def owner(appeal: Appeal, subject_id: UUID | None = None) -> terms.Owner:
    """What a term of the appeal runs on: the appeal itself, or one of its decisions or forwardings."""
    matter = appeal.matter if appeal.matter_id else None
    return terms.Owner(KIND, subject_id or appeal.id, appeal.office_id, appeal.region_id, matter)


def consideration(appeal: Appeal, *, by: Actor, on: date) -> tuple[Term, TermEvent]:
    """The term of consideration as it begins on the day of registration, not yet saved."""
    return terms.new_term(owner=owner(appeal), rule=rules.CONSIDERATION, on=on, by=by)


def prolong_consideration(appeal: Appeal, *, until: date, reason: str, by: Actor, on: date) -> date:
    """Move the running term of consideration to `until`; the day it is due then. InvalidInput on `until`."""
    term = terms.open_term(KIND, appeal.id, rules.CONSIDERATION)
    if term is None:
        raise Conflict("no_term", N_("No term of consideration runs on this appeal."))
    try:
        return terms.prolong(term=term, on=on, by=by, reason=reason, until=until).due_on
    except TermError as error:
        raise InvalidInput.of("until", error.code, error.message, **error.data) from error


def start_control(forwarding: Forwarding, *, by: Actor, on: date) -> date:
    """Start the term in which the outcome of a forwarding must be known (L.1.1); the day it is due."""
    place = owner(forwarding.appeal, forwarding.id)
    return terms.start(owner=place, rule=rules.CONTROL, on=on, by=by).due_on


def start_notice(appeal: Appeal, subject_id: UUID, rule: str, *, by: Actor, on: date) -> Term:
    """Start the term in which the applicant must be told of a decision or a forwarding."""
    return terms.start(owner=owner(appeal, subject_id), rule=rule, on=on, by=by)


def finish_notice(subject_id: UUID, *, by: Actor, on: date) -> None:
    """End the notice term of a decision or a forwarding: the applicant has been told."""
    for rule in rules.NOTICES:
        term = terms.open_term(KIND, subject_id, rule)
        if term is not None:
            terms.finish(term=term, on=on, by=by)


def finish_control(forwarding: Forwarding, *, by: Actor, on: date) -> None:
    """End the control of a forwarding: its outcome is known."""
    term = terms.open_term(KIND, forwarding.id, rules.CONTROL)
    if term is not None:
        terms.finish(term=term, on=on, by=by)


def finish_consideration(appeal: Appeal, *, by: Actor, on: date) -> None:
    """End what still runs on the appeal itself; notices and controls run on."""
    terms.finish_open(kind=KIND, subject_id=appeal.id, by=by, on=on)
