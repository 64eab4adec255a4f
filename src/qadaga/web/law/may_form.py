"""The questions of "May I?": who, in which office, with which power, on what, on which ground and day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qadaga.common.errors import NotFound
from qadaga.law import catalogue
from qadaga.law.model import Facts, Subject, Who
from qadaga.law.records import Condition, Power
from qadaga.offices import selectors as offices
from qadaga.offices.kato import units
from qadaga.offices.models import Office
from qadaga.web.forms import DateField, choose
from qadaga.web.law.marks import phrase
from qadaga.web.law.may_choices import CODE, MarksField, named, power_of, titles
from qadaga.web.names import language
from qadaga.web.offices.day import EARLIEST, LATEST

HOLDERS = [
    ("own", gettext_lazy("the same office")),
    ("below", gettext_lazy("an office below it")),
    ("above", gettext_lazy("an office above it")),
    ("beside", gettext_lazy("another office outside that line")),
    ("office", gettext_lazy("the office named here")),
]
# An office nobody has: places of the question that name no real one.
OWN, ABOVE, BELOW, BESIDE = "~", "~above", "~below", "~beside"
# What is asked only when the power has a condition on it.
_ASKED_BY = {
    "status": ("status", "not_status"),
    "direction": ("directions",),
    "act_kind": ("act_kinds",),
    "territory": ("territory",),
    "sphere": ("sphere",),
    "ground": ("ground",),
}


# Whose office acts, as the question says it: what a condition limited to a relation is held against.
_RELATION_OF = {"own": "own", "below": "higher", "above": "lower", "beside": "other"}


class MayForm(forms.Form):
    """The facts of a question; what the chosen power does not look at is not asked."""

    power = forms.CharField(
        label=gettext_lazy("What is to be done"),
        max_length=300,
        widget=forms.TextInput({"list": "may-powers", "autocomplete": "off"}),
        help_text=gettext_lazy("Begin to type what is to be done: sign, prolong, appoint."),
    )
    post = forms.ChoiceField(label=gettext_lazy("Post of who does it"))
    acting = forms.BooleanField(label=gettext_lazy("replaces the absent head on that day"), required=False)
    office = forms.CharField(
        label=gettext_lazy("Office"),
        required=False,
        max_length=300,
        widget=forms.TextInput({"list": "may-offices", "autocomplete": "off"}),
        help_text=gettext_lazy("Begin to type its name; leave empty to ask about a kind of office."),
    )
    kind = forms.ChoiceField(label=gettext_lazy("Or a kind of office"), required=False)
    about = forms.ChoiceField(label=gettext_lazy("On what"), required=False)
    holder = forms.ChoiceField(label=gettext_lazy("Which office holds it"), choices=HOLDERS, required=False)
    holding = forms.CharField(
        label=gettext_lazy("The office that holds it"),
        required=False,
        max_length=300,
        widget=forms.TextInput({"list": "may-offices", "autocomplete": "off"}),
    )
    status = forms.ChoiceField(label=gettext_lazy("Its status"), required=False)
    act_kind = forms.ChoiceField(label=gettext_lazy("Kind of act"), required=False)
    direction = forms.ChoiceField(label=gettext_lazy("Direction"), required=False)
    territory = forms.CharField(
        label=gettext_lazy("Place (KATO code)"),
        required=False,
        max_length=9,
        help_text=gettext_lazy("Nine digits; empty: the place does not matter."),
    )
    sphere = forms.ChoiceField(label=gettext_lazy("Sphere"), required=False)
    mark = MarksField(
        label=gettext_lazy("What else is so"), required=False, widget=forms.CheckboxSelectMultiple
    )
    ground = forms.ChoiceField(label=gettext_lazy("On which ground"), required=False)
    on = DateField(label=gettext_lazy("On the day"))

    def __init__(self, data: QueryDict, today: date) -> None:
        super().__init__(data, label_suffix="")
        self.asked = data
        self.today = today
        # What is not in force on the day can be asked about all the same: the ruling says so.
        self.state = catalogue.load()
        day = catalogue.law().at(_day(self["on"].value()) or today)
        name = power_of(str(self["power"].value() or ""))
        found: Power | None = day.powers.get(name) or self.state.powers.get(name)
        self.conditions: tuple[Condition, ...] = found.conditions if found else ()
        self.own: Office | None = None
        self.held: Office | None = None
        self._choose(found)

    def _choose(self, power: Power | None) -> None:
        state = self.state
        self._offer("post", titles(state.posts))
        self._offer("kind", [("", _("not said")), *titles(state.office_kinds)])
        self._offer("about", named(state.subjects, self._values("about")) or titles(state.subjects))
        self._offer("status", [("", _("not said")), *titles(state.statuses)])
        self._offer("direction", [("", _("not said")), *titles(state.directions)])
        self._offer("act_kind", [("", _("not said")), *titles(state.act_kinds)])
        self._offer("sphere", [("", _("none: a territorial matter")), *titles(state.spheres)])
        self._offer("ground", [("", _("none")), *named(state.grounds, power.grounds if power else ())])
        marks = self._marks()
        self._offer("mark", [(mark, phrase(mark, language())) for mark in marks])
        asked = {condition.kind for condition in self.conditions}
        for field, kinds in _ASKED_BY.items():
            if asked.isdisjoint(kinds):
                del self.fields[field]
        if not marks:
            del self.fields["mark"]
        if str(self["holder"].value()) != "office":
            del self.fields["holding"]

    def _offer(self, name: str, choices: Iterable[Any]) -> None:
        choose(self, name, list(choices))

    def _values(self, kind: str) -> tuple[str, ...]:
        return tuple(value for one in self.conditions if one.kind == kind for value in one.values)

    def _marks(self) -> list[str]:
        """The facts that the power's conditions look at; kinds of acts are asked for by themselves."""
        found = [one.values[0] for one in self.conditions if one.kind == "forbid" and self._matters(one)]
        found += [mark for one in self.conditions for mark in sorted(one.doors)]
        found += [value for one in self.conditions for kind, value in one.when if kind == "mark"]
        return [mark for mark in dict.fromkeys(found) if mark not in self.state.act_kinds]

    def _matters(self, condition: Condition) -> bool:
        """Whether the condition can apply to what is asked: it may be limited to other cases."""
        answers = {
            "acting": "true" if self["acting"].value() else "false",
            "relation": _RELATION_OF.get(str(self["holder"].value())),
            "ground": str(self["ground"].value() or ""),
        }
        limits = [(answers[kind], value) for kind, value in condition.when if kind in answers]
        return all(answer in (None, value) for answer, value in limits)

    def name_offices(self) -> None:
        """Let the fields show offices by name, however they were named; call it on a valid form only."""
        data = self.asked.copy()
        for name, office in (("office", self.own), ("holding", self.held)):
            if office is not None:
                data[name] = f"{office.name_in(language())} ({office.code})"
        self.data = data

    def clean_power(self) -> str:
        """The power by its id, by the title with the id in brackets, or by the title alone."""
        name = power_of(self.cleaned_data["power"])
        if name not in self.state.powers:
            raise forms.ValidationError(
                _(
                    "No power has this name. Choose one of those offered while you type, or look in the "
                    "list of all powers."
                ),
                "unknown",
            )
        return name

    def clean_on(self) -> date:
        """A day the law can be asked about."""
        day: date = self.cleaned_data["on"]
        if not EARLIEST <= day < LATEST:
            raise forms.ValidationError(_("Choose a day from 1991 to 2099."), "out_of_range")
        return day

    def clean_territory(self) -> str:
        """A unit of KATO, or nothing."""
        code = str(self.cleaned_data["territory"]).strip()
        if code and code not in units():
            raise forms.ValidationError(
                _("KATO has no such unit. Write its nine digits, for example 111000000."), "unknown"
            )
        return code

    def clean(self) -> dict[str, Any]:
        """The offices named, found; one of the two ways of saying where the person serves."""
        data = super().clean() or {}
        self.own = self._office("office")
        self.held = self._office("holding")
        if self.own is None and not data.get("kind") and "office" not in self.errors:
            self.add_error("office", _("Name an office, or choose a kind of office."))
        if data.get("holder") == "office" and self.held is None and "holding" not in self.errors:
            self.add_error("holding", _("Name the office that holds it."))
        return data

    def _office(self, field: str) -> Office | None:
        text = str(self.cleaned_data.get(field) or "").strip()
        if not text:
            return None
        named = CODE.search(text)
        try:
            return offices.office_by_code(named[1] if named else text)
        except NotFound:
            self.add_error(field, _("No office has this name. Choose one of those offered while you type."))
            return None

    def facts(self) -> Facts:
        """The question as the kernel takes it; call it on a valid form only."""
        who = self._who()
        return Facts(
            who, self.cleaned_data["power"], self._subject(who), self.cleaned_data.get("ground") or None
        )

    def _who(self) -> Who:
        data, on = self.cleaned_data, self.cleaned_data["on"]
        officer = self.state.posts[data["post"]].staff != "employee"
        who = Who(data["post"], OWN, "", 0, (ABOVE, OWN), frozenset(), frozenset(), officer, data["acting"])
        if self.own is not None:
            place = offices.standing(self.own.id, on)
            office = self.own
            return replace(
                who,
                office=office.code,
                office_kind=office.kind,
                level=office.level,
                path=place.path,
                spheres=place.spheres,
                territory=place.kato,
            )
        kind = self.state.office_kinds[data["kind"]]
        spheres = frozenset({kind.sphere} if kind.sphere else ())
        path = (ABOVE, OWN) if kind.parents else (OWN,)
        return replace(who, office_kind=kind.id, level=kind.level, path=path, spheres=spheres)

    def _subject(self, who: Who) -> Subject | None:
        data = self.cleaned_data
        if data.get("about") in ("", "none", None):
            return None
        office, path = self._place(who)
        marks = {*data.get("mark", ()), *([data["act_kind"]] if data.get("act_kind") else [])}
        return Subject(
            kind=data["about"],
            office=office,
            path=path,
            territory=data.get("territory") or None,
            sphere=data.get("sphere") or None,
            direction=data.get("direction") or None,
            status=data.get("status") or None,
            marks=frozenset(marks),
        )

    def _place(self, who: Who) -> tuple[str, tuple[str, ...]]:
        holder = self.cleaned_data.get("holder") or "own"
        if holder == "office" and self.held is not None:
            return self.held.code, offices.path(self.held, self.cleaned_data["on"])
        if holder == "below":
            return BELOW, (*who.path, BELOW)
        if holder == "above":
            return (who.path[-2], who.path[:-1]) if len(who.path) > 1 else (BESIDE, (BESIDE,))
        return (who.office, who.path) if holder == "own" else (BESIDE, (BESIDE,))


def _day(value: object) -> date | None:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
