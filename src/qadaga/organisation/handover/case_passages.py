"""Matters and drafts of acts on their way to a receiver."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from qadaga.acts.models import Act
from qadaga.acts.services import handing as acts
from qadaga.law.model import Ruling
from qadaga.matters.models import Matter
from qadaga.matters.services import handing as matters
from qadaga.organisation.handover.items import Key, Kind, OpenItem
from qadaga.organisation.handover.passage import Entry, Passage, Passing


def load(items: Sequence[OpenItem]) -> Mapping[Key, Passage]:
    """The matters, then the drafts, locked in the order of their ids."""
    held = matters.lock_matters({item.matter_id for item in items if item.matter_id})
    drafts = acts.lock_drafts({item.id for item in items if item.kind == Kind.DRAFT}, held)
    found: dict[Key, Passage] = {
        item.key: MatterPassage(held[item.id]) for item in items if item.kind == Kind.MATTER
    }
    return found | {(Kind.DRAFT.value, key): DraftPassage(draft) for key, draft in drafts.items()}


@dataclass(frozen=True, slots=True)
class MatterPassage:
    """A matter with its terms and requests."""

    matter: Matter

    def still_held(self, giver_id: UUID) -> bool:
        """See Passage."""
        return self.matter.assignee_id == giver_id

    def ruling(self, to: Passing) -> Ruling:
        """See Passage."""
        return matters.hand_over_ruling(self.matter, to.receiver, to.by, to.on)

    def carry_out(self, to: Passing, ruling: Ruling) -> Entry:
        """See Passage."""
        step = matters.hand_over(
            matter=self.matter, receiver=to.receiver, ruling=ruling, by=to.by, on=to.on, note=to.note
        )
        return Entry(self.matter.holder_id, partial(step.journal, receiver=to.receiver.id))


@dataclass(frozen=True, slots=True)
class DraftPassage:
    """A draft of an act, with its agreement where it stands in it."""

    draft: Act

    def still_held(self, giver_id: UUID) -> bool:
        """See Passage."""
        return self.draft.author_id == giver_id

    def ruling(self, to: Passing) -> Ruling:
        """See Passage."""
        return acts.hand_over_ruling(self.draft, to.receiver, to.by, to.on)

    def carry_out(self, to: Passing, ruling: Ruling) -> Entry:
        """See Passage."""
        step = acts.hand_over(
            act=self.draft, receiver=to.receiver, ruling=ruling, by=to.by, on=to.on, note=to.note
        )
        return Entry(self.draft.office_id, partial(step.journal, receiver=to.receiver.id))
