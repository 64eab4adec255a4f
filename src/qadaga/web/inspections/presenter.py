"""The card of an inspection as the template shows it."""

from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from qadaga.law import wording
from qadaga.matters.gather import Gathered
from qadaga.organisation.limits.selectors import figures
from qadaga.supervision.inspections.models import Inspection
from qadaga.supervision.inspections.services.visiting import Hours
from qadaga.web.acts.above_steps import above_section
from qadaga.web.acts.summons import called_cells
from qadaga.web.cards.longer import longer_section
from qadaga.web.cards.sections import Section, section, who
from qadaga.web.components import KeyValues, Text, badge, date_text, lines, link, moment_text
from qadaga.web.inspections.hours import in_hours, spent
from qadaga.web.inspections.specialists import specialists_section
from qadaga.web.matters.changed_hands import beside_section
from qadaga.web.names import language, post_title


def summary(inspection: Inspection, parts: Gathered) -> KeyValues:
    """What the inspection is, in labels and values."""
    office, matter = inspection.office, inspection.matter
    ground = wording.title("grounds", inspection.ground, language())
    pairs: list[tuple[str, Text]] = [
        (_("Inspected"), inspection.body.name(language())),
        (_("Matter"), link(reverse("matters:card", args=[matter.id]), matter.number_text)),
        (_("Ground"), lines(ground, inspection.ground_text)),
        (_("Observance of"), inspection.norm),
        (_("Period"), f"{date_text(inspection.starts_on)} – {date_text(inspection.due_on)}"),
        (_("Office"), office.name_kk if language() == "kk" else office.name_ru),
        (_("Officers"), _officers(parts)),
        (_("Notice"), _notice(inspection)),
    ]
    if inspection.carrier is not None:
        pairs.insert(1, (_("Taken over by"), inspection.carrier.name_in(language())))
    if inspection.signer is not None:
        held = inspection.signer
        name = f"{held.person.short_name}, {post_title(held.post, kind=office.kind)}"
        pairs.append((_("Signed"), lines(name, date_text(inspection.signed_on))))
    if inspection.secrecy != "none":
        pairs.append((_("Secrecy mark"), badge(inspection.get_secrecy_display(), "warning", "lock")))
    if inspection.outcome:
        pairs.append(
            (_("Outcome"), lines(inspection.get_outcome_display(), date_text(inspection.finished_on)))
        )
    return KeyValues(pairs)


def texts(inspection: Inspection) -> list[tuple[str, str]]:
    """The long texts that are there."""
    found = [
        (_("What exactly is inspected"), inspection.scope),
        (_("Why two inspections of the body at once"), inspection.overlap),
        (_("Findings"), inspection.findings or ""),
    ]
    return [(heading, text) for heading, text in found if text]


def sections(inspection: Inspection, parts: Gathered, on: date) -> list[Section]:
    """The tables of the card: the inventory and the visits always, the others once they have something."""
    decided = above_section(parts, "inspections:above")
    if inspection.status == "draft":
        return [decided] if decided.count else []
    also = [
        decided,
        beside_section(parts),
        _pauses(inspection, parts),
        longer_section(parts),
        _summonses(inspection, parts),
        specialists_section(inspection, parts),
    ]
    also += [_other_officers(parts), _complaints(parts)]
    return [_visits(parts, on), _documents(parts, on), *(one for one in also if one.count)]


def _officers(parts: Gathered) -> Text:
    here = [who(parts, row.appointment_id) for row in parts["officers"] if row.relieved_on is None]
    before = [
        _("%(who)s, until %(day)s")
        % {"who": who(parts, row.appointment_id), "day": date_text(row.relieved_on)}
        for row in parts["officers"]
        if row.relieved_on is not None
    ]
    return lines(*(here or [badge(_("Nobody inspects yet"), "warning")]), *before)


def _notice(inspection: Inspection) -> Text:
    if inspection.no_notice:
        return lines(_("Without notice"), inspection.no_notice)
    if inspection.notified_on is None:
        return badge(_("Not told yet"), "warning")
    told = f"{inspection.get_notified_way_display()}, {date_text(inspection.notified_on)}"
    return lines(told, f"{inspection.notified_to}; {inspection.notice_proof}")


def _visits(parts: Gathered, on: date) -> Section:
    rows = [
        (
            f"{moment_text(row.came_at)} – {moment_text(row.left_at)[-5:]}",
            row.place,
            who(parts, row.by_id),
        )
        for row in parts["visits"]
    ]
    found = spent(parts["visits"], on, figures(on, parts["limits"]))
    title = _hours_title(found) % {
        "spent": in_hours(found.all),
        "all": found.of_all.hours,
        "day": found.of_day.hours,
    }
    columns = [_("When"), _("Where"), _("Recorded by")]
    return section("visits", title, columns, rows, _("Record each visit: hours are limited (O.8.d4)."))


def _hours_title(found: Hours) -> str:
    if found.of_day.verified and found.of_all.verified:
        return _("Hours on the premises: %(spent)s of %(all)s, at most %(day)s a day")
    return _("Hours on the premises: %(spent)s of %(all)s, at most %(day)s a day (unverified figures)")


def _documents(parts: Gathered, on: date) -> Section:
    rows = [
        (
            str(row.no),
            lines(row.what, _("%(pages)s p., %(kind)s") % {"pages": row.pages, "kind": _kind(row)}),
            lines(row.from_whom, moment_text(row.taken_at)),
            lines(row.kept_where, who(parts, row.taken_by_id)),
            _where(row, on),
        )
        for row in parts["documents"]
    ]
    columns = [_("No."), _("What"), _("From whom"), _("Where kept"), _("Now")]
    return section(
        "documents",
        _("Inventory of what was received"),
        columns,
        rows,
        _("Put down what you receive from the inspected: it is kept safe and returned (O.8.d5)."),
    )


def _kind(row: Any) -> str:
    return _("original") if row.original else _("copy")


def _where(row: Any, on: date) -> Text:
    if row.returned_at is not None:
        told = f"{row.returned_to}, {moment_text(row.returned_at)}"
        return lines(badge(_("Returned"), "success"), told, row.receipt)
    if row.kept_on is not None:
        return lines(badge(_("Kept for a reason"), "neutral"), row.kept_reason)
    late = row.return_by < on
    return lines(
        badge(_("Here"), "danger" if late else "warning"),
        _("to return by %(day)s") % {"day": date_text(row.return_by)},
    )


def _summonses(inspection: Inspection, parts: Gathered) -> Section:
    def paper(key: UUID) -> str:
        return reverse("inspections:summons", args=[inspection.id, key])

    rows = [called_cells(row, parts["letters"], paper) for row in parts["summonses"]]
    columns = [_("Who"), _("When and where"), _("About what"), _("Letter"), _("Explanation")]
    return section("summonses", _("Summons for explanations"), columns, rows, "")


def _other_officers(parts: Gathered) -> Section:
    rows = [
        (lines(row.organisation, row.names), row.reason, date_text(row.on)) for row in parts["other_officers"]
    ]
    columns = [_("Body"), _("What for"), _("Called in")]
    return section("other-officers", _("Officers of other bodies"), columns, rows, "")


def _pauses(inspection: Inspection, parts: Gathered) -> Section:
    rows = [
        (
            lines(date_text(row.starts_on), who(parts, row.by_id)),
            lines(row.get_ground_display(), row.reason),
            lines(_pause_paper(inspection, row.notice_id), row.told_how),
            _resumed(inspection, parts, row),
        )
        for row in parts["pauses"]
    ]
    columns = [_("Since"), _("Why"), _("Notice"), _("Went on")]
    return section("pauses", _("Suspensions"), columns, rows, "")


def _resumed(inspection: Inspection, parts: Gathered, row: Any) -> Text:
    if row.ends_on is None:
        return badge(_("Stands still"), "warning")
    when = f"{date_text(row.ends_on)}, {who(parts, row.resumed_by_id)}"
    paper = _pause_paper(inspection, row.resumed_notice_id)
    return lines(when, row.resumed_why, paper, row.resumed_told)


def _pause_paper(inspection: Inspection, file_id: Any) -> Text:
    return link(reverse("inspections:pause", args=[inspection.id, file_id]), _("Notice"))


def _complaints(parts: Gathered) -> Section:
    rows = [
        (
            link(reverse("appeals:card", args=[row.appeal_id]), row.number),
            who(parts, row.by_id),
            date_text(row.on),
        )
        for row in parts["complaints"]
    ]
    columns = [_("Appeal"), _("Linked by"), _("When")]
    return section("complaints", _("Complaints of the inspected"), columns, rows, "")
