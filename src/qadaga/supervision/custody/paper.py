"""The resolution on paper: in the prosecutor's own name, with who is freed, from where, since when held."""

from typing import Any

from qadaga.common import clock
from qadaga.documents import render
from qadaga.law.catalogue import load
from qadaga.law.wording import post_called
from qadaga.supervision.custody.models import HeldPerson, Resolution


def printed(held: HeldPerson, made: Resolution) -> dict[str, Any]:
    """The data of the printed form."""
    language, place, signer = made.language, held.place, made.signer
    signed, since = clock.local(made.signed_at), clock.local(held.held_since)
    return {
        "language": language,
        "office_ru": held.office.name_ru,
        "office_kk": held.office.name_kk,
        "number": made.number_text,
        "date": signed.date(),
        "addressee": place.body.name(language),
        "heading": load().powers[made.power].title.get(language),
        "hour": signed.strftime("%H:%M"),
        "person": held.name,
        "iin": held.iin or "",
        "place": f"{place.name(language)}, {place.address}",
        "since": since.strftime("%d.%m.%Y %H:%M"),
        "paper": held.paper,
        "reasons": [line for line in made.reasons.split("\n") if line.strip()],
        "norm": made.norm,
        "decision": [load().grounds[made.ground].title.get(language)],
        "signer_post": post_called(signer.post, signer.office.kind, language),
        "signer_name": signer.person.short_name,
    }


def pdf(held: HeldPerson, made: Resolution) -> bytes:
    """The resolution as PDF/A."""
    return render.pdf("release", printed(held, made))
