"""The tree of offices as it stood or will stand on a day, in one query (L.1.2, L.1.4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

_OFFICES = """
SELECT o.id, o.code, o.kind, o.level, o.status, n.name_ru, n.name_kk, n.name_en, n.kk_checked, s.parent_id,
    COALESCE(t.kato, '{}'), COALESCE(f.spheres, '{}')
FROM offices_office o
JOIN offices_officename n
    ON n.office_id = o.id AND n.starts_on <= %(on)s AND (n.ends_on IS NULL OR n.ends_on > %(on)s)
LEFT JOIN offices_subordination s
    ON s.office_id = o.id AND s.starts_on <= %(on)s AND (s.ends_on IS NULL OR s.ends_on > %(on)s)
LEFT JOIN (
    SELECT office_id, array_agg(kato ORDER BY kato) AS kato FROM offices_officeterritory
    WHERE starts_on <= %(on)s AND (ends_on IS NULL OR ends_on > %(on)s) GROUP BY office_id
) t ON t.office_id = o.id
LEFT JOIN (
    SELECT office_id, array_agg(sphere ORDER BY sphere) AS spheres FROM offices_officesphere
    WHERE starts_on <= %(on)s AND (ends_on IS NULL OR ends_on > %(on)s) GROUP BY office_id
) f ON f.office_id = o.id
WHERE o.opened_on <= %(on)s AND (o.closed_on IS NULL OR o.closed_on > %(on)s)
ORDER BY o.level, o.code
"""


@dataclass(frozen=True, slots=True)
class Node:
    """One office on the day; `parent` is the id of the office above, None at the top."""

    id: UUID
    code: str
    kind: str
    level: int
    status: str
    name_ru: str
    name_kk: str
    name_en: str
    kk_checked: bool
    parent: UUID | None
    kato: Sequence[str]
    spheres: Sequence[str]

    def name_in(self, language: str) -> str:
        """The name borne on the day in ru, kk or en."""
        return {"kk": self.name_kk, "en": self.name_en}.get(language, self.name_ru)


@dataclass(frozen=True, slots=True)
class Tree:
    """Every office by id, and those directly under each (under None: the top), by level and code."""

    nodes: Mapping[UUID, Node]
    below: Mapping[UUID | None, tuple[Node, ...]]

    def line(self, office_id: UUID) -> list[Node]:
        """The offices from the top down to and including this one; empty if it did not exist on the day."""
        found: list[Node] = []
        node = self.nodes.get(office_id)
        while node is not None:
            found.append(node)
            node = self.nodes.get(node.parent) if node.parent else None
        return found[::-1]


def tree(on: date) -> Tree:
    """The whole tree on the day."""
    with connection.cursor() as cursor:
        cursor.execute(_OFFICES, {"on": on})
        nodes = [Node(*row) for row in cursor.fetchall()]
    below: dict[UUID | None, list[Node]] = {}
    for node in nodes:
        below.setdefault(node.parent, []).append(node)
    return Tree(
        {node.id: node for node in nodes}, {parent: tuple(children) for parent, children in below.items()}
    )
