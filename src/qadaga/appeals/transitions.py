"""The declared table of moves of an appeal."""

from qadaga.appeals.kinds import OPEN, Status
from qadaga.matters.transitions import Table, To, staying

_ALL = tuple(str(status) for status in Status if status is not Status.ANNULLED)
_OPEN = tuple(str(status) for status in OPEN)
_FINISHED = (str(Status.ANSWERED), str(Status.DECLINED), str(Status.FORWARDED), str(Status.CHALLENGED))


def _from(statuses: tuple[str, ...], power: str, to: Status) -> dict[tuple[str, str], To]:
    return {(status, power): str(to) for status in statuses}


APPEAL = Table(
    {
        ("", "appeal.register"): str(Status.REGISTERED),
        ("", "appeal.import"): (
            str(Status.REGISTERED),
            str(Status.ANSWERED),
            str(Status.FORWARDED),
            str(Status.DECLINED),
            str(Status.WITHDRAWN),
        ),
        ("registered", "matter.open"): str(Status.IN_MATTER),
        ("registered", "matter.call_up"): str(Status.IN_MATTER),
        # A whole appeal moves on; a part leaves the rest where it is.
        ("registered", "appeal.forward"): str(Status.FORWARDED),
        **staying(_OPEN, ("appeal.forward_part",)),
        **staying(_ALL, ("appeal.tell", "appeal.control", "matter.attach")),
        ("registered", "appeal.decline"): str(Status.DECLINED),
        **staying(_OPEN, ("appeal.prolong",)),
        **staying(_ALL, ("appeal.correct",)),
        **staying(("answered", "challenged"), ("trust.record",)),
        **staying(_OPEN, ("explanation.summon", "explanation.record")),
        **_from((*_OPEN, "forwarded", "declined"), "appeal.annul", Status.ANNULLED),
        **_from(_OPEN, "appeal.withdraw", Status.WITHDRAWN),
        **_from(_OPEN, "appeal.draft_answer", Status.ANSWER_DRAFT),
        ("answer_draft", "appeal.sign_answer"): str(Status.ANSWER_DRAFT),
        ("answer_draft", "appeal.send_answer"): str(Status.ANSWERED),
        ("answered", "appeal.challenge"): str(Status.CHALLENGED),
        ("declined", "appeal.challenge"): str(Status.CHALLENGED),
        ("forwarded", "appeal.challenge"): str(Status.CHALLENGED),
        **staying(
            (*_OPEN, *_FINISHED),
            ("appeal.request_materials", "appeal.decide_materials", "appeal.show_materials"),
        ),
    },
    words=dict(Status.choices),
)
"""A signed answer stays: the service refuses `appeal.draft_answer` on it."""
