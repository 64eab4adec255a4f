"""What an act must say before it may go on, and what its printed form is made of."""

from datetime import date
from typing import Any

from qadaga.acts.models import Act, ActVersion
from qadaga.common.errors import Problems
from qadaga.common.i18n import N_
from qadaga.documents import render
from qadaga.law.catalogue import load
from qadaga.law.wording import post_called
from qadaga.staff.models import Appointment

REQUIRED = {
    "facts": N_("Say what was established."),
    "norms": N_("Name the norms that were violated."),
    "demands": N_("Say what is demanded."),
}


def refuse_incomplete(act: Act, version: ActVersion) -> None:
    """Raise InvalidInput naming every part that the draft still lacks."""
    problems = Problems()
    for field, message in REQUIRED.items():
        if not getattr(version, field):
            problems.add(field, "required", message)
    if not act.violations.exists():
        problems.add("violations", "required", N_("Choose the recorded violations that the act is about."))
    problems.check()


def printed(
    act: Act, version: ActVersion, *, signer: Appointment | None, on: date | None, number: str = ""
) -> dict[str, Any]:
    """The data of the printed form; without a signer, a day and a number it is a draft."""
    office, language = act.acting_office, act.language
    return {
        "draft": signer is None,
        "language": language,
        "kind": load().act_kinds[act.kind].title.get(language),
        "office_ru": office.name_ru,
        "office_kk": office.name_kk,
        "number": number,
        "date": on,
        "addressee": act.addressee.name(language),
        "heading": version.heading,
        "protested": _protested(act, language),
        "facts": _paragraphs(version.facts),
        "norms": _paragraphs(version.norms),
        "demands": _paragraphs(version.demands),
        "signer_post": post_called(signer.post, signer.office.kind, language) if signer else "",
        "signer_name": signer.person.short_name if signer else "",
    }


def pdf(
    act: Act,
    version: ActVersion,
    *,
    signer: Appointment | None = None,
    on: date | None = None,
    number: str = "",
) -> bytes:
    """The act as PDF/A; a preview where nobody has signed yet. Nothing is stored."""
    return render.pdf("act", printed(act, version, signer=signer, on=on, number=number))


def docx(act: Act, version: ActVersion) -> bytes:
    """The draft as a Word document, for the task worker."""
    return render.docx("act", printed(act, version, signer=None, on=None))


def _protested(act: Act, language: str) -> dict[str, Any] | None:
    protested = getattr(act, "protested", None)
    if protested is None:
        return None
    return {
        "title": protested.title,
        "number": protested.number,
        "date": protested.adopted_on,
        "issuer": protested.issuer.name(language),
    }


def _paragraphs(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]
