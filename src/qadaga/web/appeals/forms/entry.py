"""The form of a registration: the appeal, and as many applicants as there are. Works without JavaScript."""

from collections.abc import Callable, Iterable
from dataclasses import fields
from functools import cache
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from qadaga.appeals.entry import AppealEntry, ApplicantEntry
from qadaga.appeals.kinds import AnonymousGround, Kind, Language, Way
from qadaga.appeals.selectors import find_body
from qadaga.authority.actor import Actor
from qadaga.common.errors import FieldError
from qadaga.web.appeals.forms.applicant import ApplicantForm
from qadaga.web.components import Changed
from qadaga.web.forms import BaseForm, DateField

ROWS = "rows"
MOST_ROWS = 50
NOBODY = ("", _("Nobody of this office"))


Sections = tuple[tuple[Any, tuple[str, ...]], ...]


_SUGGESTED = {
    "list": "bodies",
    "autocomplete": "off",
    "hx-post": reverse_lazy("appeals:bodies"),
    "hx-trigger": "input changed delay:300ms",
    "hx-target": "#bodies",
}


class ManyFilesInput(forms.ClearableFileInput):
    """Several files at once."""

    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """A list of uploads, possibly empty."""

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Each upload is checked like a single one."""
        given = data if isinstance(data, list | tuple) else [data] if data else []
        return [super(ManyFilesField, self).clean(one, initial) for one in given]


class EntryForm(BaseForm):
    """What the clerk enters. `people` gives choices of the office's officers and employees."""

    kind = forms.ChoiceField(label=_("Kind"), choices=Kind.choices)
    language = forms.ChoiceField(label=_("Language"), choices=Language.choices)
    way = forms.ChoiceField(label=_("How it arrived"), choices=Way.choices)
    arrived_on = DateField(label=_("Arrived on"))
    oral = forms.BooleanField(label=_("Said aloud and written down here"), required=False)
    anonymous = forms.BooleanField(label=_("Anonymous"), required=False)
    anonymous_ground = forms.ChoiceField(
        label=_("If anonymous"), choices=AnonymousGround.choices, required=False
    )
    minor = forms.BooleanField(label=_("The applicant is under 18"), required=False)
    detained = forms.BooleanField(label=_("The applicant is held in custody"), required=False)
    summary = forms.CharField(
        label=_("What it is about"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 6})
    )
    body = forms.CharField(
        label=_("Body complained of"),
        required=False,
        max_length=300,
        help_text=_("Its BIN or name; a body of the register is recognised."),
        widget=forms.TextInput(attrs=_SUGGESTED),
    )
    official = forms.ChoiceField(
        label=_("Somebody of this office complained of"),
        required=False,
        help_text=_("A complaint about the head goes to the office above by itself."),
    )
    official_name = forms.CharField(label=_("Another official complained of"), required=False, max_length=200)
    attachments_note = forms.CharField(
        label=_("Papers that came with it"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    paper_place = forms.CharField(label=_("Where the paper lies"), required=False, max_length=200)
    repeats = forms.UUIDField(required=False, widget=forms.HiddenInput)
    uploads = ManyFilesField(
        label=_("Files"),
        required=False,
        widget=ManyFilesInput,
        help_text=_("PDF, Word, Excel, a picture or text, up to 50 MB each. Choose them last."),
    )

    field_of = {"body_name": "body", "official_id": "official", "repeats_id": "repeats", "file": "uploads"}
    sections: Sections = (
        (_("The appeal"), ("kind", "language", "way", "arrived_on", "summary", "oral")),
        (_("Complained of"), ("body", "official", "official_name")),
        (_("Circumstances"), ("minor", "detained", "anonymous", "anonymous_ground")),
        (_("Papers"), ("paper_place", "attachments_note", "uploads")),
    )

    def __init__(
        self,
        *args: Any,
        actor: Actor,
        people: Callable[[], list[tuple[str, str]]],
        applicants: Iterable[dict[str, Any]] = ({},),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        official = self.fields["official"]
        assert isinstance(official, forms.ChoiceField)
        official.choices = cache(lambda: [NOBODY, *people()])
        self.applicants = self._bound_rows() if self.is_bound else self._fresh_rows(applicants)

    def _bound_rows(self) -> list[ApplicantForm]:
        assert isinstance(self.data, QueryDict)
        return [ApplicantForm(self.data, row=row) for row in rows_of(self.data)]

    def _fresh_rows(self, applicants: Iterable[dict[str, Any]]) -> list[ApplicantForm]:
        return [ApplicantForm(row=row, initial=values) for row, values in enumerate(applicants)]

    @property
    def fieldsets(self) -> list[tuple[Any, list[Any]]]:
        """The bound fields under their headings."""
        return [(title, [self[name] for name in names]) for title, names in self.sections]

    @property
    def removable(self) -> bool:
        """Whether a row may be taken away: one always stays."""
        return len(self.applicants) > 1

    def is_valid(self) -> bool:
        """Whether the appeal and every applicant can be read; all of them are looked at."""
        return all([super().is_valid(), *[row.is_valid() for row in self.filled()]])

    def forget_errors(self) -> None:
        """Show what was typed without judging it: the form was sent to be rearranged, not to be done."""
        for form in (self, *self.applicants):
            form.full_clean()
            form.errors.clear()

    def filled(self) -> list[ApplicantForm]:
        """The rows of applicants in which anything was entered."""
        return [row for row in self.applicants if row.has_changed()]

    def add_fault(self, fault: FieldError) -> None:
        """A fault of `applicants.1.iin` goes to that row's field."""
        head, *rest = fault.field.split(".")
        rows = self.filled()
        if head == "applicants" and len(rest) == 2 and int(rest[0]) < len(rows):
            rows[int(rest[0])].add_fault(FieldError(rest[1], fault.code, fault.message, fault.data))
            # The form as a whole is at fault too: its summary points at the row.
            self.add_error(None, _("An applicant's data has to be put right."))
            return
        super().add_fault(fault)

    def entry(self) -> AppealEntry:
        """What was entered; the body is the register's where its BIN or name is there."""
        values = self.cleaned_data
        body = find_body(values["body"])
        return AppealEntry(
            **{name: values[name] for name in _PLAIN},
            applicants=tuple(row.entry() for row in self.filled()),
            body_id=body.id if body else None,
            body_name="" if body else values["body"],
            official_id=UUID(values["official"]) if values["official"] else None,
            repeats_id=values["repeats"],
        )

    def differing(self, current: AppealEntry) -> list[Changed]:
        """Fields of which another text stands in the register now than in this form."""
        mine = self.entry()
        return [
            Changed(str(self.fields[name].label), str(getattr(mine, name)), str(getattr(current, name)))
            for name in _PLAIN
            if getattr(mine, name) != getattr(current, name)
        ]


_PLAIN = (
    *("kind", "language", "way", "arrived_on", "summary", "oral", "anonymous", "anonymous_ground"),
    *("minor", "detained", "official_name", "attachments_note", "paper_place"),
)


def rows_of(data: QueryDict) -> list[int]:
    """The numbers of the applicants' rows that a form was sent with; at least one row, at most fifty."""
    given = [int(row) for row in data.getlist(ROWS) if row.isdigit() and len(row) < 4]
    return list(dict.fromkeys(given))[:MOST_ROWS] or [0]


def initial_of(entry: AppealEntry, body: str) -> dict[str, Any]:
    """First values of the form for what is registered already."""
    values = {name: getattr(entry, name) for name in _PLAIN}
    official = str(entry.official_id) if entry.official_id else ""
    return {**values, "body": body, "official": official, "repeats": entry.repeats_id}


def applicant_initial(entry: ApplicantEntry) -> dict[str, Any]:
    """First values of an applicant's row."""
    return {field.name: getattr(entry, field.name) for field in fields(entry)}
