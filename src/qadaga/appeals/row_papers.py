"""The paper of one row that hangs on an appeal."""

from collections.abc import Callable
from uuid import UUID

from qadaga.acts.letters.selectors import letter_file
from qadaga.appeals import papers
from qadaga.appeals.kinds import MaterialsState
from qadaga.appeals.models import Appeal
from qadaga.appeals.summonses.models import AppealSummons
from qadaga.documents.services import open_file


def paper_of(appeal: Appeal, kind: str, row_id: UUID) -> bytes | None:
    """The PDF/A of a forwarding's letter or notice, a decision's, a note of familiarisation, a summons.

    None where the appeal has no such row, or nothing is printed of it.
    """
    made = _MADE.get(kind)
    return made(appeal, row_id) if made else None


def _letter(appeal: Appeal, row_id: UUID) -> bytes | None:
    rows = appeal.forwardings.select_related("to_office", "forwarded_by__person")
    row = rows.filter(id=row_id).first()
    return papers.forwarding_letter(appeal, row, appeal.applicants.order_by("position")) if row else None


def _notice(appeal: Appeal, row_id: UUID) -> bytes | None:
    rows = appeal.forwardings.select_related("to_office", "forwarded_by__person")
    row = rows.filter(id=row_id).first()
    return papers.forwarding_notice(appeal, row, appeal.applicants.order_by("position")) if row else None


def _decision(appeal: Appeal, row_id: UUID) -> bytes | None:
    rows = appeal.decisions.filter(kind__in=("prolong", "decline")).select_related("decided_by__person")
    row = rows.filter(id=row_id).first()
    return papers.decision_notice(appeal, row, appeal.applicants.order_by("position")) if row else None


def _materials(appeal: Appeal, row_id: UUID) -> bytes | None:
    rows = appeal.materials_requests.filter(state=MaterialsState.SHOWN).select_related("applicant")
    row = rows.filter(id=row_id).first()
    return papers.familiarisation(appeal, row) if row else None


def _summons(appeal: Appeal, row_id: UUID) -> bytes | None:
    stored = letter_file(row_id) if AppealSummons.objects.filter(appeal=appeal, id=row_id).exists() else None
    if stored is None:
        return None
    with open_file(stored) as frozen:
        return frozen.read()


_MADE: dict[str, Callable[[Appeal, UUID], bytes | None]] = {
    "letter": _letter,
    "notice": _notice,
    "decision": _decision,
    "materials": _materials,
    "summons": _summons,
}
