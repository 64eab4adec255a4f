"""The form of a registration with what a correction or a challenge adds to it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.web.appeals.forms.entry import EntryForm, Sections
from qadaga.web.forms import choose
from qadaga.web.rulings import grounds_of


class ChallengeForm(EntryForm):
    """A challenge knows the version of what it challenges."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class CorrectionForm(ChallengeForm):
    """A correction says on which ground, and why."""

    ground = forms.ChoiceField(label=_("Ground"))
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}))

    sections: Sections = ((_("The decision to correct"), ("ground", "reason")), *EntryForm.sections)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "ground", grounds_of("appeal.correct"))
