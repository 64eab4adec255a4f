"""A draft order: what it is, what it says in which languages, whom it is made known to (O.4, O.13.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.common.errors import InvalidInput, Problems
from qadaga.common.i18n import N_
from qadaga.law.catalogue import law
from qadaga.law.coverage import implements
from qadaga.matters.dates import choice
from qadaga.matters.services.base import text
from qadaga.offices.selectors import office_by_id
from qadaga.organisation.orders import searching
from qadaga.organisation.orders.choices import Audience, OrderForm, OrderKind, OrderLanguage
from qadaga.organisation.orders.content import LANGUAGES
from qadaga.organisation.orders.models import Order, OrderAddressee, OrderVersion
from qadaga.organisation.orders.services.base import COURSE, begin, latest
from qadaga.organisation.orders.subject import not_subordinate, order_subject
from qadaga.organisation.orders.transitions import ORDER
from qadaga.staff.models import Appointment

# People, structure, staff and what a collegium decided take an order; a directive binds one's own staff.
OF_DIRECTIVES = (OrderKind.GENERAL, OrderKind.DUTIES, OrderKind.SEALS)
_PARTS = ("title_kk", "title_ru", "text_kk", "text_ru")


@dataclass(frozen=True, slots=True)
class Wording:
    """The text of an order in each language it is issued in; the other language stays empty."""

    title_kk: str = ""
    title_ru: str = ""
    text_kk: str = ""
    text_ru: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What an order is.

    `norms` are clauses of the catalogue it rests on (O.2); `begins_on` empty: in force from signing (O.P5);
    `addressees` (appointments) matter for a listed audience only; `controller` is an appointment of the
    office; `to_publish`: it waits with whoever answers for publishing once it is signed (O.P2).
    """

    form: str
    kind: str
    language: str
    wording: Wording
    audience: str = Audience.OFFICE
    addressees: Sequence[UUID] = ()
    controller_id: UUID | None = None
    norms: Sequence[str] = ()
    begins_on: date | None = None
    to_publish: bool = False


@implements("O.4", "O.2", "O.13.2")
def draft(*, draft: Draft, by: Actor, on: date) -> Order:
    """Begin an order of the actor's office. Raises InvalidInput (422), NotPermitted (403).

    An addressee who is not subordinate to the head who will sign is refused with the clause (O.13.2).
    """
    wording = _checked(draft, by, on)
    with transaction.atomic():
        order = _new(by, on)
        _fill(order, draft, wording)
        extra = not_subordinate(order, draft.addressees, on)
        subject = order_subject(order, by, on, extra)
        ruling = authority.require(by, "order.draft", subject, on=on)
        order.save(force_insert=True)
        _name(order, draft)
        _version(order, 1, wording, by, on)
        step = COURSE.begun(order, "order.draft", subject, ruling, by=by, on=on)
        searching.put(order)
        step.journal(form=order.form, kind=order.kind, version_no=1)
        return order


@implements("O.4", "O.13.2")
def save_draft(*, order_id: UUID, version: int, draft: Draft, by: Actor, on: date) -> Order:
    """Save a draft anew; a changed text is its next version. Stale (412) where somebody saved in between."""
    wording = _checked(draft, by, on)
    with transaction.atomic():
        step = begin(order_id, "order.draft", version=version, by=by, on=on)
        order = step.row
        _fill(order, draft, wording)
        _name(order, draft)
        # The law is asked about the order as it will be: its kind and its addressees may be new.
        subject = order_subject(order, by, on, not_subordinate(order, draft.addressees, on))
        authority.require(by, "order.draft", subject, on=on)
        last = latest(order)
        if _wording_of(last) != wording:
            last = _version(order, last.no + 1, wording, by, on)
        order.save()
        step.save()
        searching.put(order)
        step.journal(form=order.form, kind=order.kind, version_no=last.no)
        return order


def _new(by: Actor, on: date) -> Order:
    office = office_by_id(by.office_id)
    return Order(
        office=office,
        region_id=office.region_id,
        status=ORDER.move("", "order.draft"),
        drafted_on=on,
        author_id=by.appointment_id,
    )


def _fill(order: Order, draft: Draft, wording: Wording) -> None:
    order.form, order.kind, order.language = draft.form, draft.kind, draft.language
    order.audience, order.controller_id = draft.audience, draft.controller_id
    order.norms, order.begins_on = sorted(set(draft.norms)), draft.begins_on
    order.to_publish = draft.to_publish
    order.title_kk, order.title_ru = wording.title_kk, wording.title_ru


def _name(order: Order, draft: Draft) -> None:
    """Put the people listed on the order; everybody else's names are taken at the signature."""
    order.addressees.all().delete()
    if order.audience == Audience.LISTED:
        OrderAddressee.objects.bulk_create(
            OrderAddressee(order=order, appointment_id=one) for one in sorted(set(draft.addressees))
        )


def _version(order: Order, no: int, wording: Wording, by: Actor, on: date) -> OrderVersion:
    parts = {part: getattr(wording, part) for part in _PARTS}
    return OrderVersion.objects.create(order=order, no=no, on=on, by_id=by.appointment_id, **parts)


def _wording_of(version: OrderVersion) -> Wording:
    return Wording(**{part: getattr(version, part) for part in _PARTS})


def _checked(draft: Draft, by: Actor, on: date) -> Wording:
    problems = Problems()
    for name, known in (
        ("form", OrderForm.values),
        ("kind", OrderKind.values),
        ("language", OrderLanguage.values),
        ("audience", Audience.values),
    ):
        with problems.collect():
            choice(name, getattr(draft, name), known)
    problems.check()
    if draft.form == OrderForm.DIRECTIVE and draft.kind not in OF_DIRECTIVES:
        problems.add("kind", "needs_an_order", N_("This is decided by an order, not by a directive (O.4)."))
    _check_norms(draft, on, problems)
    _check_people(draft, by, on, problems)
    with problems.collect():
        wording = _wording(draft)
    problems.check()
    return wording


def _check_norms(draft: Draft, on: date, problems: Problems) -> None:
    unknown = sorted(set(draft.norms) - law().at(on).provisions.keys())
    if unknown:
        problems.add(
            "norms",
            "unknown_clause",
            N_("The catalogue has no such clause in force: %(clauses)s. Choose from the list."),
            clauses=", ".join(unknown),
        )


def _check_people(draft: Draft, by: Actor, on: date, problems: Problems) -> None:
    known = Appointment.objects.filter(id__in=list(draft.addressees)).count()
    if known != len(set(draft.addressees)):
        problems.add("addressees", "unknown", N_("There is no such person. Choose from the list."))
    if draft.controller_id is None:
        return
    held = Appointment.objects.filter(id=draft.controller_id, office=by.office_id).first()
    if held is None or not held.holds(on):
        problems.add(
            "controller_id",
            "not_of_office",
            N_("Execution is watched by somebody of this office. Choose from the list."),
        )


def _wording(draft: Draft) -> Wording:
    """The text in the languages chosen; what was typed in another is refused, so that nothing is lost."""
    problems, parts = Problems(), {}
    chosen = LANGUAGES[OrderLanguage(draft.language)]
    for part in _PARTS:
        title, code = part.startswith("title"), part[-2:]
        with problems.collect():
            parts[part] = text(
                part,
                getattr(draft.wording, part),
                300 if title else 60_000,
                multiline=not title,
                required=title and code in chosen,
            )
            if code not in chosen and parts[part]:
                raise InvalidInput.of(
                    part,
                    "other_language",
                    N_("The order is not issued in this language. Choose both languages, or empty this."),
                )
    problems.check()
    return Wording(**parts)
