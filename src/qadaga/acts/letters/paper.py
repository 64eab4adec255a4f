"""The letter on paper, whatever the measure: to whom, on which ground and norm, what is asked, by when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from qadaga.acts.letters.choices import LetterKind
from qadaga.acts.letters.models import Letter
from qadaga.documents import render
from qadaga.documents.words import counted
from qadaga.law.catalogue import load
from qadaga.law.wording import post_called

_FILE = Path(__file__).with_name("wording.yaml")
# A term of days counts in its own unit; one of months that the letter shortens to days counts every day.
_IN_DAYS = {"working_days": "working_days"}


@dataclass(frozen=True, slots=True)
class Said:
    """What a letter says: to whom, on which ground (in words) and norm, why, what it asks, in which language.

    `rule` is the term of the answer in the catalogue, which `days` replaces where the letter sets them;
    `details` are the values of the form `measure_letter` that only this kind of letter has.
    """

    kind: LetterKind
    language: str
    addressee: str
    ground: str
    norm: str
    text: str
    why: str = ""
    matter: str = ""
    rule: str = ""
    days: int | None = None
    details: Mapping[str, Any] = field(default_factory=dict)


def pdf(made: Letter, said: Said) -> bytes:
    """The letter as PDF/A."""
    return render.pdf("measure_letter", printed(made, said))


def printed(made: Letter, said: Said) -> dict[str, Any]:
    """The data of the printed form."""
    language, signer, words = made.language, made.signer, _wording()[said.kind]
    return {
        "language": language,
        "office_ru": made.office.name_ru,
        "office_kk": made.office.name_kk,
        "number": made.number_text,
        "date": made.signed_on,
        "addressee": said.addressee,
        "kind": words["title"][language],
        "asks": words["asks"][language],
        "ground": said.ground,
        "norm": said.norm,
        "matter_number": said.matter,
        "why": said.why,
        "text": said.text,
        "term": _term(said),
        "signer_post": post_called(signer.post, signer.office.kind, language),
        "signer_name": signer.person.short_name,
        **said.details,
    }


def _term(said: Said) -> str:
    if not said.rule:
        return ""
    rule = load().terms[said.rule]
    if said.days is None:
        return counted(rule.length, rule.unit, said.language)
    return counted(said.days, _IN_DAYS.get(rule.unit, "calendar_days"), said.language)


@cache
def _wording() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    content: Mapping[str, Mapping[str, Mapping[str, str]]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return content
