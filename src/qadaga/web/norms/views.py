"""The register of norms, the card of one, a new one; other duties that they lay."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from qadaga.journal import selectors as journal
from qadaga.matters.norms import laying, selectors, services
from qadaga.matters.norms.choices import NormKind
from qadaga.matters.norms.models import LaidDuty, Norm
from qadaga.web.cards.entry import entry_page
from qadaga.web.cards.sections import section
from qadaga.web.cards.timeline import timeline_views
from qadaga.web.components import Crumb
from qadaga.web.conduct.paging import older
from qadaga.web.forms import posted
from qadaga.web.names import language
from qadaga.web.norms import presenter
from qadaga.web.norms.forms import LayForm, NormForm
from qadaga.web.norms.steps import DUTIES, NORMS
from qadaga.web.steps import step_view
from qadaga.web.views import StaffRequest, staff_view

norm_step, duty_step = step_view(NORMS), step_view(DUTIES)
_METHODS = ["GET", "HEAD", "POST"]


@require_GET
@staff_view
def norm_list(request: StaffRequest) -> HttpResponse:
    """The norms that the service acts on beyond the order, the newest first; of one kind if it is named."""
    kind = request.GET.get("kind", "")
    kind = kind if kind in NormKind.values else ""
    rows, more = older(selectors.norms(request.actor, request.on, kind), request)
    columns = [
        *(_("What it gives"), _("What it is called"), _("Edition")),
        *(_("In force from"), _("Not in force from"), _("Now")),
    ]
    empty = _(
        "The General Prosecutor's Office enters here what other laws give: tasks, functions, rights, duties."
    )
    found = [presenter.norm_row(row, request.on) for row in rows]
    links = [(f"?kind={value}", str(label)) for value, label in NormKind.choices if value != kind]
    if kind:
        links.insert(0, (reverse("norms:list"), _("All norms")))
    if selectors.may_enter(request.actor, request.on).allowed:
        links.append((reverse("norms:new"), _("Enter a norm")))
    context = {
        "title": _("Norms in force"),
        "section": section("norms", _("Norms in force"), columns, found, empty, stacks=True),
        "more": f"{more}&kind={kind}" if more and kind else more,
        "links": links,
    }
    return render(request, "conduct/list.html", context)


@require_GET
@staff_view
def norm_card(request: StaffRequest, pk: UUID) -> HttpResponse:
    """One norm: what it gives, since when, by which order, and what was done with the entry."""
    norm = selectors.read_norm(request.actor, request.on, pk)
    actions = selectors.norm_actions(norm, request.actor, request.on)
    context = {
        "title": norm.title(language()),
        "subtitle": str(norm),
        "badge": presenter.norm_badge(norm, request.on),
        "crumbs": [_norms()],
        "summary_title": _("The norm"),
        "summary": presenter.norm_summary(norm),
        "texts": [(_("What it says"), norm.gist)],
        "panel": presenter.norm_panel(norm, actions),
        "timeline": timeline_views(journal.timeline("norm", norm.id, limit=60)),
    }
    return render(request, "cards/card.html", context)


@require_http_methods(_METHODS)
@staff_view
def new_norm(request: StaffRequest) -> HttpResponseBase:
    """Enter a norm of another law."""
    form = NormForm(posted(request), record=Norm(version=0), request=request)

    def made() -> str:
        row = services.enter(entered=form.entered(), by=request.actor, on=request.on)
        return reverse("norms:card", args=[row.id])

    ruling = selectors.may_enter(request.actor, request.on)
    text = _("Nothing rests on it until the Prosecutor General approves it by an order.")
    return entry_page(request, form, ruling, made, register=_norms(), text=text)


@require_GET
@staff_view
def duty_card(request: StaffRequest, pk: UUID) -> HttpResponse:
    """One duty: by which norm, on whom, until when, what came of it."""
    duty = selectors.read_duty(request.actor, request.on, pk)
    actions = selectors.duty_actions(duty, request.actor, request.on)
    texts = [(_("What exactly is to be done"), duty.what)]
    if duty.outcome:
        texts.append((_("What was done, and what came of it"), duty.outcome))
    context = {
        "title": duty.norm.title(language()),
        "subtitle": str(duty.norm),
        "badge": presenter.duty_badge(duty, request.on),
        "crumbs": [_duties()],
        "summary_title": _("The duty"),
        "summary": presenter.duty_summary(duty),
        "texts": texts,
        "panel": presenter.duty_panel(duty, actions),
        "timeline": timeline_views(journal.timeline("laid_duty", duty.id, limit=60)),
    }
    return render(request, "cards/card.html", context)


@require_http_methods(_METHODS)
@staff_view
def new_duty(request: StaffRequest) -> HttpResponseBase:
    """Lay a duty of the register on somebody."""
    form = LayForm(posted(request), record=LaidDuty(version=0), request=request)

    def made() -> str:
        row = laying.lay(laid=form.laid(), by=request.actor, on=request.on)
        return reverse("laid_duties:card", args=[row.id])

    ruling = selectors.may_lay(request.actor, request.on)
    text = _("It stands on the person's first page until it is fulfilled.")
    return entry_page(request, form, ruling, made, register=_duties(), text=text)


def _norms() -> Crumb:
    return Crumb(_("Norms in force"), reverse("norms:list"))


def _duties() -> Crumb:
    return Crumb(_("Other duties by law"), reverse("laid_duties:list"))
