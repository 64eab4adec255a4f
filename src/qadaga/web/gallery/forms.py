"""A form with every sort of field, for the gallery."""

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.web.forms import BaseForm, DateField


class SampleForm(BaseForm):
    """One field of each sort."""

    applicant = forms.CharField(label=_("Applicant"), help_text=_("Family name, given name, patronymic."))
    arrived_on = DateField(label=_("Arrived on"))
    language = forms.ChoiceField(label=_("Language"), choices=[("kk", "Қазақша"), ("ru", "Русский")])
    way = forms.ChoiceField(
        label=_("Way of arrival"),
        choices=[("post", _("By post")), ("person", _("In person"))],
        widget=forms.RadioSelect,
    )
    anonymous = forms.BooleanField(label=_("Anonymous"), required=False)
    summary = forms.CharField(label=_("What it is about"), widget=forms.Textarea, required=False)
