"""The form of a registration with what a correction or a challenge adds to it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.law import catalogue
from qadaga.web.appeals.forms.entry import EntryForm, Sections
from qadaga.web.names import language


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
        law, code = catalogue.load(), language()
        field = self.fields["ground"]
        assert isinstance(field, forms.ChoiceField)
        grounds = law.powers["appeal.correct"].grounds
        field.choices = [(ground, law.grounds[ground].title.get(code)) for ground in grounds]
