"""The form of a draft resolution to inspect."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from qadaga.acts.choices import Language
from qadaga.database.together import together
from qadaga.law import wording
from qadaga.matters.models import Body, Matter
from qadaga.staff.selectors import people_of
from qadaga.supervision.inspections import services
from qadaga.supervision.inspections.choices import Ground, Secrecy
from qadaga.supervision.inspections.models import Inspection
from qadaga.supervision.inspections.overlaps import overlapping
from qadaga.supervision.inspections.subject import officers_of
from qadaga.web.bodies import BodyForm, bodies_of
from qadaga.web.cards.sections import Section
from qadaga.web.forms import DateField, choose
from qadaga.web.inspections import lines
from qadaga.web.matters.forms.work import long_text
from qadaga.web.names import language, post_title

_WORDS = (
    "ground",
    "ground_text",
    "norm",
    "scope",
    "language",
    "starts_on",
    "no_notice",
    "overlap",
    "secrecy",
)


class InspectionForm(BodyForm):
    """Whom, on which ground, what, from when, who; beside it stands who inspects the body already."""

    beside = "inspections/_overlaps.html"

    language = forms.ChoiceField(label=_("Language of the paper"), choices=Language.choices)
    ground = forms.ChoiceField(label=_("Ground"))
    ground_text = forms.CharField(
        label=_("What the ground is"),
        max_length=300,
        help_text=_("The number and date of the appeal, assignment or report it rests on."),
    )
    norm = forms.CharField(label=_("Observance of which norms is inspected"), max_length=500)
    scope = long_text(_("What exactly is inspected"), rows=5)
    starts_on = DateField(
        label=_("First day"), help_text=_("The last day follows from the term of law; the card says why.")
    )
    officers = forms.MultipleChoiceField(
        label=_("Officers who inspect"), widget=forms.CheckboxSelectMultiple, required=False
    )
    no_notice = long_text(
        _("Why the inspected is not told beforehand"),
        required=False,
        rows=2,
        help_text=_("Leave it empty: then the inspected is notified. Not possible on one's own initiative."),
    )
    overlap = long_text(
        _("Why two inspections of the body at once"),
        required=False,
        rows=2,
        help_text=_("Only where this office inspects the body on another ground already."),
    )
    secrecy = forms.ChoiceField(
        label=_("Secrecy mark"),
        choices=Secrecy.choices,
        help_text=_("With a mark only the officer in charge and those who lead the line of offices read it."),
    )
    field_order = [
        "known_body", "body_bin", "body_name_ru", "body_name_kk", "body_kind", "ground", "ground_text",
        "norm", "scope", "starts_on", "officers", "language",
    ]  # fmt: skip
    field_of = {**BodyForm.field_of, "kind": "body_kind"}

    def prepare(self) -> None:
        """Bodies of the matter, grounds of the law, officers of the office."""
        matter = self._matter
        office_id = self.record.acting_office.id if isinstance(self.record, Inspection) else matter.holder_id
        rows = together(bodies=bodies_of(matter), people=people_of(office_id, self.request.on))
        self.offer(rows["bodies"])
        choose(self, "ground", [(one, wording.title("grounds", one, language())) for one in Ground.values])
        held = [one for one in rows["people"] if one.officer]
        choose(
            self,
            "officers",
            [
                (str(one.id), f"{one.person.short_name}, {post_title(one.post, kind=one.office.kind)}")
                for one in held
            ],
        )
        if not self.is_bound:
            self._begin(matter)

    @property
    def _matter(self) -> Matter:
        matter: Matter = self.record.matter if isinstance(self.record, Inspection) else self.record
        return matter

    def _begin(self, matter: Matter) -> None:
        if isinstance(self.record, Inspection):
            self.initial.update({name: getattr(self.record, name) for name in _WORDS})
            chosen = officers_of(self.record)
            self.initial.update(known_body=str(self.record.body_id), officers=[str(one) for one in chosen])
            return
        self.initial.setdefault("ground", matter.kind)
        self.initial.setdefault("starts_on", self.request.on)
        self.initial.setdefault("officers", [str(matter.assignee_id or self.request.actor.appointment_id)])

    def offer(self, bodies: Iterable[Body], chosen: Body | None = None) -> None:
        """The bodies of the matter, and the one that the draft names."""
        super().offer(bodies)
        if not isinstance(self.record, Inspection):
            return
        body = self.record.body
        field = self.fields["known_body"]
        assert isinstance(field, forms.ChoiceField)
        if str(body.id) not in dict(field.choices):  # type: ignore[arg-type]  # pairs, given above
            field.choices = [(str(body.id), body.name(language())), *field.choices]  # type: ignore[misc]  # pairs too

    def draft(self) -> services.Draft:
        """What was entered."""
        values, body = self.cleaned_data, self.body()
        assert body is not None  # the form refuses to go on without one
        words: dict[str, Any] = {name: values[name] for name in _WORDS}
        return services.Draft(body=body, officers=[UUID(one) for one in values["officers"]], **words)

    def overlaps(self) -> Section:
        """Who inspects the body chosen already."""
        chosen = str(self["known_body"].value() or "")
        field = self.fields["known_body"]
        assert isinstance(field, forms.ChoiceField)
        begins = self.initial.get("starts_on") or self.request.on
        but = self.record.id if isinstance(self.record, Inspection) else None
        # Of bodies that were offered only: who inspects any other is not to be found out by asking.
        if not chosen or not field.valid_value(chosen):
            return lines.overlapping([])
        reader = self.request.actor.person_id
        return lines.overlapping(overlapping(UUID(chosen), begins, reader=reader, but=but))
