"""What an entry of the journal says was used: a power, by whoever held which post, giving which act."""

from __future__ import annotations

from collections.abc import Iterable

# Columns of an entry that a declared statement may speak of.
ENTRY = (
    "SELECT e.id, e.office_id, e.on, e.appointment_id, e.subject_kind, e.subject_id,"
    " e.ruling->>'power' AS power FROM journal_entry e"
)
# Chain of work, and only what a ruling let happen: what the clock did used no power.
COUNTED = "e.kind = 0 AND e.ruling IS NOT NULL AND e.subject_kind <> ALL(%(private)s)"

_sources: dict[str, list[str]] = {
    "powers": ["SELECT e.id, e.power AS record FROM entries e"],
    "posts": [
        "SELECT e.id, a.post AS record FROM entries e JOIN staff_appointment a ON a.id = e.appointment_id"
    ],
}
_private: set[str] = set()


def declare(section: str, sql: str) -> None:
    """`sql` selects `id` and `record` from `entries`: which entries used which record of that section."""
    if "entries" not in sql:
        raise ValueError(f"what names a use of {section} must ask about the entries")
    _sources.setdefault(section, []).append(sql)


def keep_private(subject_kind: str) -> None:
    """Entries about such subjects are counted and listed for nobody: even a number would tell of one."""
    _private.add(subject_kind)


def private() -> list[str]:
    """The kinds of subjects that are not counted."""
    return sorted(_private)


def named(only: Iterable[str] = ()) -> str:
    """A select of `section`, `record` and `id` from the CTE `entries`; of some sections only, where named."""
    chosen = [name for name in _sources if not only or name in only]
    parts = [
        # Every piece is a constant of ours.
        f"SELECT '{name}' AS section, n.record, n.id FROM ({sql}) n"  # noqa: S608 - as said
        for name in chosen
        for sql in _sources[name]
    ]
    return " UNION ALL ".join(parts)
