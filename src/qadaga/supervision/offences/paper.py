"""The papers of the direction: the letter that calls for a file, the resolution on proceedings."""

from qadaga.documents import render
from qadaga.law.catalogue import load
from qadaga.law.wording import post_called
from qadaga.supervision.offences.choices import DecisionKind
from qadaga.supervision.offences.models import FileCall, OffenceCase, ProceedingsResolution
from qadaga.supervision.offences.subject import CLOSE, OPEN


def letter(case: OffenceCase, made: FileCall) -> bytes:
    """The letter that calls for the file, on the office's blank, as PDF/A."""
    language, signer = made.language, made.signer
    data = {
        "language": language,
        "office_ru": case.office.name_ru,
        "office_kk": case.office.name_kk,
        "number": made.number_text,
        "date": made.signed_on,
        "addressee": case.body.name(language),
        "article": case.article,
        "case_number": case.case_number,
        "ground": load().grounds[case.ground].title.get(language),
        "due": case.due_on,
        "norm": made.norm,
        "signer_post": post_called(signer.post, signer.office.kind, language),
        "signer_name": signer.person.short_name,
    }
    return render.pdf("file_call", data)


def pdf(case: OffenceCase, made: ProceedingsResolution) -> bytes:
    """The resolution as PDF/A."""
    language, signer = made.language, made.signer
    power = OPEN if made.kind == DecisionKind.OPEN else CLOSE
    data = {
        "language": language,
        "office_ru": case.office.name_ru,
        "office_kk": case.office.name_kk,
        "number": made.number_text,
        "date": made.signed_on,
        "addressee": case.body.name(language),
        "heading": load().powers[power].title.get(language),
        "person": made.person,
        "article": case.article,
        "case_number": case.case_number,
        "reasons": [line for line in made.reasons.split("\n") if line.strip()],
        "norm": made.norm,
        "decision": [load().powers[power].title.get(language)],
        "ground": load().grounds[made.ground].title.get(language),
        "signer_post": post_called(signer.post, signer.office.kind, language),
        "signer_name": signer.person.short_name,
    }
    return render.pdf("proceedings", data)
