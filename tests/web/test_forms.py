"""The base of forms: bad text on its field, a service's refusal on its field, nothing done twice."""

from uuid import UUID

import pytest
from django import forms
from django.http import HttpRequest, QueryDict
from django.test import RequestFactory

from qadaga.accounts.models import User
from qadaga.common.errors import FieldError, InvalidInput
from qadaga.web.forms import BaseForm, DateField, VersionedForm


class Sample(BaseForm):
    """Two fields; the service calls the first one otherwise."""

    field_of = {"applicant_name": "name"}
    name = forms.CharField(max_length=20)
    day = DateField(required=False)


class Versioned(VersionedForm):
    """One field of something others may change."""

    title = forms.CharField(label="Title")


def data(**values: str) -> QueryDict:
    """A form as it comes from the browser."""
    sent = QueryDict(mutable=True)
    sent.update(values)
    return sent


@pytest.mark.parametrize("bad", ["a\0b", "a\ud800b", "\udfff"])
def test_bad_text_is_an_error_of_its_field(bad: str) -> None:
    form = Sample(data(name=bad))
    assert not form.is_valid()
    assert list(form.errors) == ["name"]
    assert "cannot be stored" in form.errors["name"][0] or "нельзя сохранить" in form.errors["name"][0]
    form.as_div().encode("utf-8")


def test_a_form_that_was_not_sent_has_a_token_of_its_own() -> None:
    one, two = Sample(), Sample()
    assert one["submission"].value() != two["submission"].value()
    assert UUID(one["submission"].value()).version == 7


@pytest.mark.parametrize(
    ("typed", "right"), [("2026-09-05", True), ("05.09.2026", True), ("31.02.2026", False)]
)
def test_days_are_read_in_both_ways(typed: str, right: bool) -> None:
    form = Sample(data(name="x", day=typed))
    assert form.is_valid() is right


def request_of(user: User) -> HttpRequest:
    """A request of the user."""
    made = RequestFactory().post("/")
    made.user = user
    return made


@pytest.mark.django_db
def test_a_services_refusal_lands_on_its_field() -> None:
    form = Sample(data(name="x"))

    def act() -> str:
        raise InvalidInput(
            FieldError("applicant_name", "bad", "This must be text."),
            FieldError("elsewhere", "bad", "This field must be filled in."),
        )

    assert form.carry_out(request_of(User.objects.create_user("inkar")), act) is None
    assert set(form.errors) == {"name", "__all__"}


@pytest.mark.django_db
def test_a_replayed_form_shows_the_first_result() -> None:
    user = User.objects.create_user("inkar")
    sent = data(name="x", submission=str(Sample()["submission"].value()))
    results = iter(["/one/", "/two/"])
    outcomes = [Sample(sent).carry_out(request_of(user), lambda: next(results)) for _ in range(2)]
    assert [(o.result, o.fresh) for o in outcomes if o] == [("/one/", True), ("/one/", False)]


def test_what_the_other_changed_is_shown_and_what_was_typed_stays() -> None:
    form = Versioned(data(title="mine", version="3"))
    assert form.is_valid()
    form.overtaken(5, {"title": "theirs", "unknown": "?"})
    assert [(c.label, c.yours, c.theirs) for c in form.conflicts] == [("Title", "mine", "theirs")]
    assert form["version"].value() == "5"
    assert form["title"].value() == "mine"
