"""The card of a plan, and a new one."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from qadaga.coordination.plans import selectors, services, standings
from qadaga.journal import selectors as journal
from qadaga.web.cards.entry import entry_page
from qadaga.web.cards.timeline import timeline_views
from qadaga.web.components import Crumb
from qadaga.web.forms import posted
from qadaga.web.names import language
from qadaga.web.plans import behind as behind_parts
from qadaga.web.plans import presenter
from qadaga.web.plans.forms import DraftForm
from qadaga.web.plans.steps import PLANS
from qadaga.web.steps import step_view
from qadaga.web.views import StaffRequest, staff_view

plan_step = step_view(PLANS)


@require_GET
@staff_view
def card(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Everything about one plan: what is done, what is behind, what may be done."""
    plan = selectors.read_plan(request.actor, request.on, pk)
    parts = selectors.parts_of(plan)
    actions = selectors.plan_actions(plan, request.actor, request.on)
    context = {
        "title": plan.title,
        "subtitle": plan.get_kind_display(),
        "badge": presenter.plan_badge(plan, request.on),
        "crumbs": [Crumb(_("Plans of work"), reverse("plans:list"))],
        "summary_title": _("The plan"),
        "summary": presenter.plan_summary(plan, parts.items, request.on),
        "sections": presenter.plan_sections(plan, parts, request.on),
        "panel": presenter.plan_panel(plan, parts, actions),
        "timeline": timeline_views(journal.timeline("work_plan", plan.id, limit=60)),
    }
    return render(request, "cards/card.html", context)


@require_GET
@staff_view
def behind(request: StaffRequest) -> HttpResponse:
    """What is behind in the plans that the person sees: by office and person, then each item."""
    late = standings.behind(request.actor, request.on)
    counted = standings.standings(request.actor, request.on, language())
    context = {
        "title": _("What is behind the plans"),
        "crumbs": [Crumb(_("Plans of work"), reverse("plans:list"))],
        "sections": [behind_parts.standings_section(counted), behind_parts.behind_section(late, request.on)],
    }
    return render(request, "custody/plan.html", context)


@require_GET
@staff_view
def behind_list(request: StaffRequest, office: UUID, who: UUID, what: str) -> HttpResponse:
    """The items behind one figure: of an office, by one officer or body; a hundred at a time."""
    by_body = what.startswith("body-")
    whose = standings.Whose(office, body=who) if by_body else standings.Whose(office, executor=who)
    after = _after(request.GET.get("after", ""))
    counted = what.removeprefix("body-")
    rows, more = standings.listed(request.actor, request.on, whose, counted, after)
    context = {
        "title": behind_parts.list_title(counted),
        "subtitle": behind_parts.list_subtitle(rows),
        "crumbs": [
            Crumb(_("Plans of work"), reverse("plans:list")),
            Crumb(_("What is behind the plans"), reverse("plans:behind")),
        ],
        "sections": [behind_parts.items_listed(rows, request.on)],
        "more": f"?after={more}" if more else "",
    }
    return render(request, "plans/listed.html", context)


def _after(said: str) -> UUID | None:
    """The item after which the list goes on; what is no id is the beginning."""
    try:
        return UUID(said) if said else None
    except ValueError:
        return None


@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def new(request: StaffRequest) -> HttpResponseBase:
    """Draft a plan: one's own, or as a leader that of the office, of somebody there, of the council."""
    own = selectors.own_plan(request.actor)
    ruling = selectors.may_draft(request.actor, request.on, own)
    form = DraftForm(posted(request), record=own, request=request)

    def made() -> str:
        row = services.draft(drafted=form.drafted(), by=request.actor, on=request.on)
        return reverse("plans:card", args=[row.id])

    register = Crumb(_("Plans of work"), reverse("plans:list"))
    return entry_page(request, form, ruling, made, register=register, text="")
