"""What an order must say before it may go on, and what its printed form is made of (O.3, O.4)."""

from datetime import date
from typing import Any

from qadaga.common.errors import Problems
from qadaga.common.i18n import N_
from qadaga.documents import render
from qadaga.law import citing
from qadaga.law.catalogue import load
from qadaga.law.coverage import implements
from qadaga.law.wording import post_called
from qadaga.organisation.orders.choices import Audience, OrderLanguage
from qadaga.organisation.orders.models import Order, OrderVersion
from qadaga.staff.models import Appointment

# The state language stands first wherever a paper speaks both (O.3).
LANGUAGES = {
    OrderLanguage.KK: ("kk",),
    OrderLanguage.RU: ("ru",),
    OrderLanguage.BOTH: ("kk", "ru"),
}
EMPTY = N_("Write the text of the order in every language it is issued in.")


def languages(order: Order) -> tuple[str, ...]:
    """The languages of the text, in the order in which they stand on the paper."""
    return LANGUAGES[OrderLanguage(order.language)]


def refuse_incomplete(order: Order, version: OrderVersion) -> None:
    """Raise InvalidInput naming every part that the draft still lacks."""
    problems = Problems()
    for language in languages(order):
        if not getattr(version, f"text_{language}"):
            problems.add(f"text_{language}", "required", EMPTY)
    if order.audience == Audience.LISTED and not order.addressees.exists():
        problems.add("addressees", "required", N_("Name the people whom the order is made known to."))
    problems.check()


@implements("O.2")
def printed(
    order: Order, version: OrderVersion, *, signer: Appointment | None, on: date | None, number: str = ""
) -> dict[str, Any]:
    """The data of the printed form; without a signer, a day and a number it is a draft."""
    first, *second = languages(order)
    data = {
        "draft": signer is None,
        "language": first,
        "paper": _joined(load().act_kinds[order.form].title.get(code) for code in languages(order)),
        "office_ru": order.office.name_ru,
        "office_kk": order.office.name_kk,
        "number": number,
        "date": on,
        "heading": getattr(version, f"title_{first}"),
        "text": getattr(version, f"text_{first}"),
        "norms": _norms(order, first),
        "signer_post": _joined(_post(signer, code) for code in languages(order)) if signer else "",
        "signer_name": signer.person.short_name if signer else "",
    }
    for code in second:
        data |= {
            "second_heading": getattr(version, f"title_{code}"),
            "second_text": getattr(version, f"text_{code}"),
            "second_norms": _norms(order, code),
        }
    return data


def pdf(
    order: Order,
    version: OrderVersion,
    *,
    signer: Appointment | None = None,
    on: date | None = None,
    number: str = "",
) -> bytes:
    """The order as PDF/A on the office's blank; a preview where nobody has signed yet. Nothing is stored."""
    return render.pdf("order", printed(order, version, signer=signer, on=on, number=number))


def _norms(order: Order, code: str) -> str:
    """The clauses the order rests on, in the language of that part of the paper (O.2)."""
    return citing.printed(order.norms, code)


def _post(signer: Appointment, code: str) -> str:
    return post_called(signer.post, signer.office.kind, code)


def _joined(words: Any) -> str:
    return " / ".join(dict.fromkeys(words))
