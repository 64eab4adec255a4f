"""Which powers a list shows: those open to a post, in a kind of office, in a direction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qadaga.law.loading import Catalogue
from qadaga.law.records import OfficeKind, Post, Power, Record
from qadaga.law.reference import clauses_of
from qadaga.web.forms import choose
from qadaga.web.law.answers import open_to
from qadaga.web.names import language


class PowersForm(forms.Form):
    """Three choices of the law of the day, each may be left out."""

    post = forms.ChoiceField(label=gettext_lazy("Post"), required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Kind of office"), required=False)
    direction = forms.ChoiceField(label=gettext_lazy("Direction"), required=False)

    def __init__(self, data: Mapping[str, Any], state: Catalogue) -> None:
        super().__init__(
            {name: data.get(name, "") for name in ("post", "kind", "direction")}, label_suffix=""
        )
        self.state = state
        self._offer("post", state.posts)
        self._offer("kind", state.office_kinds)
        self._offer("direction", state.directions)

    def _offer(self, name: str, records: Mapping[str, Record]) -> None:
        titles = [(key, record.title.get(language())) for key, record in records.items()]
        choose(self, name, [("", _("any")), *((key, title[:1].upper() + title[1:]) for key, title in titles)])

    @property
    def chosen(self) -> bool:
        """Whether anything is asked for."""
        return self.is_valid() and any(self.cleaned_data.values())

    def powers(self) -> dict[str, Power]:
        """The powers that answer; every one where nothing, or nothing known, is asked for."""
        if not self.chosen:
            return dict(self.state.powers)
        data, state = self.cleaned_data, self.state
        post, kind = state.posts.get(data["post"]), state.office_kinds.get(data["kind"])
        direction = state.directions.get(data["direction"])
        return {
            name: power
            for name, power in state.powers.items()
            if _open(power, post, kind, state) and (direction is None or serves(power, direction))
        }


def serves(power: Power, direction: Record) -> bool:
    """Whether a power belongs to a direction: it is limited to it, or rests on a clause of it."""
    named = [one.values for one in power.conditions if one.kind == "directions" and not one.when]
    if named:
        return all(direction.id in values for values in named)
    return not {citation.clause for citation in direction.citations}.isdisjoint(clauses_of(power))


def _open(power: Power, post: Post | None, kind: OfficeKind | None, state: Catalogue) -> bool:
    kinds = [kind] if kind else _kinds_of(post, state) if post else list(state.office_kinds.values())
    posts = (
        [post]
        if post
        else [one for one in state.posts.values() if kind is None or kind in _kinds_of(one, state)]
    )
    if post is None and kind is None:
        return True
    return any(open_to(power, one, place, state) for place in kinds for one in posts)


def _kinds_of(post: Post, state: Catalogue) -> list[OfficeKind]:
    """The kinds of office that have such a post: those it names, else those of its levels."""
    if post.kinds:
        return [state.office_kinds[kind] for kind in sorted(post.kinds) if kind in state.office_kinds]
    return [kind for kind in state.office_kinds.values() if not post.levels or kind.level in post.levels]
