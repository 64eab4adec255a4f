"""Answers that do not stand any more, or never did; what came from a device, and by which clock."""

from datetime import datetime

from django.utils.translation import gettext as _

from qadaga.supervision.custody.choices import Standing
from qadaga.supervision.custody.device import is_off
from qadaga.supervision.custody.lists import lists
from qadaga.supervision.custody.models import Said, Visit
from qadaga.supervision.custody.selectors import history
from qadaga.web.cards.sections import Section, section
from qadaga.web.components import Text, Tone, badge, lines, moment_text
from qadaga.web.names import language
from qadaga.web.orders.people import named

VERDICTS: dict[str, Tone] = {"held": "success", "not_held": "danger", "unchecked": "neutral"}
STANDINGS: dict[str, Tone] = {"disputed": "danger", "set_aside": "neutral", "off_list": "warning"}


def history_section(visit: Visit) -> list[Section]:
    """Answers that do not stand any more, or never did: replaced, sent over another one, set aside."""
    stands = {answer.item: answer.version for answer in visit.answers.all()}
    rest = [said for said in history(visit) if said.version is None or said.version != stands[said.item]]
    if not rest:
        return []
    points = lists().points
    rows = [
        (
            points[said.item].text[language()],
            lines(badge(said.get_verdict_display(), VERDICTS[said.verdict]), said.remark),
            lines(named(said.by), moment_text(said.said_at), _by_device(said)),
            _became(said),
        )
        for said in rest
    ]
    columns = [_("Point"), _("Answer"), _("By whom, when"), _("What became of it")]
    return [section("history", _("Other answers on record"), columns, rows, "", stacks=True)]


def _became(said: Said) -> Text:
    if said.standing == Standing.TAKEN:
        return badge(_("Replaced"), "neutral")
    became = badge(said.get_standing_display(), STANDINGS[said.standing])
    return lines(became, badge(_("In a matter"), "info")) if said.violation_id else became


def _by_device(said: Said) -> str:
    if said.skew_seconds is None:
        return ""
    return device_text(said.told_at, said.skew_seconds)


def device_text(told_at: datetime | None, skew_seconds: int) -> str:
    """When the service heard of what was written on a device, and how far that one's clock was off."""
    text = _("written without a network, received %(time)s") % {"time": moment_text(told_at)}
    if not is_off(skew_seconds):
        return text
    minutes = abs(skew_seconds) // 60
    off = (
        _("its clock was %(n)s min ahead, put right here")
        if skew_seconds > 0
        else _("its clock was %(n)s min behind, put right here")
    )
    return f"{text}; {off % {'n': minutes}}"
