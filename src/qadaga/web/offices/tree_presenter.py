"""The tree of offices as nested lists, made once as a finished string."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from uuid import UUID

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from qadaga.offices.tree import Node, Tree
from qadaga.organisation.staffing.selectors import Figures
from qadaga.web.names import language
from qadaga.web.offices.words import kind_title, status_badge


def tree_list(tree: Tree, figures: Mapping[UUID, Figures], on: date, today: date) -> SafeString:
    """The whole tree: each office a link with its people and vacancies, what stands below it in a list."""
    return SafeString(_Lines(tree, figures, "" if on == today else f"?on={on.isoformat()}").below(None))


class _Lines:
    """Hundreds of lines of one page: what many of them say alike is put into words once.

    Whatever is no markup of this module is escaped where it is put in.
    """

    def __init__(self, tree: Tree, figures: Mapping[UUID, Figures], suffix: str) -> None:
        self.tree, self.figures = tree, figures
        self.start, end = reverse("offices:card", args=["0"]).split("0")
        self.end, self.language = end + suffix, language()
        self.kind, self.status = cache(_kind), cache(status_badge)
        self.people, self.count = cache(_people), cache(_count)

    def below(self, office_id: UUID | None) -> str:
        """The offices directly under one (None: the top) as a list."""
        return self._list(self.tree.below.get(office_id, ()))

    def _list(self, nodes: Iterable[Node]) -> str:
        return f'<ul class="q-tree">{"".join(map(self._item, nodes))}</ul>'

    def _item(self, node: Node) -> str:
        name = escape(node.name_in(self.language))
        below = self.tree.below.get(node.id)
        return (
            f'<li><a href="{self.start}{node.code}{self.end}">{name}</a> '
            f"{self.kind(node.kind)}{self.people(self.figures.get(node.id))}{self.status(node.status)}"
            f"{self._opens(node, below) if below else ''}</li>"
        )

    def _opens(self, node: Node, below: tuple[Node, ...]) -> str:
        is_open = " open" if node.parent is None else ""
        return f"<details{is_open}><summary>{self.count(len(below))}</summary>{self._list(below)}</details>"


def _kind(kind: str) -> str:
    return f'<span class="q-sub">{escape(kind_title(kind))}</span>'


def _people(found: Figures | None) -> str:
    """How many serve there and how many places nobody holds; nothing where neither is known."""
    if found is None or not (found.people or found.positions):
        return ""
    said = ngettext("%(count)s person", "%(count)s people", found.people) % {"count": found.people}
    if found.vacant:
        said += " · " + _("vacant: %(count)s") % {"count": found.vacant}
    return f' <span class="q-sub q-tree-people">{escape(said)}</span>'


def _count(below: int) -> str:
    return escape(ngettext("%(count)s office below", "%(count)s offices below", below) % {"count": below})
