"""Declared tables of moves: which power takes a record from which status to which.

The engine is shared by matters, acts, measures and appeals. A status that a power does not leave is a
conflict that names both; a service never writes a status any other way.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from qadaga.common.errors import Conflict
from qadaga.common.i18n import N_
from qadaga.law.catalogue import load
from qadaga.matters.choices import MatterStatus

To = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`moves` maps (status, power) to the next status, or to the statuses to choose from.

    `words` are what people call the statuses (lazily translated), in the order of the work.
    """

    moves: Mapping[tuple[str, str], To]
    words: Mapping[str, object] = field(default_factory=dict)

    def move(self, status: str, power: str, to: str | None = None) -> str:
        """The status that exercising `power` in `status` leads to.

        `to` picks one where the table leaves a choice (an assessment). Raises Conflict (409) when the power
        leads nowhere from this status, ValueError when the caller picked what the table does not offer.
        """
        target = self.moves.get((status, power))
        if target is None:
            raise self._refusal(status, power)
        return _pick(target, to)

    def allows(self, status: str, power: str) -> bool:
        """Whether the power leads anywhere from this status."""
        return (status, power) in self.moves

    def stages(self, power: str) -> list[str]:
        """The statuses from which the power leads somewhere, in the order of the work."""
        found = {start for start, name in self.moves if name == power and start}
        order = list(self.words)
        return sorted(found, key=lambda one: (order.index(one) if one in order else len(order), one))

    def _refusal(self, status: str, power: str) -> Conflict:
        """Says where the record stands, where the power may be used, and by which clause."""
        known = load().powers.get(power)
        return Conflict(
            "wrong_status",
            N_("The stage now is “%(now)s”; this is possible at: %(stages)s. Clause: %(clause)s."),
            at=status,
            power=power,
            possible=sorted(self.powers(status)),
            now=self.words.get(status, status),
            stages=[self.words.get(one, one) for one in self.stages(power)],
            clause=known.citations[0].clause if known else "Q.rule",
        )

    def powers(self, status: str) -> frozenset[str]:
        """The powers that lead somewhere from this status."""
        return frozenset(power for (start, power) in self.moves if start == status)

    def statuses(self) -> frozenset[str]:
        """Every status that the table names."""
        ends = {
            end
            for target in self.moves.values()
            for end in ((target,) if isinstance(target, str) else target)
        }
        return frozenset(start for (start, _) in self.moves) | ends


def _pick(target: To, to: str | None) -> str:
    if isinstance(target, str):
        if to not in (None, target):
            raise ValueError(f"the table leads to {target}, not to {to}")
        return target
    if to not in target:
        raise ValueError(f"choose one of {target}, not {to}")
    return to


def staying(statuses: tuple[str, ...], powers: tuple[str, ...]) -> dict[tuple[str, str], To]:
    """Moves that leave the status as it is: the record may be worked on there."""
    return {(status, power): status for status in statuses for power in powers}


LIVE = ("opened", "assigned", "in_work")
WORK = (
    "matter.record_violation",
    "matter.record_protected",
    "matter.record_liability",
    "matter.record_result",
    "measure.request",
    "measure.findings",
    "expertise.order",
    "check.require",
    "restriction.demand_lift",
    "right.other",
    "court.apply",
    "inspection.draft",
    "act.draft",
)

MATTER = Table(
    {
        ("", "matter.open"): "opened",
        ("opened", "matter.assign"): "assigned",
        ("assigned", "matter.assign"): "assigned",
        ("in_work", "matter.assign"): "in_work",
        ("suspended", "matter.assign"): "suspended",
        **staying(("assigned", "in_work", "suspended"), ("work.hand_over",)),
        **{(status, power): "in_work" for status in ("assigned", "in_work") for power in WORK},
        **staying(LIVE, ("matter.set_tasks",)),
        **staying(("assigned", "in_work"), ("systems.consult", "special_records.consult")),
        **staying((*LIVE, "suspended"), ("matter.declare_conflict", "matter.attach")),
        **{(status, "matter.call_up"): "opened" for status in (*LIVE, "suspended", "closed")},
        **{(status, "matter.move"): "opened" for status in (*LIVE, "suspended")},
        **staying((*LIVE, "suspended", "closed"), ("matter.tell_applicant", "matter.tell_office")),
        ("assigned", "matter.suspend"): "suspended",
        ("in_work", "matter.suspend"): "suspended",
        ("suspended", "matter.resume"): "in_work",
        ("assigned", "matter.close"): "closed",
        ("in_work", "matter.close"): "closed",
    },
    words=dict(MatterStatus.choices),
)
