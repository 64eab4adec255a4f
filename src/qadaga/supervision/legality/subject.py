"""What the law kernel is told about a legal act and about an analysis; which power takes them where."""

from datetime import date

from qadaga.authority.actor import Actor
from qadaga.law.model import Subject
from qadaga.matters.subject import barred, path_of
from qadaga.matters.transitions import Table, staying
from qadaga.supervision.legality.choices import AnalysisStatus, Issuer, LegalActStatus
from qadaga.supervision.legality.models import Analysis, LegalAct

ENTER, GIVE, ASSESS, PASS_UP = "legal_act.enter", "legal_act.give", "legal_act.assess", "legal_act.pass_up"
PROTEST, REPRESENT, FOLLOW = "legal_act.protest", "legal_act.represent", "legal_act.follow"
ORDER, ANALYSE = "legality.order_analysis", "legality.analyse"
APPROVE, TELL = "legality.approve_analysis", "legality.tell_analysis"

LEGAL_ACT = Table(
    {
        **staying(LegalActStatus.values, (ENTER,)),  # type: ignore[arg-type]  # a list of them serves as well
        **{
            (status, GIVE): "review" for status in ("registered", "review", "conforms", "contrary", "changed")
        },
        **staying(("registered", "contrary"), (PASS_UP,)),
        ("review", ASSESS): ("review", "conforms", "contrary"),
        ("contrary", PROTEST): "to_protest",
        ("contrary", REPRESENT): "to_protest",
        ("to_protest", ASSESS): "protested",
        ("protested", FOLLOW): ("protested", "cancelled", "changed", "kept", "contrary"),
        ("kept", FOLLOW): ("cancelled", "changed", "in_court"),
        ("in_court", FOLLOW): ("cancelled", "changed", "stands"),
    },
    words=dict(LegalActStatus.choices),
)
ANALYSIS = Table(
    {
        ("draft", ANALYSE): ("draft", "submitted"),
        ("submitted", ANALYSE): "draft",
        ("submitted", APPROVE): ("approved", "draft"),
        ("approved", TELL): "approved",
    },
    words=dict(AnalysisStatus.choices),
)


def legal_act_subject(row: LegalAct, actor: Actor, on: date) -> Subject:
    """The act as the law sees it: the office that holds it, its territory and sphere, whose act it is.

    Marks: "mine" (the actor reviews it), "government_act", "law_protested" (the act is a law),
    "higher_level" (a central body's act before a district), and what bars the actor from its matter.
    """
    marks = set(_level_marks(row))
    if row.reviewer_id == actor.appointment_id:
        marks.add("mine")
    if row.matter is not None:
        marks |= barred(row.matter, actor.person_id, on)
    return Subject(
        kind="legal_act",
        office=row.holder.code,
        path=path_of(row.holder, actor, on),
        territory=row.kato,
        sphere=row.sphere,
        status=row.status,
        direction="legality_of_acts",
        marks=frozenset(marks),
    )


def belongs_above(row: LegalAct) -> bool:
    """Whether a protest against it is for an office above the one that holds it (L.1.12, L.1.2)."""
    marks = set(_level_marks(row))
    return "higher_level" in marks or (bool(marks) and row.holder.level > 1)


def _level_marks(row: LegalAct) -> list[str]:
    marks = []
    if row.issuer == Issuer.GOVERNMENT:
        marks.append("government_act")
    if row.issuer == Issuer.LEGISLATOR:
        marks.append("law_protested")
    if row.issuer in (Issuer.GOVERNMENT, Issuer.LEGISLATOR, Issuer.CENTRAL) and row.holder.level == 3:
        marks.append("higher_level")
    return marks


def analysis_subject(row: Analysis, actor: Actor, on: date) -> Subject:
    """The analysis as the law sees it; "mine" marks the officer who writes it."""
    return Subject(
        kind="legality_analysis",
        office=row.office.code,
        path=path_of(row.office, actor, on),
        territory=row.kato,
        sphere=row.sphere,
        status=row.status,
        direction="legality_of_acts",
        marks=frozenset({"mine"} if row.author_id == actor.appointment_id else ()),
    )
