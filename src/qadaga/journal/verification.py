"""Is a chain whole? Names every entry changed, removed, inserted or moved. Pure: rows are passed in.

Each entry's hash covers the hash before it, its own number and its own words; the head row holds the last
number and hash. A row is compared with what is stored before it, so that one tampered row is named alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from qadaga.common.i18n import N_
from qadaga.journal.canonical import GENESIS, link


@dataclass(frozen=True, slots=True)
class Link:
    """An entry as it is stored: its place, the canonical text of what it says, and its stored hash."""

    id: int
    seq: int
    body: str
    hash: bytes


@dataclass(frozen=True, slots=True)
class Head:
    """What the chain's head row says: the last number and the last hash."""

    seq: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: `code` (changed, removed, inserted, moved, head) from entry `seq` to entry `last`."""

    code: str
    seq: int
    last: int
    entry_id: int | None

    @property
    def message(self) -> str:
        """The msgid for people, to be filled with `seq` and `last`."""
        return _MESSAGES[self.code]

    def __str__(self) -> str:
        return self.message % {"seq": self.seq, "last": self.last}


_MESSAGES = {
    "changed": N_("Entry %(seq)s was changed: it does not follow from what is stored before it."),
    "removed": N_("Entries %(seq)s to %(last)s were removed."),
    "inserted": N_("Entries %(seq)s to %(last)s were inserted: the chain holds without them."),
    "moved": N_("Entry %(seq)s stands in another place than it was written in."),
    "head": N_("The head of the chain was rewritten: it disagrees with the last entry, %(seq)s."),
}


class Walk:
    """Follows one chain from its beginning to its head."""

    def __init__(self) -> None:
        self.count = 0
        self._faults: list[Fault] = []
        self._last = self._before_last = Link(0, 0, "", GENESIS)
        # After a gap or a moved row nothing is known of the hash that the next row should follow.
        self._trusted = True
        # How far the stored numbers were pushed away from those the entries were hashed with.
        self._shift = 0

    @property
    def last_seq(self) -> int:
        """The number of the last entry seen; 0 before the first."""
        return self._last.seq

    def take(self, links: Iterable[Link]) -> int:
        """Follow the next entries, in order of their numbers; returns how many there were."""
        before = self.count
        for one in links:
            self._step(one)
            self.count += 1
        return self.count - before

    def finish(self, head: Head) -> tuple[Fault, ...]:
        """Compare the end with the head row; all faults, in order of their numbers."""
        expected = self._last.seq - self._shift
        if head.seq > max(expected, self._last.seq):
            self._note("removed", self._last.seq + 1, head.seq)
        elif head.seq < min(expected, self._last.seq):
            self._note("inserted", head.seq + 1, self._last.seq)
        elif self._shift and head.hash == self._before_last.hash:  # the last two rows changed places
            self._relabel("moved", self._before_last)
        elif head.hash != self._last.hash:
            self._note("head", self._last.seq)
        return tuple(sorted(self._faults, key=lambda fault: fault.seq))

    def _step(self, one: Link) -> None:
        if one.seq > self._last.seq + 1:
            self._note("removed", self._last.seq + 1, one.seq - 1)
            self._trusted = False
        if self._follows(one, self._last, 0):
            self._trusted = True
        else:
            self._explain(one)
        self._before_last, self._last = self._last, one

    def _explain(self, one: Link) -> None:
        """Say why a row does not follow from the last one."""
        if one.seq < 1 or one.seq == self._last.seq:
            self._note("inserted", one.seq, entry_id=one.id)
        elif not self._explained_by_neighbours(one):
            if one.id < self._last.id:
                self._out_of_place(one)
            elif self._trusted:
                self._note("changed", one.seq, entry_id=one.id)
            self._trusted = self._trusted and one.id > self._last.id

    def _explained_by_neighbours(self, one: Link) -> bool:
        if self._follows(one, self._before_last, 1):  # it holds without the last row, and one number less
            self._relabel("inserted", self._last)
            self._shift += 1
        elif self._follows(one, self._last, -1):  # it holds with one number more: one is missing
            self._relabel("removed", self._last)
            self._shift -= 1
        elif self._shift and self._follows(one, self._before_last, -1):  # the two rows before changed places
            self._relabel("moved", self._before_last)
            self._shift -= 1
        else:
            return False
        return True

    def _out_of_place(self, one: Link) -> None:
        if self._faults and self._faults[-1].entry_id == self._last.id:
            self._relabel("moved", self._last)
        elif self._trusted:
            self._note("moved", one.seq, entry_id=one.id)

    def _follows(self, one: Link, before: Link, shift: int) -> bool:
        number = one.seq - self._shift - shift
        return number > 0 and link(before.hash, number, one.body) == one.hash

    def _relabel(self, code: str, row: Link) -> None:
        """What was taken for a changed row turns out to be something else."""
        self._faults = [fault for fault in self._faults if fault.entry_id != row.id]
        self._faults.append(Fault(code, row.seq, row.seq, row.id))

    def _note(self, code: str, seq: int, last: int | None = None, *, entry_id: int | None = None) -> None:
        self._faults.append(Fault(code, seq, seq if last is None else last, entry_id))
