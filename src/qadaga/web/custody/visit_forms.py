"""Forms of a visit: the check list, its end, what is passed to a matter."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qadaga.supervision.custody import services
from qadaga.supervision.custody.choices import Standing, Verdict
from qadaga.supervision.custody.lists import lists
from qadaga.supervision.custody.models import Said
from qadaga.supervision.custody.notkept import passable
from qadaga.supervision.custody.selectors import disputed, history, officers
from qadaga.web.components import moment_text
from qadaga.web.custody.asked import GROUPS, source_text
from qadaga.web.custody.forms import offer_matters
from qadaga.web.forms import DateField, choose
from qadaga.web.matters.forms.work import long_text
from qadaga.web.names import language
from qadaga.web.orders.people import named
from qadaga.web.steps import StepForm


class MoveForm(StepForm):
    """Another day, another officer, and why."""

    officer = forms.ChoiceField(label=_("Officer"))
    planned_on = DateField(label=_("Day of the visit"))
    why = long_text(_("Why it is moved"), rows=3)

    def prepare(self) -> None:
        """Officers of the place's office; as it is planned now."""
        visit = self.record
        rows = [(str(held.id), named(held)) for held in officers(visit.place, self.request.on)]
        choose(self, "officer", rows)
        self.initial.setdefault("officer", str(visit.officer_id))
        self.initial.setdefault("planned_on", visit.planned_on)


class CallOffForm(StepForm):
    """Why a visit is called off."""

    why = long_text(_("Why it is called off"), rows=3)


class FillForm(StepForm):
    """The check list: one answer and one remark a point, saved as often as wanted."""

    template_name = "custody/checklist.html"

    def prepare(self) -> None:
        """A pair of fields for each point, with what is answered already."""
        kept = {answer.item: answer for answer in self.record.answers.all()}
        for item in lists().items(self.record.list_version):
            verdict = forms.ChoiceField(
                label=item.text[language()],
                choices=Verdict.choices,
                widget=forms.RadioSelect,
                required=False,
                help_text=source_text(item),
            )
            self.fields[f"verdict_{item.id}"] = verdict
            self.fields[f"remark_{item.id}"] = forms.CharField(
                label=_("Remark"), max_length=1000, required=False
            )
            if item.id in kept:
                self.initial.setdefault(f"verdict_{item.id}", kept[item.id].verdict)
                self.initial.setdefault(f"remark_{item.id}", kept[item.id].remark)

    def groups(self) -> list[tuple[Any, list[tuple[Any, Any]]]]:
        """The pairs of fields under the heading of their group, for the page."""
        items = lists().items(self.record.list_version)
        return [
            (
                title,
                [
                    (self[f"verdict_{item.id}"], self[f"remark_{item.id}"])
                    for item in items
                    if item.group == group
                ],
            )
            for group, title in GROUPS.items()
        ]

    def answers(self) -> dict[str, services.Answered]:
        """The points that were answered."""
        values = self.cleaned_data
        return {
            item.id: services.Answered(values[f"verdict_{item.id}"], values[f"remark_{item.id}"])
            for item in lists().items(self.record.list_version)
            if values.get(f"verdict_{item.id}")
        }


class SettleForm(StepForm):
    """Each point answered twice: the answer in force beside the one that a device sent, and a choice."""

    template_name = "custody/settle.html"

    def prepare(self) -> None:
        """A choice of two for each, in words."""
        items = {item.id: item for item in lists().items(self.record.list_version)}
        for said in disputed(self.record):
            choices = [(services.TAKE, self._sent(said)), (services.LEAVE, self._stands(said.item))]
            self.fields[f"said_{said.id}"] = forms.ChoiceField(
                label=items[said.item].text[language()], choices=choices, widget=forms.RadioSelect
            )

    def points(self) -> list[Any]:
        """The choices, for the page."""
        return [self[name] for name in self.fields if name.startswith("said_")]

    def chosen(self) -> dict[UUID, str]:
        """Which answer stands, by the answer that was sent."""
        values = self.cleaned_data
        return {UUID(name[5:]): values[name] for name in self.fields if name.startswith("said_")}

    def _sent(self, said: Said) -> str:
        mine = said.by_id == self.request.actor.appointment_id
        return _worded(gettext("Yours, from the device") if mine else gettext("From a device"), said)

    def _stands(self, item: str) -> str:
        taken = [one for one in history(self.record) if one.item == item and one.standing == Standing.TAKEN]
        return _worded(gettext("Now in force"), taken[-1]) if taken else gettext("Now in force")


def _worded(title: str, said: Said) -> str:
    remark = f" — {said.remark}" if said.remark else ""
    return f"{title}: {said.get_verdict_display()}{remark} ({named(said.by)}, {moment_text(said.said_at)})"


class FinishForm(StepForm):
    """What the visit found, who took part, who was spoken to."""

    outcome = long_text(_("What was found"), rows=5)
    participants = forms.CharField(label=_("Who else took part"), max_length=500, required=False)
    name = forms.CharField(
        label=_("Who was spoken to"),
        max_length=300,
        required=False,
        help_text=_("Without the administration."),
    )
    said = long_text(_("What they said"), required=False, rows=3)

    def clean(self) -> dict[str, Any]:
        """A name and what was said stand together."""
        values = super().clean() or self.cleaned_data
        if bool(values.get("name")) != bool(values.get("said")) and not self.errors:
            self.add_error("said", _("Give both: who was spoken to, and what they said."))
        return values

    def talks(self) -> list[tuple[str, str]]:
        """The talk, if there was one."""
        values = self.cleaned_data
        return [(values["name"], values["said"])] if values["name"] else []


class EvidenceForm(StepForm):
    """A photograph or another file, and the point it belongs to."""

    item = forms.ChoiceField(label=_("Point"))
    title = forms.CharField(label=_("What the file shows"), max_length=300)
    file = forms.FileField(
        label=_("Photograph or file"),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,.pdf,.docx,.xlsx,.odt,.txt"}),
        help_text=_("JPEG, PNG, PDF, Word, Excel or text, up to 50 MB. Needs a network."),
    )

    def prepare(self) -> None:
        """The points answered, those not kept first."""
        answers = {answer.item: answer.verdict for answer in self.record.answers.all()}
        items = [item for item in lists().items(self.record.list_version) if item.id in answers]
        items.sort(key=lambda item: answers[item.id] != Verdict.NOT_HELD)
        choose(self, "item", [(item.id, item.text[language()]) for item in items])


class ViolationForm(StepForm):
    """Which point becomes a violation of which matter."""

    item = forms.ChoiceField(label=_("What was not kept"))
    norm = forms.CharField(label=_("Norm violated"), max_length=500)
    matter = forms.ChoiceField(label=_("Matter"))

    def prepare(self) -> None:
        """Points not kept and not passed yet, those off the list too; open matters of the direction."""
        points = lists().points
        rows = [
            (answer.item, f"{points[answer.item].text[language()]} — {answer.remark}")
            for answer in passable(self.record)
        ]
        choose(self, "item", rows)
        offer_matters(self)
