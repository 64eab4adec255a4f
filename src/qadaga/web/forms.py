"""The base of every form: bad text is a field error, a service's refusal lands on its field, done once."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any, cast
from uuid import UUID

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qadaga.accounts import submissions
from qadaga.common import text
from qadaga.common.errors import FieldError, InvalidInput, QadagaError, filled
from qadaga.common.ids import new_id
from qadaga.matters.dates import FIRST_YEAR, LAST_YEAR
from qadaga.web.components import Changed

BAD_TEXT = _(
    "This holds a character that cannot be stored (a NUL or half of a character pair). "
    "Remove it, or type this part again by hand."
)


def words(error: QadagaError | FieldError) -> str:
    """The error's message in the person's language, with its data filled in."""
    return filled(gettext(error.message), error.data)


class SubmissionField(forms.UUIDField):
    """The token of a form; one that was tampered with counts as none, for nobody sees this field."""

    def clean(self, value: Any) -> UUID | None:
        """The token, or None."""
        try:
            return cast(UUID | None, super().clean(value))
        except forms.ValidationError:
            return None


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form was sent with, also where no field came with it; None where nothing was sent."""
    return request.POST if request.method == "POST" else None


class BaseForm(forms.Form):
    """A form with a submission token; see `carry_out` for doing it once.

    Subclasses set `field_of` where a service's field is called otherwise than the form's.
    """

    field_of: dict[str, str] = {}

    submission = SubmissionField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        if not self.is_bound:
            self.initial.setdefault("submission", new_id())

    def full_clean(self) -> None:
        """Refuse what no database and no UTF-8 document can hold before any field looks at it."""
        wrong = self._unwritable()
        if wrong:
            data = self._writable_data()
            for name in wrong:
                data.setlist(
                    self.add_prefix(name), [_printable(v) for v in data.getlist(self.add_prefix(name))]
                )
            self.data = data
        super().full_clean()
        for name in wrong:
            self.errors[name] = self.error_class([str(BAD_TEXT)], renderer=self.renderer)
            self.cleaned_data.pop(name, None)

    def _writable_data(self) -> QueryDict:
        # What came with the request cannot be changed; a copy can.
        data = QueryDict(mutable=True)
        data.update(self.data)
        return data

    def _unwritable(self) -> list[str]:
        if not self.is_bound or not hasattr(self.data, "getlist"):
            return []
        return [
            name
            for name in self.fields
            if not all(_readable(str(value)) for value in self.data.getlist(self.add_prefix(name)))
        ]

    @property
    def token(self) -> UUID:
        """The token of this submission; a form sent without one is a submission of its own."""
        given = self.cleaned_data.get("submission")
        return given if isinstance(given, UUID) else new_id()

    @contextmanager
    def faults(self) -> Iterator[None]:
        """A service's InvalidInput raised inside becomes field errors of this form."""
        try:
            yield
        except InvalidInput as error:
            self.add_faults(error)

    def add_faults(self, error: InvalidInput) -> None:
        """Put each fault on its field."""
        for fault in error.fields:
            self.add_fault(fault)

    def add_fault(self, fault: FieldError) -> None:
        """Put one fault on its field, or over the form when it has no such field."""
        name = self.field_of.get(fault.field, fault.field)
        said = self._in_words(name, fault)
        self.add_error(name if name in self.fields else None, forms.ValidationError(said, fault.code))

    def _in_words(self, name: str, fault: FieldError) -> str:
        # Codes are for programs; a person chooses among what the field shows.
        field = self.fields.get(name)
        if fault.code != "unknown_choice" or not isinstance(field, forms.ChoiceField):
            return words(fault)
        pairs: Any = field.choices
        labels = ", ".join(str(label) for value, label in pairs if value)
        return words(FieldError(fault.field, fault.code, fault.message, {"known": labels}))

    def carry_out(self, request: HttpRequest, act: Callable[[], str]) -> submissions.Outcome | None:
        """Run `act` once for this form; its address of the result, or None when fields are wrong.

        `act` runs in a transaction with the submission's token: a replay of the form gets the first result.
        """
        if not self.is_valid():
            return None
        assert request.user.is_authenticated, "a form is carried out for somebody"
        try:
            return submissions.once(user_id=request.user.pk, token=self.token, act=act)
        except InvalidInput as error:
            self.add_faults(error)
            return None


def choose(form: forms.Form, name: str, choices: Iterable[tuple[str, Any]]) -> None:
    """Give a field of choices what may be chosen."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)


class DateInput(forms.DateInput):
    """The browser's own calendar; its value is ISO whatever the language."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class DateField(forms.DateField):
    """A day: from the browser's calendar, or typed as dd.mm.yyyy."""

    widget = DateInput
    default_error_messages = {
        "invalid": _("There is no such day. Write it as dd.mm.yyyy, for example 05.09.2026.")
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("input_formats", ["%Y-%m-%d", "%d.%m.%Y"])
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> date | None:
        """The day; one that no calendar of ours knows is none, as over the API."""
        day = super().to_python(value)
        if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return day


class MomentInput(forms.DateTimeInput):
    """The browser's own calendar and clock, in the country's time."""

    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


class MomentField(forms.DateTimeField):
    """A day and an hour: from the browser's clock, or typed as dd.mm.yyyy hh:mm."""

    widget = MomentInput
    default_error_messages = {
        "invalid": _("There is no such hour. Write it as dd.mm.yyyy hh:mm, for example 05.09.2026 10:30.")
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("input_formats", ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%d.%m.%Y %H:%M"])
        super().__init__(**kwargs)


def _readable(value: str) -> bool:
    # Bytes that are no UTF-8 reach us as replacement characters: storing those would lose what was meant.
    return text.is_writable(value) and "\N{REPLACEMENT CHARACTER}" not in value


def _printable(value: Any) -> str:
    # What is shown again must be encodable; the person sees where the bad characters stood.
    return str(value).replace("\0", "\N{REPLACEMENT CHARACTER}").encode("utf-8", "replace").decode()


class VersionedForm(BaseForm):
    """A form of something that others may change meanwhile; `version` is what its author saw."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    conflicts: Sequence[Changed] = ()

    def overtaken(self, current_version: int, current: Mapping[str, object]) -> None:
        """Keep what was typed, show what is there now (`current`: field → value), let it be saved again."""
        self.conflicts = [
            Changed(label=str(self.fields[name].label or name), yours=yours, theirs=str(theirs))
            for name, theirs in current.items()
            if name in self.fields and (yours := str(self[name].value() or "")) != str(theirs)
        ]
        data = self._writable_data()
        data[self.add_prefix("version")] = str(current_version)
        self.data = data
