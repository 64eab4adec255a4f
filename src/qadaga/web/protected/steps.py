"""Steps on people whose rights were hurt: what was restored, and that they were told."""

from uuid import UUID

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga.matters.models import ProtectedPerson
from qadaga.matters.protected import KIND, RESTORE, TELL, protected_subject
from qadaga.matters.selectors.protected import read_protected
from qadaga.matters.services import protection
from qadaga.web.forms import DateField
from qadaga.web.matters.forms.work import long_text
from qadaga.web.steps import Desk, Step, StepForm, ruled_by
from qadaga.web.views import StaffRequest


class RestoredForm(StepForm):
    """What was restored, and when."""

    restored = long_text(_("What was restored"))
    restored_on = DateField(label=_("When"))


class TellForm(StepForm):
    """When the people were told, and how."""

    told_on = DateField(label=_("Told on"))
    told_how = forms.CharField(
        label=_("Told how"), max_length=200, help_text=_("For example: by letter No. 12, in person.")
    )


def _find(request: StaffRequest, pk: UUID) -> ProtectedPerson:
    return read_protected(request.actor, request.on, pk)


def _restore(row: ProtectedPerson, form: RestoredForm, request: StaffRequest) -> None:
    protection.restore(protected_id=row.id, **form.picked("restored", "restored_on"), **form.stamp)


def _tell(row: ProtectedPerson, form: TellForm, request: StaffRequest) -> None:
    protection.tell(protected_id=row.id, **form.picked("told_on", "told_how"), **form.stamp)


STEPS: dict[str, Step[ProtectedPerson]] = {
    "restore": Step(
        RESTORE, RestoredForm, _restore, text=_("From now on the people are owed the word: a term runs.")
    ),
    "told": Step(TELL, TellForm, _tell),
}
DESK: Desk[ProtectedPerson] = Desk(
    kind=KIND,
    find=_find,
    name=lambda row: row.name,
    card_url=lambda row: reverse("protected:card", args=[row.id]),
    ruling=ruled_by(protected_subject),
    steps=STEPS,
)
