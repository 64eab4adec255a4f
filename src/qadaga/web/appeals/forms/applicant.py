"""One applicant's row of the registration form."""

from typing import Any

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from qadaga.appeals.entry import ApplicantEntry
from qadaga.appeals.kinds import ApplicantKind, NoIdReason
from qadaga.common.errors import FieldError
from qadaga.web.forms import BaseForm, DateField, words

_CHECKED = {
    "hx-post": reverse_lazy("appeals:number"),
    "hx-trigger": "input changed delay:400ms",
    "hx-swap": "innerHTML",
    "autocomplete": "off",
    "inputmode": "numeric",
}
_OFFERED = "same"
_DETAILS = ("representative_name", "representative_iin", "authority_document")


class ApplicantForm(BaseForm):
    """Fields `a<row>-…`. The row itself is sent as a value of `rows`."""

    submission = None  # type: ignore[assignment]  # the form of the appeal carries the one token

    kind = forms.ChoiceField(label=_("Applicant"), choices=ApplicantKind.choices, required=False)
    name = forms.CharField(
        label=_("Full name, or name of the organisation"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    iin = forms.CharField(label=_("IIN"), required=False, max_length=40)
    bin = forms.CharField(label=_("BIN"), required=False, max_length=40)
    no_id_reason = forms.ChoiceField(
        label=_("Why there is no number"), choices=NoIdReason.choices, required=False
    )
    birth_date = DateField(
        label=_("Birth date"), required=False, help_text=_("Known from the IIN; needed without one.")
    )
    # Offered beside the form: the number of somebody known of the same name and birth date.
    same = forms.CharField(required=False, max_length=12)
    address = forms.CharField(label=_("Address"), required=False, max_length=400)
    phone = forms.CharField(label=_("Telephone"), required=False, max_length=40)
    email = forms.CharField(label=_("E-mail"), required=False, max_length=254)
    representative_name = forms.CharField(label=_("Representative"), required=False, max_length=200)
    representative_iin = forms.CharField(label=_("Representative's IIN"), required=False, max_length=40)
    authority_document = forms.CharField(
        label=_("Document of authority"),
        required=False,
        max_length=300,
        help_text=_("What it is, its number and date."),
    )

    def __init__(self, *args: Any, row: int, **kwargs: Any) -> None:
        self.row = row
        super().__init__(*args, prefix=f"a{row}", **kwargs)
        for name in ("iin", "bin"):
            note = {"hx-target": f"#a{row}-{name}-note", "aria-describedby": f"a{row}-{name}-note"}
            self.fields[name].widget.attrs |= _CHECKED | note

    @property
    def main(self) -> list[Any]:
        """The fields that nearly every applicant has."""
        return [self[name] for name in self.fields if name not in (*_DETAILS, _OFFERED)]

    @property
    def details(self) -> list[Any]:
        """The fields of a representative, shown on demand."""
        return [self[name] for name in _DETAILS]

    @property
    def has_details(self) -> bool:
        """Whether the representative's part has something to show."""
        return any(field.value() or field.errors for field in self.details)

    def has_changed(self) -> bool:
        """Whether anything but the kind was entered."""
        return any(self[name].value() for name in self.fields if name not in ("kind", _OFFERED))

    def add_fault(self, fault: FieldError) -> None:
        """Put one fault of a service on its field."""
        name = fault.field if fault.field in self.fields else None
        self.add_error(name, forms.ValidationError(words(fault), fault.code))

    def entry(self) -> ApplicantEntry:
        """What was entered."""
        values = dict(self.cleaned_data)
        known = values.pop(_OFFERED)
        if known and not values["iin"]:
            values |= {"iin": known, "no_id_reason": ""}
        return ApplicantEntry(**{**values, "kind": values["kind"] or ApplicantKind.PERSON})
