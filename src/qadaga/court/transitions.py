"""The moves of a case in court and of a judicial act under study."""

from qadaga.court.choices import CaseStatus, ReviewStatus
from qadaga.matters.transitions import Table, staying

NAMED = ("court.assign", "court.declare_conflict")
DIED, LIVES = ("court.record_death",), ("court.correct_death",)
SPOKEN = ("court.take_part", "court.conclude", "prosecution.support")

CASE = Table(
    {
        **staying(("opened", "in_court", "decided"), (*NAMED, *DIED, *LIVES)),
        **staying(("closed",), LIVES),
        ("opened", "prosecution.charge"): "opened",
        ("opened", "prosecution.drop"): ("opened", "closed"),
        ("opened", "prosecution.transfer"): "in_court",
        ("opened", "court.keep"): "opened",
        **staying(("in_court",), SPOKEN),
        ("in_court", "court.keep"): ("in_court", "decided"),
        ("decided", "court.petition_review"): "in_court",
        ("decided", "prosecution.appeal"): "in_court",
        ("decided", "court.keep"): ("in_court", "closed"),
    },
    words=dict(CaseStatus.choices),
)
_OPEN = ("opened", "called", "received", "studied", "in_court")
REVIEW = Table(
    {
        **staying(_OPEN, NAMED),
        ("opened", "court.call_case"): "called",
        ("opened", "judicial.call_execution"): "called",
        ("called", "court.keep"): ("called", "received"),
        ("received", "judicial.study"): "studied",
        ("received", "court.keep"): "received",
        ("studied", "judicial.protest"): "in_court",
        ("studied", "court.petition_review"): "in_court",
        **{(status, "judicial.consider_petition"): "refused" for status in ("opened", "received", "studied")},
        ("studied", "court.keep"): ("studied", "closed"),
        ("in_court", "judicial.withdraw"): "withdrawn",
        ("in_court", "court.conclude"): "in_court",
        ("in_court", "court.keep"): ("in_court", "decided"),
        # What one instance did not grant goes to the next one.
        ("decided", "judicial.protest"): "in_court",
        ("decided", "court.petition_review"): "in_court",
        **{(status, "court.keep"): (status, "closed") for status in ("decided", "refused", "withdrawn")},
    },
    words=dict(ReviewStatus.choices),
)
