"""Verifying the journal as it lies in the database, chain after chain, without holding it in memory."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from qadaga.journal.canonical import GENESIS
from qadaga.journal.models import Chain, ChainKind, Entry
from qadaga.journal.services import body_of
from qadaga.journal.verification import Fault, Head, Link, Walk

_AT_ONCE = 2000
_KINDS = {kind.label: kind for kind in ChainKind}


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome for one chain: how many entries it has and what is wrong with it."""

    office_id: UUID
    kind: ChainKind
    entries: int
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class KeptHead:
    """A chain's head at some moment, printed and kept out of reach of whoever has the database's keys."""

    office_id: UUID
    kind: ChainKind
    seq: int
    hash: bytes

    def line(self) -> str:
        """One line of text, fields parted by tabs."""
        return f"{self.office_id}\t{self.kind.label}\t{self.seq}\t{self.hash.hex()}"

    @classmethod
    def read(cls, line: str) -> "KeptHead":
        """The head of a line. Raises ValueError for what is no such line."""
        office_id, kind, seq, digest = line.split("\t")
        return cls(UUID(office_id), _KINDS[kind], int(seq), bytes.fromhex(digest))


def verify(office_id: UUID, kind: ChainKind) -> Report:
    """Walk one chain to its head. Entries written meanwhile are walked too."""
    walk = Walk()
    while True:
        # The head is read before the rows: what it promised must then be there, and what is there and was
        # committed later moves a head that is read in the next round.
        head = _head(office_id, kind)
        if not walk.take(_links(office_id, kind, walk)):
            return Report(office_id, kind, walk.count, walk.finish(head))


def verify_all(office_id: UUID | None = None) -> Iterator[Report]:
    """A report for each chain, of one office or of all, also of a chain whose head row was removed."""
    for found_office, kind in _chains(office_id):
        yield verify(found_office, ChainKind(kind))


def heads() -> list[KeptHead]:
    """Every chain's head; kept outside, they prove later that no chain was cut back or rewritten whole."""
    chains = Chain.objects.order_by("office_id", "kind")
    return [
        KeptHead(chain.office_id, ChainKind(chain.kind), chain.seq, bytes(chain.hash)) for chain in chains
    ]


def contradicted(kept: Iterable[KeptHead]) -> list[KeptHead]:
    """Those of the heads kept outside that the journal no longer has an entry for."""
    return [
        head
        for head in kept
        if not Entry.objects.filter(
            office_id=head.office_id, kind=head.kind, seq=head.seq, hash=head.hash
        ).exists()
    ]


def _chains(office_id: UUID | None) -> list[tuple[UUID, int]]:
    chains, entries = Chain.objects.all(), Entry.objects.all()
    if office_id is not None:
        chains, entries = chains.filter(office_id=office_id), entries.filter(office_id=office_id)
    headed = chains.values_list("office_id", "kind")
    orphaned = entries.filter(seq__lte=1).values_list("office_id", "kind")
    return sorted(set(headed) | set(orphaned))


def _head(office_id: UUID, kind: ChainKind) -> Head:
    chain = Chain.objects.filter(office_id=office_id, kind=kind).first()
    return Head(chain.seq, bytes(chain.hash)) if chain else Head(0, GENESIS)


def _links(office_id: UUID, kind: ChainKind, walk: Walk) -> Iterator[Link]:
    rows = Entry.objects.filter(office_id=office_id, kind=kind).order_by("seq", "id")
    if walk.count:
        rows = rows.filter(seq__gt=walk.last_seq)
    with transaction.atomic():
        for entry in rows.iterator(chunk_size=_AT_ONCE):
            yield Link(entry.id, entry.seq, body_of(entry).text(), bytes(entry.hash))
