"""The tree of offices as nested lists, made once as a finished string."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from qadaga.offices.tree import Node, Tree
from qadaga.web.components import link
from qadaga.web.names import language
from qadaga.web.offices.words import kind_title, status_badge


def tree_list(tree: Tree, on: date, today: date) -> SafeString:
    """The whole tree: each office a link, what stands below it in a list that opens."""
    suffix = "" if on == today else f"?on={on.isoformat()}"
    return _list(tree.below.get(None, ()), tree, suffix)


def _list(nodes: Iterable[Node], tree: Tree, suffix: str) -> SafeString:
    items = ((_item(node, tree, suffix),) for node in nodes)
    return format_html('<ul class="q-tree">{}</ul>', format_html_join("", "<li>{}</li>", items))


def _item(node: Node, tree: Tree, suffix: str) -> SafeString:
    url = reverse("offices:card", args=[node.code]) + suffix
    name = link(url, node.name_in(language()))
    kind = format_html('<span class="q-sub">{}</span>', kind_title(node.kind))
    below = tree.below.get(node.id, ())
    return format_html("{} {}{}{}", name, kind, status_badge(node.status), _below(node, below, tree, suffix))


def _below(node: Node, below: tuple[Node, ...], tree: Tree, suffix: str) -> SafeString | str:
    if not below:
        return ""
    count = ngettext("%(count)s office below", "%(count)s offices below", len(below)) % {"count": len(below)}
    is_open = SafeString(" open") if node.parent is None else ""
    return format_html(
        "<details{}><summary>{}</summary>{}</details>", is_open, count, _list(below, tree, suffix)
    )
