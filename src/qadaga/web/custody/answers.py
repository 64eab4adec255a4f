"""The check list of a visit with what was answered and what shows it: on the card, and printed."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_GET

from qadaga.documents import render
from qadaga.documents.downloads import attachment, fresh
from qadaga.supervision.custody import selectors
from qadaga.supervision.custody.lists import Item, lists
from qadaga.supervision.custody.models import Answer, Visit
from qadaga.supervision.custody.shown import Shown, file_of, shown
from qadaga.web.cards.sections import Section, section
from qadaga.web.components import Text, badge, date_text, lines, link, moment_text
from qadaga.web.custody.asked import GROUPS, source_shown, source_text
from qadaga.web.custody.history import VERDICTS
from qadaga.web.names import language
from qadaga.web.orders.people import named
from qadaga.web.views import StaffRequest, staff_view


def answers_section(visit: Visit) -> Section:
    """Every point of the visit's list: what it rests on, the answer, the remark, the files that show it."""
    kept = {answer.item: answer for answer in visit.answers.all()}
    files = shown(visit)
    rows = [
        (
            lines(item.text[language()], format_html("{} · {}", GROUPS[item.group], source_shown(item))),
            _verdict(kept.get(item.id)),
            _remark(visit, kept.get(item.id), [one for one in files if one.item == item.id]),
        )
        for item in lists().items(visit.list_version)
    ]
    columns = [_("Point"), _("Answer"), _("Remark and files")]
    return section("answers", _("Check list"), columns, rows, "", stacks=True)


def _verdict(answer: Answer | None) -> Text:
    if answer is None:
        return "—"
    said = badge(answer.get_verdict_display(), VERDICTS[answer.verdict])
    return format_html("{} {}", said, badge(_("In a matter"), "info")) if answer.violation_id else said


def _remark(visit: Visit, answer: Answer | None, files: list[Shown]) -> Text:
    links = [
        link(
            reverse("visits:file", args=[visit.id, one.file_id]), f"{one.title} ({filesizeformat(one.size)})"
        )
        for one in files
    ]
    return lines(answer.remark if answer else "", *links)


@require_GET
@staff_view
def file(request: StaffRequest, pk: UUID, file_id: UUID) -> HttpResponseBase:
    """A file that shows what was found, as a download."""
    return attachment(file_of(selectors.read_visit(request.actor, request.on, pk), file_id))


@require_GET
@staff_view
def paper(request: StaffRequest, pk: UUID) -> HttpResponse:
    """The list on paper: empty before the visit, as answered since. Made anew each time, kept nowhere."""
    visit = selectors.read_visit(request.actor, request.on, pk)
    shown_in = "kk" if language() == "kk" else "ru"
    with override(shown_in):
        return fresh(render.pdf("visit_list", _printed(visit, request, shown_in)))


def _printed(visit: Visit, request: StaffRequest, shown_in: str) -> dict[str, Any]:
    asked, place = selectors.list_of(visit, request.on), visit.place
    kept = {answer.item: answer for answer in visit.answers.all()}
    return {
        "language": shown_in,
        "office_ru": place.office.name_ru,
        "office_kk": place.office.name_kk,
        "date": visit.planned_on,
        "place": f"{place.name(shown_in)}, {place.address}",
        "kind": str(place.get_kind_display()),
        "list": f"{asked.version}, {_('in use since %(day)s') % {'day': date_text(asked.since)}}",
        "officer": named(visit.officer),
        "begun": moment_text(visit.started_at) if visit.started_at else "",
        "finished": moment_text(visit.finished_at) if visit.finished_at else "",
        **{
            group: [_line(item, kept.get(item.id)) for item in asked.items if item.group == group]
            for group in GROUPS
        },
        "files": [_file(one, asked.items) for one in shown(visit)],
        "outcome": [line for line in (visit.outcome or "").split("\n") if line.strip()],
    }


def _line(item: Item, answer: Answer | None) -> str:
    said = f"{answer.get_verdict_display()}. {answer.remark}".strip() if answer else "________________"
    return f"{item.text[language()]} [{source_text(item)}] — {said}"


def _file(one: Shown, items: tuple[Item, ...]) -> str:
    text = next(item.text[language()] for item in items if item.id == one.item)
    return f"{one.title} ({text}). SHA-256 {one.sha256}"
