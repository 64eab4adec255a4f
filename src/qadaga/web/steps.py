"""A step on a card: one form page that exercises one power, done once, and goes back to the card.

A domain declares its steps as data: the power, the form, the service that carries it out. The page, the
ruling beside it, the one-time token, the conflict with what somebody else changed are the same for all.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext as _

from qadaga import authority
from qadaga.authority import Actor, NotPermitted
from qadaga.common.errors import Conflict, NotFound, Stale, filled
from qadaga.documents import services as documents
from qadaga.documents.models import StoredFile
from qadaga.journal import selectors as journal
from qadaga.law.model import Ruling, Subject
from qadaga.web.cards.timeline import timeline_views
from qadaga.web.components import Crumb
from qadaga.web.forms import BaseForm, words
from qadaga.web.rulings import power_title, reason_view, ruling_view
from qadaga.web.views import StaffRequest, staff_view

if TYPE_CHECKING:  # the type of a lazy string is known to the stubs only
    from django.utils.functional import _StrPromise


# A matter, an act, a measure: a row with a key and the version that nobody overwrites unseen.
R = TypeVar("R", bound=Any)
Words: TypeAlias = "str | _StrPromise"
# Days of what is mostly written down on the day it happens; a form that needs one proposes today.
_MOSTLY_TODAY = frozenset(
    f"{done}_on"
    for done in (
        *("answered", "arrived", "asked", "came", "corrected", "done", "given", "received", "replied"),
        *("reported", "returned", "said", "sent", "served", "shown", "taken", "told"),
    )
)


class StepForm(BaseForm):
    """A form about `record`; it carries the version and the journal's last entry that its writer saw."""

    # A template shown beside the form, such as a preview of what is being written.
    beside = ""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, record: Any, request: StaffRequest, **kwargs: Any) -> None:
        self.record, self.request = record, request
        super().__init__(*args, **kwargs)
        if not self.is_bound:
            self.initial["version"] = record.version
        self.prepare()
        for name in _MOSTLY_TODAY & self.fields.keys():
            if self.fields[name].required:
                self.initial.setdefault(name, request.on)

    def prepare(self) -> None:
        """Fill choices and first values from the record; the base has none."""

    @property
    def expected(self) -> int:
        """The version the person saw; 0, which no record has, where the form came without one."""
        return int(self.cleaned_data.get("version") or 0)

    @property
    def who(self) -> dict[str, Any]:
        """Who fills it in and the day it counts from, as the services name them: `by` and `on`."""
        return {"by": self.request.actor, "on": self.request.on}

    @property
    def stamp(self) -> dict[str, Any]:
        """What every service that changes the record wants: `version`, the one seen, with `who`."""
        return {"version": self.expected, **self.who}

    def picked(self, *names: str) -> dict[str, Any]:
        """The cleaned values of those fields, by name."""
        return {name: self.cleaned_data[name] for name in names}

    def stored(self, name: str = "file") -> StoredFile | None:
        """The uploaded file of that field, kept; None where nothing was chosen."""
        upload = self.cleaned_data.get(name)
        if upload is None:
            return None
        return documents.store(upload, upload.name or name, by=self.request.actor, field=name)

    def catch_up(self, version: int, seen: int) -> None:
        """Let the next submission count as made with what is there now in view."""
        data: Any = self.data.copy()  # type: ignore[attr-defined]  # bound forms hold a QueryDict
        data[self.add_prefix("version")], data[self.add_prefix("seen")] = str(version), str(seen)
        self.data = data


@dataclass(frozen=True, slots=True)
class Step(Generic[R]):
    """One thing to do: `perform` calls the service and may return an address other than the card's.

    `text` says in a sentence what happens; `label` names the step where the power's title does not; `needs`
    tells from the gathered parts of the card whether there is anything to do it with.
    """

    power: str
    form: type[StepForm]
    perform: Callable[[R, Any, StaffRequest], str | None]
    text: Words = ""
    label: Words = ""
    button: Words = ""
    needs: Callable[[Any], bool] | None = None

    @property
    def title(self) -> str:
        """What the step is called."""
        return str(self.label) or power_title(self.power)


@dataclass(frozen=True, slots=True)
class Desk(Generic[R]):
    """Everything that can be done with one kind of record, by the slug of the step in the address."""

    kind: str
    find: Callable[[StaffRequest, UUID], R]
    name: Callable[[R], str]
    card_url: Callable[[R], str]
    ruling: Callable[[R, str, StaffRequest], Ruling]
    steps: Mapping[str, Step[R]] = field(default_factory=dict)


def ruled_by(subject: Callable[[R, Actor, date], Subject]) -> Callable[[R, str, StaffRequest], Ruling]:
    """The ruling of a desk whose records the law sees as `subject(record, actor, on)` tells."""

    def ruling(record: R, power: str, request: StaffRequest) -> Ruling:
        return authority.offered(request.actor, power, subject(record, request.actor, request.on), request.on)

    return ruling


@dataclass(frozen=True, slots=True)
class Attempt(Generic[R]):
    """One person's visit to one step of one record, allowed by the ruling."""

    request: StaffRequest
    desk: Desk[R]
    step: Step[R]
    record: R
    ruling: Ruling

    def form(self) -> StepForm:
        """The form as sent, or a new one that knows what its writer has seen."""
        about: dict[str, Any] = {"record": self.record, "request": self.request}
        if self.request.method == "POST":
            return self.step.form(self.request.POST, self.request.FILES, **about)
        return self.step.form(initial={"seen": self.last_entry()}, **about)

    def last_entry(self) -> int:
        """The id of the journal's newest entry about the record; 0 for none."""
        newest = journal.timeline(self.desk.kind, self.record.id, limit=1)
        return newest[0].id if newest else 0

    def page(self, form: StepForm, status: int = 200, **extra: Any) -> HttpResponse:
        """The step's page with the form as it stands."""
        name, url = self.desk.name(self.record), self.desk.card_url(self.record)
        context = {
            "step": self.step,
            "form": form,
            "title": self.step.title,
            "record_name": name,
            "crumbs": [Crumb(name, url)],
            "back": url,
            "ruling": ruling_view(self.ruling),
            **extra,
        }
        return render(self.request, "cards/step.html", context, status=status)

    def carry_out(self, form: StepForm) -> HttpResponse:
        """Do it once; the page again with what is wrong, or with what somebody else did meanwhile."""
        try:
            done = form.carry_out(self.request, lambda: self._perform(form))
        except Stale:
            return self._conflict(form)
        except Conflict as error:
            return self._refused(form, error)
        except NotPermitted as error:
            return self._forbidden(form, error)
        if done is None:
            return self.page(form, HTTPStatus.UNPROCESSABLE_ENTITY)
        if done.fresh:
            messages.success(self.request, _("Done: %(step)s.") % {"step": self.step.title})
        return redirect(done.result)

    def _perform(self, form: StepForm) -> str:
        return self.step.perform(self.record, form, self.request) or self.desk.card_url(self.record)

    def _refused(self, form: StepForm, error: Conflict) -> HttpResponse:
        """The state of things does not allow it: said over the form, with everything that is missing."""
        form.add_error(None, words(error))
        for gap in error.data.get("missing", ()):
            form.add_error(None, filled(gettext(gap.message), gap.data))
        return self.page(form, error.status)

    def _forbidden(self, form: StepForm, error: NotPermitted) -> HttpResponse:
        """What was entered makes the law refuse: said over the form with the clauses; it stays typed."""
        refused_by_law(form, error)
        return self.page(form, error.status, ruling=ruling_view(error.ruling))

    def _conflict(self, form: StepForm) -> HttpResponse:
        seen = form.cleaned_data.get("seen") or 0
        news = [e for e in journal.timeline(self.desk.kind, self.record.id, limit=20) if e.id > seen]
        now = replace(self, record=self.desk.find(self.request, self.record.id))
        form.catch_up(now.record.version, now.last_entry())
        return now.page(form, HTTPStatus.PRECONDITION_FAILED, news=timeline_views(news))


def refused_by_law(form: BaseForm, error: NotPermitted) -> None:
    """Put each condition that is not met over the form, with its clause."""
    for missing in error.ruling.missing:
        reason = reason_view(missing)
        form.add_error(None, f"{reason.text} ({missing.citation.clause})")


def step_view(desk: Desk[R]) -> Callable[..., HttpResponseBase]:
    """The view of every step of a desk: `…/<uuid:pk>/<slug:slug>/`."""

    @staff_view
    def view(request: StaffRequest, pk: UUID, slug: str) -> HttpResponseBase:
        step = desk.steps.get(slug)
        if step is None:
            raise NotFound
        record = desk.find(request, pk)
        ruling = desk.ruling(record, step.power, request)
        if not ruling.allowed:
            raise NotPermitted(ruling)
        attempt = Attempt(request, desk, step, record, ruling)
        form = attempt.form()
        return attempt.carry_out(form) if request.method == "POST" else attempt.page(form)

    return view
