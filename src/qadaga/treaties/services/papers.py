"""Documents of requests and treaties, and their translations (L.3.7)."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.documents.models import StoredFile
from qadaga.law.coverage import implements
from qadaga.matters.dates import choice, within
from qadaga.matters.services.base import text
from qadaga.organisation.refusals import refused_by
from qadaga.treaties.choices import PaperLanguage
from qadaga.treaties.models import Paper
from qadaga.treaties.services import base
from qadaga.treaties.subject import KEEP, KEEP_REQUEST

SAME = FieldError("file", "taken", N_("This very file is among the documents already."))
TAKEN = {"paper_of_request_once": SAME, "paper_of_treaty_once": SAME}
Owner = Literal["request", "treaty"]


@dataclass(frozen=True, slots=True)
class Translated:
    """Of which document it is the translation, who made it when, who certified it when, if anybody has."""

    original_id: UUID
    translator: str
    translated_on: date
    certified_by: str = ""
    certified_on: date | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """A document: the file, what it is, in which language; a translation says whose."""

    file: StoredFile
    title: str
    language: str
    translated: Translated | None = None


@implements("L.3.7")
@transaction.atomic
def add_paper(*, of: Owner, owner_id: UUID, version: int, added: Added, by: Actor, on: date) -> Paper:
    """Add a document of a request or a treaty, or a translation of one of its documents.

    Raises InvalidInput: the same file twice, an original of another record, days out of order, a certificate
    without its day.
    """
    if of == "request":
        step: Any = base.request(owner_id, KEEP_REQUEST, version, by=by, on=on)
    else:
        step = base.treaty(owner_id, KEEP, version, by=by, on=on)
    columns: dict[str, Any] = {
        "file": added.file,
        "title": text("title", added.title, 300, multiline=False),
        "language": choice("language", added.language, PaperLanguage.values),
        "added_on": on,
        "added_by_id": by.appointment_id,
    }
    if added.translated is not None:
        columns |= _translation({of: owner_id}, added.translated, added.language, on)
    with refused_by(TAKEN):
        made = Paper.objects.create(**{of: step.row}, **columns)
    step.save(to=step.row.status)
    step.journal(paper=made.id, sha256=added.file.sha256)
    return made


def _translation(owner: dict[str, UUID], given: Translated, language: str, on: date) -> dict[str, Any]:
    original = Paper.objects.filter(id=given.original_id, original=None, **owner).first()
    if original is None:
        raise InvalidInput.of("original", "unknown", N_("Choose a document of this card."))
    if original.language == language != PaperLanguage.OTHER:
        raise InvalidInput.of(
            "language", "same", N_("The translation is in the language of its original. Choose another one.")
        )
    translated = within("translated_on", given.translated_on, earliest=None, latest=on)
    return {
        "original": original,
        "translator": text("translator", given.translator, 300, multiline=False),
        "translated_on": translated,
        **_certificate(given, translated, on),
    }


def _certificate(given: Translated, translated: date, on: date) -> dict[str, Any]:
    if bool(given.certified_by) != (given.certified_on is not None):
        raise InvalidInput.of("certified_on", "pair", N_("Give both: who certified it, and when."))
    if given.certified_on is None:
        return {}
    return {
        "certified_by": text("certified_by", given.certified_by, 300, multiline=False),
        "certified_on": within("certified_on", given.certified_on, earliest=translated, latest=on),
    }
