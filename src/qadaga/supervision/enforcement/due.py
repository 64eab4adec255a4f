"""What repeats the last day of a check's term: the writ and the check, which a recount has to follow."""

from uuid import UUID

from qadaga.matters import terms
from qadaga.matters.due import repeat
from qadaga.supervision.enforcement.choices import CheckStatus
from qadaga.supervision.enforcement.models import Check, Writ
from qadaga.supervision.enforcement.services.checks import TERM
from qadaga.supervision.enforcement.subject import WRITS


def _check(writ_id: UUID) -> None:
    term = terms.open_term(WRITS.kind, writ_id, TERM)
    if term is not None:
        Check.objects.filter(writ=writ_id, status=CheckStatus.BEGUN).update(due_on=term.due_on)


repeat(WRITS.kind, Writ, _check)
