"""The resolution of the office above on paper: about which act of which office, why and how far."""

from typing import Any

from qadaga.acts.above.choices import POWERS, AboveKind
from qadaga.acts.above.models import HigherResolution
from qadaga.common import clock
from qadaga.documents import render
from qadaga.law.catalogue import load
from qadaga.law.wording import post_called


def printed(made: HigherResolution, about: str) -> dict[str, Any]:
    """The data of the printed form; `about` is how the act or measure is called."""
    decision, language, signer = made.decision, made.language, made.signer
    power = load().powers[POWERS[AboveKind(decision.kind)]]
    return {
        "language": language,
        "office_ru": made.office.name_ru,
        "office_kk": made.office.name_kk,
        "number": made.number_text,
        "date": made.signed_on,
        "addressee": decision.lower_office.name_in(language),
        "heading": power.title.get(language),
        "hour": clock.local(made.signed_at).strftime("%H:%M"),
        "about": about,
        "ground": load().grounds[decision.ground].title.get(language),
        "reasons": _lines(decision.reasons),
        "norm": made.norm,
        "part": decision.part,
        "decision": [power.title.get(language), *_lines(decision.wording)],
        "signer_post": post_called(signer.post, signer.office.kind, language),
        "signer_name": signer.person.short_name,
    }


def pdf(made: HigherResolution, about: str) -> bytes:
    """The resolution as PDF/A."""
    return render.pdf("higher_resolution", printed(made, about))


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]
