"""The card of an order as the templates show it."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.common.changes import Change
from qadaga.law import wording
from qadaga.law.model import Citation as Norm
from qadaga.matters.gather import Gathered
from qadaga.organisation.orders.choices import OrderStatus
from qadaga.organisation.orders.models import Order, OrderAddressee, OrderPoint
from qadaga.organisation.orders.selectors.card import Known
from qadaga.staff.models import Appointment
from qadaga.web.acts.presenter import diff_lines
from qadaga.web.cards.sections import Section, section, who
from qadaga.web.cards.terms import term_views
from qadaga.web.components import (
    Column,
    DiffLine,
    KeyValues,
    Row,
    Table,
    TermView,
    Text,
    badge,
    date_text,
    lines,
    link,
)
from qadaga.web.names import language
from qadaga.web.orders.effects import pages_of
from qadaga.web.orders.people import named
from qadaga.web.registers.listed import LISTED
from qadaga.web.rulings import edition_text, power_title


def status_badge(order: Order, on: date) -> SafeString:
    """Where the order stands; a signed one says whether it has force today (O.P5)."""
    if order.in_force(on):
        return badge(_("In force"), "success")
    if order.status == OrderStatus.SIGNED:
        return badge(_("In force from %(day)s") % {"day": date_text(order.in_force_on)}, "info")
    return badge(str(order.get_status_display()), LISTED["orders"].tones.get(order.status, "neutral"))


def summary(order: Order, known: Known) -> KeyValues:
    """What the order is, in labels and values."""
    pairs: list[tuple[str, Text]] = [
        (_("Office"), order.office.name_in(language())),
        (_("What it is on"), str(order.get_kind_display())),
        (_("Language"), str(order.get_language_display())),
        (_("Author"), named(order.author)),
        (_("Drafted"), date_text(order.drafted_on)),
        (_("Made known to"), str(order.get_audience_display())),
        (_("Binds"), _("Subordinates of the head: officers and employees of this office and of those below")),
        *_control(order),
        *_rests(order),
        *_signature(order, known),
        *_after(order),
    ]
    return KeyValues(pairs)


def _control(order: Order) -> list[tuple[str, Text]]:
    held: Appointment | None = order.controller
    return [(_("Execution is watched by"), named(held))] if held else []


def _rests(order: Order) -> list[tuple[str, Text]]:
    """The clauses the order cites, with their edition once it is signed (O.2)."""
    editions = {row["clause"]: row["edition"] for row in order.basis}
    cited = [
        f"{wording.clause(Norm('', clause, ''), language())} {_in_edition(editions.get(clause))}".rstrip()
        for clause in order.norms
    ]
    return [(_("Legal basis"), lines(*cited))] if cited else []


def _in_edition(edition: str | None) -> str:
    return f"({edition})" if edition else ""


def _signature(order: Order, known: Known) -> list[tuple[str, Text]]:
    if order.signer is None:
        return [(_("In force from"), date_text(order.begins_on) if order.begins_on else _("its signature"))]
    familiar = _("%(familiar)s of %(of)s") % {"familiar": known.familiar, "of": known.of}
    return [
        (_("Signed"), date_text(order.signed_on)),
        (_("Signed by"), named(order.signer)),
        (_("In force from"), date_text(order.in_force_on)),
        (_("Familiar with it"), familiar),
        (_("Edition of the law"), edition_text(order.edition or "") or "—"),
        (_("Fingerprint (SHA-256)"), order.sha256 or "—"),
    ]


def _after(order: Order) -> list[tuple[str, Text]]:
    pairs: list[tuple[str, Text]] = []
    if order.published_on:
        pairs.append((_("Published"), lines(date_text(order.published_on), order.published_where or "")))
    elif order.to_publish:
        pairs.append((_("Published"), _("not yet: it has to be (O.P2)")))
    if order.cancelled_on:
        pairs.append((_("Cancelled"), date_text(order.cancelled_on)))
    if order.cancelling:
        pairs.append((_("Cancelled by the order"), link(order_url(order.cancelling), str(order.cancelling))))
    return pairs


def order_url(order: Order) -> str:
    """Where the order is shown."""
    return reverse("orders:card", args=[order.id])


def sections(order: Order, parts: Gathered, known: Known, on: date) -> list[Section]:
    """The tables of the card; those with nothing in them are left out."""
    made = [
        _remarks(parts),
        _points(parts, on),
        _reports(parts),
        familiar(known.rows),
        _effects(parts),
        _versions(order, parts),
    ]
    return [one for one in made if one.count]


def _remarks(parts: Gathered) -> Section:
    rows = [
        (row.text, str(row.version_no), date_text(row.on), who(parts, row.by_id)) for row in parts["remarks"]
    ]
    return section("remarks", _("Remarks"), [_("Remark"), _("On version"), _("When"), _("Who")], rows, "")


def _points(parts: Gathered, on: date) -> Section:
    """The points under control; what is late stands out (O.P3)."""
    rows = []
    for row in sorted(parts["points"], key=lambda point: point.no):
        late = row.done_on is None and row.due_on < on
        state = _point_state(row.done_on, late=late, cancelled=bool(row.cancelled_for))
        what = lines(f"{row.no}. {row.what}", *_changed(row, parts))
        cells = (what, who(parts, row.executor_id), date_text(row.due_on), state)
        rows.append(Row(cells, tone="danger" if late else "neutral"))
    columns = [
        Column(_("Point"), "q-wide"),
        Column(_("Executor")),
        Column(_("Until"), "q-date"),
        Column(_("Now")),
    ]
    return Section("points", _("Control of execution"), Table(_("Control of execution"), columns, rows))


def point_terms(parts: Gathered, on: date) -> list[TermView]:
    """The term of each point with every step that led to its last day, those that run first."""
    named = {point.id: _("point %(no)s") % {"no": point.no} for point in parts["points"]}
    return term_views(parts["terms"], parts["term_events"], on, parts.calendar, named)


def _changed(point: OrderPoint, parts: Gathered) -> list[Text]:
    """Why the point stands as it does: each prolongation of its term and by whom, its cancellation."""
    words = _("prolonged from %(was)s to %(until)s by %(who)s: %(reason)s")
    said: list[Text] = [
        words
        % {
            "was": date_text(row.was),
            "until": date_text(row.until),
            "reason": row.reason,
            "who": parts.people[row.by_id].name,
        }
        for row in parts["point_terms"]
        if row.point_id == point.id
    ]
    if point.cancelled_for:
        said.append(_("cancelled: %(reason)s") % {"reason": point.cancelled_for})
    return said


def _point_state(done_on: date | None, *, late: bool, cancelled: bool) -> Text:
    if cancelled:
        return badge(_("Cancelled"), "neutral")
    if done_on is not None:
        return badge(_("Done on %(day)s") % {"day": date_text(done_on)}, "success")
    return badge(_("Overdue"), "danger") if late else badge(_("Open"), "info")


def _reports(parts: Gathered) -> Section:
    numbers = {point.id: str(point.no) for point in parts["points"]}
    rows = [
        (numbers.get(row.point_id, ""), row.text, date_text(row.on), who(parts, row.by_id))
        for row in parts["reports"]
    ]
    columns = [_("Point"), _("What was done"), _("When"), _("Who")]
    return section("reports", _("Reports on points"), columns, rows, "")


def familiar(rows: Sequence[OrderAddressee]) -> Section:
    """Who is familiar with the order and who is not yet (O.P4)."""
    shown = [
        (
            named(row.appointment),
            row.appointment.office.name_in(language()),
            date_text(row.familiar_on) if row.familiar_on else badge(_("Not familiar yet"), "warning"),
            str(row.get_way_display() or ""),
        )
        for row in rows
    ]
    columns = [_("Who"), _("Office"), _("Familiar since"), _("How")]
    return section("familiar", _("Familiarisation"), columns, shown, "")


def _effects(parts: Gathered) -> Section:
    urls = pages_of(parts["effects"])
    rows = [
        (
            link(url, power_title(row.what)) if (url := urls.get(row.subject_id)) else power_title(row.what),
            date_text(row.starts_on),
            date_text(row.on),
            who(parts, row.by_id),
        )
        for row in parts["effects"]
    ]
    columns = [_("What was done by it"), _("From"), _("Recorded"), _("Who")]
    return section("effects", _("Done by this order"), columns, rows, "")


def _versions(order: Order, parts: Gathered) -> Section:
    rows = [
        (str(row.no), date_text(row.on), who(parts, row.by_id), _compare(order, row.no))
        for row in sorted(parts["versions"], key=lambda version: -version.no)
    ]
    columns = [_("Version"), _("When"), _("Who"), _("What changed")]
    return section("versions", _("Versions of the text"), columns, rows, "")


def _compare(order: Order, no: int) -> Text:
    if no == 1:
        return "—"
    return link(reverse("orders:compare", args=[order.id, no - 1, no]), _("What changed"))


def comparison(changes: Sequence[Change]) -> list[tuple[str, list[DiffLine]]]:
    """The changes by part of the order, line by line."""
    labels = {
        "title_kk": _("Title in Kazakh"),
        "text_kk": _("Text in Kazakh"),
        "title_ru": _("Title in Russian"),
        "text_ru": _("Text in Russian"),
    }
    return diff_lines(labels, changes)
