"""Who takes part in a session as its card shows it: invitation, attendance, what an absence led to."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from qadaga.coordination.choices import Following
from qadaga.coordination.models import AbsenceMeasure, Participant
from qadaga.coordination.quorum import figures
from qadaga.coordination.selectors import SessionParts
from qadaga.web.cards.sections import Section, section
from qadaga.web.components import Text, badge, date_text, lines, link
from qadaga.web.law.conditions import status_flag
from qadaga.web.names import language


def people_section(parts: SessionParts) -> Section:
    """Members, officials and others: told how, there or not, why not, what followed."""
    rows = [
        (
            lines(one.name, one.post),
            lines(one.get_role_display(), one.wrong),
            lines(date_text(one.told_on), one.told_how)
            if one.told_on
            else badge(_("Not told yet"), "warning"),
            _presence(one, [row for row in parts.measures if row.participant_id == one.id]),
        )
        for one in parts.people
    ]
    columns = [_("Name"), _("Why"), _("Invitation and its proof"), _("Was there")]
    empty = _("Members are taken over from the composition when the session is called.")
    return section("people", _("Who takes part"), columns, rows, empty, stacks=True)


def _presence(one: Participant, measures: Iterable[AbsenceMeasure]) -> Text:
    if one.present is None:
        return "—"
    if one.present:
        return badge(_("Yes"), "success")
    if one.excused is None:
        return badge(_("No"), "neutral")
    if one.excused:
        return lines(badge(_("No, with a good reason"), "neutral"), one.absence)
    followed = [_followed(row) for row in measures]
    empty = "" if followed else _("Nothing has followed yet")
    unsure = status_flag(figures().absence_status) if followed else ""
    return lines(badge(_("No, without a good reason"), "danger"), one.absence, *followed, empty, unsure)


def _followed(row: AbsenceMeasure) -> Text:
    if row.kind == Following.AGAIN and row.invitation:
        session = row.invitation.session
        to = f"{_('Called again')}: {session.title}, {date_text(session.starts_on)}"
        return link(reverse("sessions:card", args=[session.id]), to)
    what = row.get_kind_display()
    to = row.body.name(language()) if row.body else ""
    return ", ".join(part for part in (f"{what} {date_text(row.on)}", to, row.paper, row.text) if part)
