"""The letter that calls for a file, issued with the call (O.8.2)."""

from io import BytesIO

from qadaga.authority.signing import signer_of
from qadaga.documents.services import store
from qadaga.law import citing
from qadaga.law.catalogue import load
from qadaga.matters.step import Step, signature
from qadaga.supervision.offences import paper
from qadaga.supervision.offences.models import FileCall, OffenceCase
from qadaga.supervision.offences.subject import CALL


def issue(step: Step[OffenceCase], language: str) -> FileCall:
    """Freeze the letter of a call in the hand of whoever calls; its number is the case's own."""
    case, signer = step.row, signer_of(step.by)
    cited = citing.printed((citation.clause for citation in load().powers[CALL].citations), language)
    made = FileCall(case=case, office=case.office, language=language, signed_on=step.on)
    made.norm, made.signer, made.number_text = cited, signer, case.number_text
    pdf = store(BytesIO(paper.letter(case, made)), f"file-call-{step.on.year}-{case.number}.pdf", by=step.by)
    for name, value in signature(step, signer, case.number, case.number_text, pdf).items():
        setattr(made, name, value)
    made.norms = sorted({citation.clause for citation in step.ruling.citations})
    made.save(force_insert=True)
    return made
