"""The papers of court work: written by somebody, numbered and frozen as they are signed."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from django.utils.translation import override

from qadaga.acts.choices import Language
from qadaga.authority.signing import signer_of
from qadaga.court.choices import PaperKind
from qadaga.court.models import Accused, Paper
from qadaga.court.subject import Card, owner
from qadaga.documents import render
from qadaga.documents.services import store
from qadaga.law.wording import post_called
from qadaga.matters import change
from qadaga.matters.dates import choice
from qadaga.matters.services.base import text
from qadaga.matters.step import Step, signature


@dataclass(frozen=True, slots=True)
class Written:
    """What a paper says: the norms it rests on, its text, its language; to whom, if not the court."""

    norm: str
    text: str
    language: str = Language.RU
    addressee: str = ""


def issue(
    step: Step[Any],
    kind: PaperKind,
    written: Written,
    *,
    accused: Accused | None = None,
    clears: bool = False,
) -> Paper:
    """Number and freeze the paper in the hand of whoever acts. Call before the step's journal line.

    Raises InvalidInput about `norm`, `text` or `language`.
    """
    card: Card = step.row
    signer = signer_of(step.by)
    row = Paper(**owner(card), accused=accused, kind=kind, power=step.power, ground=step.ground)
    row.clears = clears
    row.language = choice("language", written.language, Language.values)
    row.norm = text("norm", written.norm, 500, multiline=False)
    row.text = text("text", written.text, 8000)
    row.addressee = text("addressee", written.addressee or card.court, 300, multiline=False)
    # The paper is of the office whose officer signs it: a protest may be brought by the office above.
    row.office = signer.office
    row.number, row.number_text = change.number(signer.office, step.on, "court_paper")
    row.signer = signer
    pdf = store(BytesIO(_pdf(card, row, step.on)), f"court-{step.on.year}-{row.number}.pdf", by=step.by)
    for name, value in signature(step, signer, row.number, row.number_text, pdf).items():
        setattr(row, name, value)
    row.norms = sorted({citation.clause for citation in step.ruling.citations})
    row.save(force_insert=True)
    return row


def titled(kind: str, language: str) -> str:
    """What a paper of the kind is called in the language."""
    with override(language):
        return str(PaperKind(kind).label)


def _pdf(card: Card, row: Paper, on: date) -> bytes:
    signer = row.signer
    return render.pdf(
        "court_paper",
        {
            "language": row.language,
            "office_ru": signer.office.name_ru,
            "office_kk": signer.office.name_kk,
            "number": row.number_text,
            "date": on,
            "addressee": row.addressee,
            "heading": titled(row.kind, row.language),
            "court": card.court,
            "case_number": card.number or getattr(card, "erdr", "") or "",
            "about": card.about,
            "person": row.accused.name if row.accused else "",
            "text": [line for line in row.text.split("\n") if line.strip()],
            "norm": row.norm,
            "signer_post": post_called(signer.post, signer.office.kind, row.language),
            "signer_name": signer.person.short_name,
        },
    )
