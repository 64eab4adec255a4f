"""What the check lists ask of each kind of place, and on what that rests: a page for all, a page for each."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from qadaga.common.errors import NotFound
from qadaga.supervision.custody.choices import PlaceKind
from qadaga.supervision.custody.lists import CheckList, Item, lists
from qadaga.web.cards.sections import Section, section
from qadaga.web.components import Crumb, Text, badge, date_text, link
from qadaga.web.law.conditions import status_flag
from qadaga.web.law.links import clause_link, joined
from qadaga.web.names import language
from qadaga.web.views import StaffRequest, staff_view

GROUPS = {
    "rights": gettext_lazy("Rights"),
    "conditions": gettext_lazy("Conditions"),
    "duties": gettext_lazy("The held persons' own duties"),
}


def list_url(edition: CheckList) -> str:
    """The page of an edition."""
    return reverse("visits:edition", args=[edition.version])


def source_text(item: Item) -> str:
    """The same in words, for a page that has no links."""
    if item.norm is None:
        return ", ".join(item.clauses)
    return f"{item.norm[language()]} ({_('unverified')})"


def source_shown(item: Item) -> SafeString:
    """The clauses that ask for the point, as links; or the act it is recalled from, marked unverified."""
    if item.norm is None:
        return joined([clause_link(clause) for clause in item.clauses])
    return format_html("{} {}", item.norm[language()], status_flag(item.status))


@require_GET
@staff_view
def index(request: StaffRequest) -> HttpResponse:
    """The list in force for each kind of place; the others, each with its days."""
    on = request.on
    now = [lists().on(kind, on) for kind in PlaceKind.values]
    current = [
        (str(PlaceKind(kind).label), *_line(edition))
        for kind, edition in zip(PlaceKind.values, now, strict=True)
    ]
    others = [
        (", ".join(str(PlaceKind(kind).label) for kind in one.kinds), *_line(one))
        for one in lists().editions
        if one not in now
    ]
    columns = [_("Kind"), _("Check list"), _("In use since"), _("Points")]
    sections = [
        section("now", _("In force"), columns, current, "", stacks=True),
        section("others", _("Earlier and later"), columns, others, _("There are no others."), stacks=True),
    ]
    context = {"title": _("Check lists"), "crumbs": [plan_crumb()], "sections": sections}
    return render(request, "custody/plan.html", context)


@require_GET
@staff_view
def one(request: StaffRequest, edition: str) -> HttpResponse:
    """Every point of one edition; NotFound where there is none of the name."""
    asked = next((one for one in lists().editions if one.version == edition), None)
    if asked is None:
        raise NotFound
    context = {
        "title": _("Check list %(version)s") % {"version": asked.version},
        "subtitle": ", ".join(str(PlaceKind(kind).label) for kind in asked.kinds),
        "badge": badge(_("in use since %(day)s") % {"day": date_text(asked.since)}, "info"),
        "crumbs": [plan_crumb(), Crumb(_("Check lists"), reverse("visits:lists"))],
        "sections": [_points(group, asked) for group in GROUPS],
    }
    return render(request, "custody/plan.html", context)


def _points(group: str, edition: CheckList) -> Section:
    rows = [(item.text[language()], source_shown(item)) for item in edition.items if item.group == group]
    return section(group, str(GROUPS[group]), [_("Point"), _("Rests on")], rows, "", stacks=True)


def _line(edition: CheckList) -> tuple[Text, ...]:
    return (
        link(list_url(edition), edition.version),
        date_text(edition.since),
        format_html("{} {}", len(edition.items), status_flag(lists().status)),
    )


def plan_crumb() -> Crumb:
    """The way back to the plan of visits."""
    return Crumb(_("Plan of visits"), reverse("visits:plan"))
