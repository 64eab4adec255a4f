"""The resolution on paper: the writ, from whom it is taken, to whom it is given, by which law and why."""

from typing import Any

from qadaga.common.money import Money
from qadaga.documents import render
from qadaga.law.wording import post_called
from qadaga.supervision.enforcement.models import Bailiff, Transfer, Writ


def printed(writ: Writ, made: Transfer) -> dict[str, Any]:
    """The data of the printed form."""
    language, signer = made.language, made.signer
    return {
        "language": language,
        "office_ru": writ.office.name_ru,
        "office_kk": writ.office.name_kk,
        "number": made.number_text,
        "date": made.signed_on,
        "addressee": writ.bailiff.name,
        "writ": f"№ {writ.number}, {writ.issuer}, {writ.issued_on:%d.%m.%Y}",
        "case": writ.case_number,
        "demand": writ.demand.replace("\n", " "),
        "sum": str(Money(writ.tiyn)) if writ.tiyn else "",
        "from_bailiff": _named(made.from_bailiff, language),
        "to_bailiff": _named(made.to_bailiff, language),
        "reasons": [line for line in made.reasons.split("\n") if line.strip()],
        "norm": made.norm,
        "signer_post": post_called(signer.post, signer.office.kind, language),
        "signer_name": signer.person.short_name,
    }


def pdf(writ: Writ, made: Transfer) -> bytes:
    """The resolution as PDF/A."""
    return render.pdf("writ_transfer", printed(writ, made))


def _named(bailiff: Bailiff, language: str) -> str:
    of = bailiff.body.name(language) if bailiff.body else f"{bailiff.licence}"
    return f"{bailiff.name}, {of}, {bailiff.address}"
