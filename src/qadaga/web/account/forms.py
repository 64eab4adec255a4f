"""Forms of one's own account."""

from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.common import clock
from qadaga.web.forms import BaseForm, DateField


def _in_ninety_days() -> object:
    return clock.today() + timedelta(days=90)


class TokenForm(BaseForm):
    """A new API token."""

    name = forms.CharField(
        label=_("What it is for"),
        max_length=100,
        help_text=_("For example: the export of monthly figures."),
    )
    expires_at = DateField(
        label=_("Valid until"),
        initial=_in_ninety_days,
        help_text=_("The token ends at the beginning of this day; at most a year from now."),
    )
