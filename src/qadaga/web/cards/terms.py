"""Terms on a card: the due date, how it stands, and every step that led to it ("why this date")."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django.utils.translation import gettext
from django.utils.translation import gettext as _

from qadaga.law import wording
from qadaga.law.calendar import Calendar
from qadaga.law.steps import Step
from qadaga.law.terms import Ledger
from qadaga.matters import terms
from qadaga.matters.models import Term, TermEvent
from qadaga.web.components import TermStep, TermView, Tone, date_text
from qadaga.web.names import language
from qadaga.web.rulings import citation_view


def term_views(
    rows: Iterable[Term],
    events: Iterable[TermEvent],
    on: date,
    calendar: Calendar,
    named: Mapping[UUID, str] | None = None,
) -> list[TermView]:
    """The terms as the page shows them, those that run first; `events` are those of all the terms.

    `named`: by id of the subject, what the term runs on, where a card has many of one kind.
    """
    by_term: dict[UUID, list[TermEvent]] = defaultdict(list)
    for event in sorted(events, key=lambda event: event.no):
        by_term[event.term_id].append(event)
    called = named or {}
    views = [
        (
            term.state != "running",
            term.due_on,
            _view(terms.worked(term.rule, by_term[term.id], calendar), on, called.get(term.subject_id, "")),
        )
        for term in rows
    ]
    return [view for *_order, view in sorted(views, key=lambda row: row[:2])]


def _view(ledger: Ledger, on: date, of: str = "") -> TermView:
    state, tone = _standing(ledger, on)
    title = wording.title("terms", ledger.term, language())
    return TermView(
        title=f"{title} ({of})" if of else title,
        due=date_text(ledger.due),
        state=state,
        tone=tone,
        steps=[_step(step) for step in ledger.steps],
        unverified=ledger.status == "unverified",
    )


def _standing(ledger: Ledger, on: date) -> tuple[str, Tone]:
    if ledger.state == "suspended":
        return _("Suspended"), "neutral"
    if ledger.state == "ended":
        return (_("Ended late"), "warning") if ledger.overdue(on) else (_("Met"), "success")
    if ledger.overdue(on):
        return _("Overdue by %(days)s d.") % {"days": (on - ledger.due).days}, "danger"
    left = (ledger.due - on).days
    if left == 0:
        return _("Due today"), "warning"
    return _("%(days)s d. left") % {"days": left}, "warning" if left <= 3 else "info"


def _step(step: Step) -> TermStep:
    return TermStep(
        when=date_text(step.on),
        what=wording.step(step, language(), gettext),
        citation=citation_view(step.citation),
    )
