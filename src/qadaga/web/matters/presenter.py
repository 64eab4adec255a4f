"""The card of a matter as the template shows it."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.acts.choices import ActStatus, MeasureStatus
from qadaga.appeals.kinds import OPEN
from qadaga.common.money import Money
from qadaga.law import wording
from qadaga.matters.choices import MatterStatus, Outcome, ResultKind
from qadaga.matters.gather import Gathered
from qadaga.matters.models import Matter, ProtectedPerson
from qadaga.matters.selectors import figures
from qadaga.web.acts.summons import called_cells
from qadaga.web.applications.views import in_matter as applications
from qadaga.web.cards.sections import Section, addresses, section, who
from qadaga.web.components import KeyValues, Text, Tone, badge, date_text, lines, link
from qadaga.web.doors import leading
from qadaga.web.inspections.lines import in_matter
from qadaga.web.lookups.presenter import in_matter as lookups
from qadaga.web.matters.changed_hands import beside_section, hands_section
from qadaga.web.names import language, post_title
from qadaga.web.norms.presenter import in_matter as norms

STATUS_TONES: dict[str, Tone] = {
    MatterStatus.OPENED: "warning",
    MatterStatus.ASSIGNED: "info",
    MatterStatus.IN_WORK: "info",
    MatterStatus.SUSPENDED: "neutral",
    MatterStatus.CLOSED: "success",
}
ACT_TONES: dict[str, Tone] = {
    ActStatus.DRAFT: "neutral",
    ActStatus.AGREEMENT: "warning",
    ActStatus.AGREED: "warning",
    ActStatus.SATISFIED: "success",
    ActStatus.REMOVED: "success",
    ActStatus.REFUSED: "danger",
    ActStatus.GRANTED: "success",
    ActStatus.GRANTED_PART: "warning",
    ActStatus.DISMISSED: "danger",
    ActStatus.UNHEARD: "warning",
    ActStatus.WITHDRAWN: "neutral",
    ActStatus.SUSPENDED: "warning",
    ActStatus.CANCELLED: "danger",
}
OUTCOME_TONES: dict[str, Tone] = {
    Outcome.REACHED: "success",
    Outcome.PARTLY: "warning",
    Outcome.NONE: "danger",
    Outcome.NOT_NEEDED: "neutral",
}


def status_badge(matter: Matter) -> SafeString:
    """Where the matter stands."""
    return badge(str(MatterStatus(matter.status).label), STATUS_TONES[matter.status])


def act_badge(status: str) -> SafeString:
    """Where an act stands."""
    return badge(str(ActStatus(status).label), ACT_TONES.get(status, "info"))


def summary(matter: Matter, parts: Gathered, on: date) -> KeyValues:
    """What the matter is, in labels and values."""
    pairs: list[tuple[str, Text]] = [
        (_("Registered in"), (matter.numbered_in or matter.office).name_in(language())),
        (_("Direction"), wording.title("directions", matter.direction, language())),
        (_("Began with"), matter.get_kind_display()),
        (_("Body complained of"), matter.body.name(language()) if matter.body else "—"),
        (_("Opened"), date_text(matter.opened_on)),
        (_("Officer"), _assignee(matter)),
        (_("Next term"), date_text(matter.due_on)),
        (_("Tasks"), ", ".join(wording.title("tasks", task, language()) for task in matter.tasks) or "—"),
    ]
    if matter.transport_mode and matter.transport_task:
        mode = wording.title("transport_modes", matter.transport_mode, language())
        task = wording.title("transport_tasks", matter.transport_task, language())
        pairs.insert(2, (_("Transport"), lines(mode, task)))
    if matter.holder_id != matter.office_id:
        name = matter.holder.name_kk if language() == "kk" else matter.holder.name_ru
        followed = matter.office.closed_on is not None
        label = _("Held by (follows the closed office)") if followed else _("Held by (called up)")
        pairs.insert(1, (label, name))
    if matter.numbered_in is not None:
        pairs.insert(1, (_("Given to"), matter.office.name_in(language())))
    if matter.closed_on:
        pairs.append((_("Closed"), date_text(matter.closed_on)))
    return KeyValues(pairs)


def _assignee(matter: Matter) -> str:
    if matter.assignee is None:
        return _("Nobody yet")
    return f"{matter.assignee.person.short_name}, {post_title(matter.assignee.post, kind=matter.holder.kind)}"


def sections(matter: Matter, parts: Gathered) -> list[Section]:
    """The tables of the card, in the order of the work."""
    made = [_violations(parts), _measures(parts), _acts(parts), _results(parts)]
    made += [
        in_matter(parts["inspections"]),
        lookups(parts),
        norms(parts),
        applications(parts),
        _appeals(parts),
        _summonses(parts),
        _protected(parts),
        _liabilities(parts),
        _recoveries(parts),
        conflicts(parts),
        hands_section(parts),
        beside_section(parts),
    ]
    # What was never begun is not shown empty: the first four say what comes next, the others only what is.
    return [one for index, one in enumerate(made) if index < 4 or one.count]


def _appeals(parts: Gathered) -> Section:
    rows = [
        (
            link(reverse("appeals:card", args=[row.id]), row.number),
            row.get_kind_display(),
            badge(row.get_status_display(), "warning" if row.status in OPEN else "neutral"),
            date_text(row.due_on),
        )
        for row in parts["appeals"]
    ]
    columns = [_("Number"), _("Kind"), _("Status"), _("Due")]
    return section("appeals", _("Appeals considered here"), columns, rows, "")


def _summonses(parts: Gathered) -> Section:
    """Who was called to explain in the appeals considered here; they are issued on the card of the appeal."""
    numbers = {row.id: row.number for row in parts["appeals"]}
    rows = [
        (link(reverse("appeals:card", args=[row.appeal_id]), numbers[row.appeal_id]), *called_cells(row))
        for row in parts["appeal_summonses"]
    ]
    columns = [_("Appeal"), _("Who"), _("When and where"), _("About what"), _("Explanation")]
    return section("summonses", _("Summons for explanations"), columns, rows, "")


def conflicts(parts: Gathered) -> Section:
    """Who may not act in the matter, by their own word."""
    rows = [
        (who(parts, row.declared_by_id), row.reason, date_text(row.declared_on)) for row in parts["conflicts"]
    ]
    return section("conflicts", _("Conflicts of interest"), [_("Who"), _("Why"), _("When")], rows, "")


def _violations(parts: Gathered) -> Section:
    rows = [
        (
            row.norm,
            row.what,
            row.violator_name or row.get_violator_kind_display(),
            date_text(row.found_on),
            badge(_("Removed"), "success") if row.removed_on else badge(_("Stands"), "danger"),
        )
        for row in parts["violations"]
    ]
    columns = [_("Norm"), _("What was done"), _("By whom"), _("Found"), _("Now")]
    return section(
        "violations",
        _("Violations"),
        columns,
        rows,
        _("Record a violation as soon as it is established: acts and results rest on it."),
    )


def _measures(parts: Gathered) -> Section:
    rows = [
        (
            link(reverse("measures:card", args=[row.id]), row.number_text),
            row.get_kind_display(),
            badge(str(MeasureStatus(row.status).label), "info"),
            date_text(row.due_on),
            who(parts, row.issued_by_id),
        )
        for row in parts["measures"]
    ]
    columns = [_("Number"), _("What"), _("Status"), _("Reply due"), _("By")]
    return section(
        "measures",
        _("Requests and findings"),
        columns,
        rows,
        _("Request the documents that you need, and write down what you found."),
    )


def _acts(parts: Gathered) -> Section:
    address, spoken = addresses("acts:card"), language()
    rows = [
        (
            link(address(row.id), row.number_text or _("Draft")),
            wording.title("act_kinds", row.kind, spoken),
            row.heading,
            act_badge(row.status),
            date_text(row.due_on),
        )
        for row in parts["acts"]
    ]
    columns = [_("Number"), _("Act"), _("Heading"), _("Status"), _("Due")]
    return section(
        "acts",
        _("Acts"),
        columns,
        rows,
        _("Draft a protest or a representation once a violation is recorded."),
    )


def _results(parts: Gathered) -> Section:
    stated = {row.kind: row for row in parts["results"]}
    counted = figures(parts)
    numbers = {
        ResultKind.VIOLATIONS: str(counted.found),
        ResultKind.REMOVAL: str(counted.removed),
        ResultKind.PROTECTION: str(counted.protected),
        ResultKind.LIABILITY: f"{sum(counted.raised.values())} / {sum(counted.imposed.values())}",
    }
    rows = [_result(kind, stated.get(kind), numbers[kind]) for kind in ResultKind]
    columns = [_("Result"), _("On record"), _("Stated"), _("Why")]
    return section("results", _("The four results"), columns, rows, "")


def _result(kind: ResultKind, row: Any, number: str) -> tuple[Text, ...]:
    if row is None:
        return (str(kind.label), number, badge(_("Not stated yet"), "neutral"), "")
    return (str(kind.label), number, badge(row.get_outcome_display(), OUTCOME_TONES[row.outcome]), row.note)


def _protected(parts: Gathered) -> Section:
    rows = [
        (
            leading("protected:card", row.name, row.id),
            str(row.count),
            row.get_right_display(),
            row.restored or "—",
            date_text(row.restored_on) if row.restored_on else badge(_("Not restored yet"), "danger"),
            _told(row),
        )
        for row in parts["protected"]
    ]
    columns = [_("Who"), _("People"), _("Right"), _("What was restored"), _("When"), _("Told")]
    return section("protected", _("People protected"), columns, rows, "")


def _told(row: ProtectedPerson) -> Text:
    if row.told_on:
        return date_text(row.told_on)
    return badge(_("Not told yet"), "warning") if row.restored_on else "—"


def _liabilities(parts: Gathered) -> Section:
    rows = [
        (
            lines(row.against, row.iin or "", row.post),
            row.get_kind_display(),
            date_text(row.raised_on),
            f"{row.imposed} ({date_text(row.imposed_on)})" if row.imposed_on else "—",
        )
        for row in parts["liabilities"]
    ]
    columns = [_("Against whom"), _("Liability"), _("Raised"), _("Imposed")]
    return section("liability", _("Liability"), columns, rows, "")


def _recoveries(parts: Gathered) -> Section:
    rows = [
        (str(Money(row.tiyn)), row.get_recovered_for_display(), row.basis, date_text(row.recovered_on))
        for row in parts["recoveries"]
    ]
    columns = [_("Sum"), _("For whom"), _("Basis"), _("When")]
    return section("recoveries", _("Money recovered"), columns, rows, "")
