"""The demand on paper: which records of which body, what is wrong with each, by which norm."""

from collections.abc import Iterable

from qadaga.documents import render
from qadaga.law.wording import post_called
from qadaga.supervision.statistics.choices import Fault
from qadaga.supervision.statistics.models import CorrectionDemand, Discrepancy, RecordsCheck

_FAULTS = {
    "ru": {
        "hidden": "не учтено",
        "late": "учтено несвоевременно",
        "wrong": "учтено неверно",
        "withheld": "сведения не представлены",
    },
    "kk": {
        "hidden": "есепке алынбаған",
        "late": "уақтылы есепке алынбаған",
        "wrong": "қате есепке алынған",
        "withheld": "мәліметтер берілмеген",
    },
}
_COUNTS = {
    "ru": "указано {reported}, установлено {found}",
    "kk": "көрсетілгені {reported}, анықталғаны {found}",
}


def pdf(check: RecordsCheck, made: CorrectionDemand, found: Iterable[Discrepancy]) -> bytes:
    """The representation as PDF/A."""
    language, signer = made.language, made.signer
    data = {
        "language": language,
        "office_ru": check.office.name_ru,
        "office_kk": check.office.name_kk,
        "number": made.number_text,
        "date": made.signed_on,
        "addressee": f"{made.official}, {check.body.name(language)}",
        "body": check.body.name(language),
        "period": f"{check.period_from:%d.%m.%Y} – {check.period_to:%d.%m.%Y}",
        "reasons": [line for line in made.reasons.split("\n") if line.strip()],
        "norm": made.norm,
        "corrections": [_line(one, language) for one in found],
        "signer_post": post_called(signer.post, signer.office.kind, language),
        "signer_name": signer.person.short_name,
    }
    return render.pdf("records_demand", data)


def _line(one: Discrepancy, language: str) -> str:
    said = f"{one.record_no}: {_FAULTS[language][one.fault]}"
    if one.fault == Fault.WITHHELD:
        return said
    return f"{said}, {_COUNTS[language].format(reported=one.reported, found=one.found)}"
