"""The papers of an appeal, as PDF/A: coupon, answer, letters and notices, made from the rows."""

from collections.abc import Iterable
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import override

from qadaga.appeals.kinds import AnswerState, Kind, Way
from qadaga.appeals.models import Answer, Appeal, Applicant, Decision, Forwarding, MaterialsRequest
from qadaga.documents import render
from qadaga.law.catalogue import load
from qadaga.law.wording import post_called
from qadaga.offices.models import Office
from qadaga.staff.models import Appointment

_LANGUAGES = ("kk", "ru")


def language_of(appeal: Appeal) -> str:
    """The language of papers on the appeal: its own where the service answers in it, else Russian."""
    return appeal.language if appeal.language in _LANGUAGES else "ru"


def coupon(appeal: Appeal, language: str) -> bytes:
    """The applicant's coupon. Its QR code carries the coupon's number and nothing personal."""
    words = {"kind": _label(Kind, appeal.kind, language), "way": _label(Way, appeal.way, language)}
    return render.pdf(
        "coupon",
        {
            **_blank(appeal.office, language),
            **words,
            "number": appeal.number,
            "date": appeal.registered_on,
            "code": appeal.coupon,
            "due": appeal.due_on,
        },
    )


def answer(appeal: Appeal, row: Answer, applicants: Iterable[Applicant], signer: Appointment | None) -> bytes:
    """The answer: a draft bears that word; a signed one its number, day, signer and where to challenge it."""
    language = row.language
    draft = row.state == AnswerState.DRAFT
    data = {
        **_blank((signer or row.drafted_by).office, language),
        **_about(appeal),
        "addressee": _addressee(applicants),
        "text": row.text,
        "draft": draft,
        "challenge_to": row.challenge_office.name_in(language),
        "challenge_until": row.challenge_until,
    }
    if not draft:
        data |= {"number": row.number, "date": row.signed_on}
    return render.pdf("answer", data | _signed(signer, language))


def forwarding_letter(appeal: Appeal, row: Forwarding, applicants: Iterable[Applicant]) -> bytes:
    """The letter that goes with what is forwarded."""
    language = language_of(appeal)
    data = {
        **_blank(row.forwarded_by.office, language),
        **_about(appeal),
        "addressee": _receiver(row, language),
        "applicant": ", ".join(one.name for one in applicants),
        "part": row.part,
        "reason": row.reason,
        "due": row.control_due_on,
        "date": row.forwarded_on,
    }
    return render.pdf("forwarding", data | _signed(row.forwarded_by, language))


def forwarding_notice(appeal: Appeal, row: Forwarding, applicants: Iterable[Applicant]) -> bytes:
    """What the applicant is told of a forwarding."""
    language = language_of(appeal)
    data = {
        **_blank(row.forwarded_by.office, language),
        **_about(appeal),
        "addressee": _addressee(applicants),
        "body_name": _receiver(row, language),
        "part": row.part,
        "reason": row.reason,
        "date": row.forwarded_on,
    }
    return render.pdf("forwarding_notice", data | _signed(row.forwarded_by, language))


def decision_notice(appeal: Appeal, row: Decision, applicants: Iterable[Applicant]) -> bytes:
    """What the applicant is told of a prolongation or of leaving the appeal without consideration."""
    language = language_of(appeal)
    data = {
        **_blank(row.decided_by.office, language),
        **_about(appeal),
        "addressee": _addressee(applicants),
        "reason": row.reason,
        "date": row.decided_on,
        **_signed(row.decided_by, language),
    }
    if row.until is not None:
        return render.pdf("prolongation", {**data, "until": row.until})
    return render.pdf("decline", {**data, "ground": load().grounds[row.ground].title.get(language)})


def familiarisation(appeal: Appeal, row: MaterialsRequest) -> bytes:
    """The note that the applicant has seen the materials, to be signed by the applicant (O.8.d2)."""
    language = language_of(appeal)
    data = {
        **_blank(appeal.office, language),
        **_about(appeal),
        "applicant": row.applicant.name,
        "shown": row.what,
        "withheld": row.withheld,
        "reason": row.withheld_why,
        "remark": row.shown_note,
        "date": row.shown_on,
    }
    return render.pdf("familiarisation", data)


def _blank(office: Office, language: str) -> dict[str, Any]:
    return {"language": language, "office_ru": office.name_ru, "office_kk": office.name_kk}


def _label(choices: type[TextChoices], value: str, language: str) -> str:
    with override(language):
        return str(choices(value).label)


def _about(appeal: Appeal) -> dict[str, Any]:
    return {"appeal_number": appeal.number, "appeal_date": appeal.registered_on}


def _signed(signer: Appointment | None, language: str) -> dict[str, Any]:
    if signer is None:
        return {}
    return {
        "signer_post": post_called(signer.post, signer.office.kind, language),
        "signer_name": signer.person.short_name,
    }


def _addressee(applicants: Iterable[Applicant]) -> list[str]:
    """Everybody who applied, a representative in place of whom they stand for, with the first address."""
    people = list(applicants)
    names = [one.representative_name or one.name for one in people]
    return [*names, *(one.address for one in people[:1] if one.address)]


def _receiver(row: Forwarding, language: str) -> str:
    return row.to_office.name_in(language) if row.to_office else row.to_name
