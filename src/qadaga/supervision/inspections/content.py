"""The papers of an inspection: the resolution that orders it and the notice to the inspected (O.3, O.8.4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import override

from qadaga.documents import render
from qadaga.law import wording
from qadaga.law.wording import post_called
from qadaga.staff.models import Appointment
from qadaga.supervision.inspections.models import Inspection, InspectionOfficer, Specialist
from qadaga.supervision.inspections.overlaps import usual_end


@dataclass(frozen=True, slots=True)
class Signed:
    """Who signs, on which day, under which number."""

    signer: Appointment
    on: date
    number: str


def resolution(inspection: Inspection, signed: Signed | None = None) -> bytes:
    """The resolution as PDF/A on the office's blank; a preview where nobody has signed yet."""
    return render.pdf("inspection_resolution", _printed(inspection, signed) | _ordered(inspection))


def notice(inspection: Inspection, signed: Signed | None = None) -> bytes:
    """The notice to the inspected, on the same blank."""
    told = {"addressee": inspection.body.name(inspection.language)}
    return render.pdf("inspection_notice", _printed(inspection, signed) | told)


def findings(inspection: Inspection, specialists: Iterable[Specialist]) -> bytes:
    """The note of findings as it stands: what was established, on whose conclusions it rests; as PDF/A.

    It is a draft until the inspection is finished; the officers who inspect sign it by hand.
    """
    language, data = inspection.language, _printed(inspection, None)
    kept = ("language", "office_ru", "office_kk", "body", "officers", "starts")
    rested = [
        f"{row.name}, {row.organisation}, {row.concluded_on:%d.%m.%Y}" for row in specialists if row.relied
    ]
    without = [
        f"{row.name}, {row.organisation}: {row.waived_why}"
        for row in specialists
        if row.waived_on and not row.concluded_on
    ]
    return render.pdf(
        "inspection_findings",
        {
            **{name: data[name] for name in kept},
            "draft": inspection.finished_on is None,
            "number": inspection.number_text or "",
            "date": inspection.findings_on,
            "norm": inspection.norm,
            "text": inspection.findings or "",
            "conclusions": rested,
            "without": without,
            "outcome": _outcome(inspection, language),
        },
    )


def _outcome(inspection: Inspection, language: str) -> str:
    with override(language):
        return str(inspection.get_outcome_display()) if inspection.outcome else ""


def pause(inspection: Inspection, signed: Signed, reason: str, due: date | None) -> bytes:
    """The notice that the inspection stands still, or with `due` until when it goes on; as PDF/A."""
    kept = ("draft", "language", "office_ru", "office_kk", "number", "date", "body")
    data = {name: value for name, value in _printed(inspection, signed).items() if name in kept}
    data |= {
        "addressee": data["body"],
        "reason": _paragraphs(reason),
        "signer_post": post_called(signed.signer.post, signed.signer.office.kind, inspection.language),
        "signer_name": signed.signer.person.short_name,
    }
    if due is None:
        return render.pdf("inspection_suspended", data)
    return render.pdf("inspection_resumed", {**data, "ends": due})


def _printed(inspection: Inspection, signed: Signed | None) -> dict[str, Any]:
    office, language = inspection.office, inspection.language
    signer = signed.signer if signed else None
    return {
        "draft": signed is None,
        "language": language,
        "office_ru": office.name_ru,
        "office_kk": office.name_kk,
        "number": signed.number if signed else "",
        "date": signed.on if signed else None,
        "body": inspection.body.name(language),
        "starts": inspection.starts_on,
        "ends": inspection.due_on or usual_end(inspection.starts_on),
        "scope": _paragraphs(inspection.scope),
        "norm": inspection.norm,
        "officers": _officers(inspection, language),
        "signer_post": post_called(signer.post, signer.office.kind, language) if signer else "",
        "signer_name": signer.person.short_name if signer else "",
    }


def _ordered(inspection: Inspection) -> dict[str, Any]:
    ground = wording.title("grounds", inspection.ground, inspection.language)
    return {"ground": f"{ground}: {inspection.ground_text}", "no_notice": inspection.no_notice}


def _officers(inspection: Inspection, language: str) -> list[str]:
    rows = InspectionOfficer.objects.filter(inspection=inspection, relieved_on=None).order_by("id")
    held = [row.appointment for row in rows.select_related("appointment__person", "appointment__office")]
    return [f"{one.person.short_name}, {post_called(one.post, one.office.kind, language)}" for one in held]


def _paragraphs(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]
