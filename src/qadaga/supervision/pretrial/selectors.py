"""Reading cases: the viewer's scope first; every look at a card is journalled, for it names people."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Model, Q

from qadaga import authority
from qadaga.authority import barred
from qadaga.authority.actor import Actor
from qadaga.authority.scope import SEEN, get_or_404, scope_of
from qadaga.common.errors import InvalidInput, NotFound
from qadaga.common.i18n import N_
from qadaga.database.together import together
from qadaga.documents.models import StoredFile
from qadaga.journal.reads import record_reads
from qadaga.law.coverage import implements
from qadaga.law.model import Ruling, Subject
from qadaga.matters import erdr
from qadaga.matters.gather import Gathered, Part, gather
from qadaga.matters.models import Body, Matter, Term, TermEvent
from qadaga.matters.selectors.actions import Action, judged
from qadaga.organisation.shifts.selectors import candidates, duty_now, know_duty
from qadaga.staff.models import Appointment
from qadaga.supervision.pretrial.choices import AGAINST, AWAITED, UNDONE
from qadaga.supervision.pretrial.models import (
    Cancellation,
    Case,
    Complaint,
    Entry,
    Instruction,
    Party,
    Prolongation,
    Sanction,
)
from qadaga.supervision.pretrial.reading import KIND
from qadaga.supervision.pretrial.services.results import AT_WORK, UPHELD
from qadaga.supervision.pretrial.subject import CASE, case_subject

POWERS = (
    "investigation.assign",
    "investigation.keep",
    "investigation.study",
    "procedure.act",
    "investigation.instruct",
    "procedure.sanction",
    "procedure.decide",
    "investigation.prolong",
    "investigation.cancel_decision",
    "investigation.correct_death",
)
PAPERS: Mapping[str, type[Model]] = {
    "instructions": Instruction,
    "sanctions": Sanction,
    "complaints": Complaint,
    "prolongations": Prolongation,
    "cancellations": Cancellation,
}
_OF_CASE = "t.case_id = %(id)s"
_SIGNED = ("signer_id",)
_TERMS = (
    "SELECT x.id FROM matters_term x WHERE x.subject_id = %(id)s"
    " OR (x.subject_kind = 'case_party' AND x.subject_id IN"
    " (SELECT y.id FROM pretrial_party y WHERE y.case_id = %(id)s))"
    " OR (x.subject_kind = 'instruction' AND x.subject_id IN"
    " (SELECT y.id FROM pretrial_instruction y WHERE y.case_id = %(id)s))"
    " OR (x.subject_kind = 'complaint' AND x.subject_id IN"
    " (SELECT y.id FROM pretrial_complaint y WHERE y.case_id = %(id)s))"
    " OR (x.subject_kind = 'cancellation' AND x.subject_id IN"
    " (SELECT z.id FROM pretrial_cancellation z WHERE z.case_id = %(id)s))"
)
PARTS = (
    Part("parties", Party, _OF_CASE),
    Part("entries", Entry, _OF_CASE, ("by_id",)),
    *(Part(name, model, _OF_CASE, _SIGNED) for name, model in PAPERS.items()),
    Part("terms", Term, f"t.id IN ({_TERMS})"),
    Part("term_events", TermEvent, f"t.term_id IN ({_TERMS})"),
)


READ = "investigation.read"
_BY_NUMBER = (
    f"(SELECT i.id FROM pretrial_case i WHERE i.erdr = %(erdr)s AND {SEEN.format(row='i')} AND"  # noqa: S608 - constants of ours
    f" i.id NOT IN ({barred.ids_sql(KIND)}))"
)
_HELD = f"(SELECT h.id FROM pretrial_party h WHERE h.case_id IN {_BY_NUMBER} AND h.due_on IS NOT NULL)"  # noqa: S608 - ours
_CUSTODY = (
    f"(SELECT x.id FROM matters_term x WHERE x.subject_kind = 'case_party' AND x.subject_id IN {_HELD})"  # noqa: S608 - ours
)
OF_PROSECUTION = (
    Part("investigations", Case, f"t.id IN {_BY_NUMBER}"),
    Part("held", Party, f"t.id IN {_HELD}"),
    Part("custody_terms", Term, f"t.id IN {_CUSTODY}"),
    Part("custody_events", TermEvent, f"t.term_id IN {_CUSTODY}"),
)
"""What investigations add to the card of a prosecution: the one of its number `erdr`, where it is seen, and
the custody that runs on in it.
"""
OF_APPEAL = (Part("case_complaints", Complaint, "t.appeal_id = %(id)s"),)
"""What investigations add to the card of an appeal: the complaint that it became."""


@implements("O.8.d5", "L.3.2")
def read_case(actor: Actor, on: date, pk: Any) -> Case:
    """The case with its office, body, prosecutor and matter; NotFound outside the scope.

    Whoever is no officer does not read it (NotPermitted); a reading is journalled.
    """
    related = ("office__parent", "body", "assignee__person", "assignee__office", "matter__holder")
    rows = Case.objects.select_related(*related).annotate(duty=duty_now(actor))
    case = get_or_404(rows, scope_of(actor, on), pk)
    know_duty(case, actor, case)
    authority.admit(actor, READ, case_subject(case, actor, on), on=on)
    record_reads(office_id=case.office_id, subjects=[("investigation", case.id)], by=actor.journal(), on=on)
    return case


def parts_of(case: Case, more: tuple[Part, ...] = (), **values: object) -> Gathered:
    """Everything that hangs on the card, with its terms and who signed what, and `more` of other layers. One
    query.
    """
    return gather((*PARTS, *more), case.id, **values)


def case_of_number(actor: Actor, on: date, number: str) -> Case:
    """The case of that ERDR number within the scope. Raises InvalidInput on `erdr`."""
    rows = Case.objects.select_related("office").filter(erdr=erdr.parse(number))
    case: Case | None = scope_of(actor, on).listed(rows, "investigation").first()
    if case is None:
        raise InvalidInput.of(
            "erdr", "unknown", N_("No case of this number is under supervision of your offices.")
        )
    return case


def matters_of_numbers(numbers: Iterable[str]) -> dict[str, UUID]:
    """The matter of each ERDR number whose investigation belongs to one, whoever asks. One query, if any."""
    rows = Case.objects.filter(erdr__in=set(numbers), matter__isnull=False)
    return dict(rows.values_list("erdr", "matter_id"))


def case_actions(case: Case, actor: Actor, on: date) -> list[Action]:
    """A ruling for each power on the case, in the order of the work."""
    return judged(CASE, POWERS, case_subject(case, actor, on), actor, on)


def officers(case: Case, on: date) -> list[Appointment]:
    """Whom the supervision of the case may be given to."""
    return candidates(case.office_id, on)


def matters_for(case: Case, reader: Actor) -> list[Matter]:
    """Open matters of the direction that the case's office holds; none that complains of the reader."""
    rows = Matter.objects.filter(holder=case.office_id, direction="pretrial", status__in=AT_WORK)
    return list(barred.without(rows, reader.person_id, "matter").order_by("-opened_on", "-id")[:50])


def paper_of(case: Case, kind: str, row_id: UUID) -> StoredFile | None:
    """The signed PDF of one of the case's papers; None where there is no such paper."""
    model = PAPERS.get(kind)
    row = None if model is None else model._default_manager.filter(case=case, pk=row_id).first()
    return None if row is None else StoredFile.objects.filter(pk=row.__dict__["pdf_id"]).first()


def case_of(actor: Actor, on: date, kind: str, row_id: Any) -> UUID:
    """The case that a row of a register (a sanction, an instruction, a complaint) stands in; NotFound
    outside the scope.
    """
    row = get_or_404(PAPERS[kind]._default_manager.all(), scope_of(actor, on), row_id)
    found: UUID = row.__dict__["case_id"]
    return found


def pursued(case: Case) -> list[Party]:
    """Whom the investigation is against, in the order they were entered."""
    return list(Party.objects.filter(case=case, role__in=AGAINST).order_by("id"))


def may_read(actor: Actor, on: date) -> Ruling:
    """Whether the person reads cards of investigations at all: asked about the own office. No query."""
    office = actor.today
    own = Subject("investigation", office.office, path=office.path, status="opened", direction="pretrial")
    return authority.may(actor, READ, own, on=on)


def parties(case: Case) -> list[Party]:
    """People of the case, in the order they were entered."""
    return list(Party.objects.filter(case=case).order_by("id"))


def noted_dead(case: Case) -> list[Party]:
    """People of the case whose death is recorded in it."""
    return list(Party.objects.filter(case=case, died_on__isnull=False).order_by("id"))


def waiting(case: Case, kind: str) -> list[Any]:
    """What of that kind waits in the case: asked or received and not decided, issued and not carried out."""
    rows = PAPERS[kind]._default_manager.filter(case=case, status__in=("asked", "received", *AWAITED))
    if kind in ("sanctions", "prolongations"):
        rows = rows.select_related("party")
    return list(rows.order_by("id"))


def proof_of(case: Case, kind: str, row_id: UUID) -> StoredFile:
    """The proof that one of the case's papers was delivered; NotFound where no file proves it."""
    model = {"instructions": Instruction, "cancellations": Cancellation}.get(kind)
    row = None if model is None else model._default_manager.filter(case=case, pk=row_id).first()
    file = None if row is None else StoredFile.objects.filter(pk=row.__dict__["proof_id"]).first()
    if file is None:
        raise NotFound
    return file


def uncounted(case: Case) -> list[Any]:
    """What found a violation that is not counted in the matter yet."""
    found = together(
        cancelled=Cancellation.objects.filter(
            Q(violation=None) | Q(unfollowed=None, status__in=UNDONE), case=case
        ),
        upheld=Complaint.objects.filter(case=case, violation=None, status__in=UPHELD),
        entered=Entry.objects.filter(case=case, violation=None),
        failed=Instruction.objects.filter(case=case, violation=None, status__in=UNDONE),
    )
    return [row for rows in found.values() for row in rows]


def bodies_known(office_id: UUID) -> list[Body]:
    """The bodies that investigate cases of the office, by name, at most fifty."""
    used = Case.objects.filter(office=office_id).order_by("-taken_on", "-id").values("body")[:200]
    return list(Body.objects.filter(id__in=used).order_by("name_ru")[:50])
