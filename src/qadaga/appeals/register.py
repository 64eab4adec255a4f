"""The register of appeals: what it shows, by what it sorts and filters, and the indexes for that."""

from qadaga.acts.choices import Appearance
from qadaga.appeals.kinds import OPEN, Kind, Language, Status, Way
from qadaga.authority.lists.filters import Choice, Dates, Flag, Identifier, Lead, Number, Through, Words
from qadaga.authority.lists.register import Column, Register, Sort
from qadaga.common.i18n import N_
from qadaga.matters.bodies import traces
from qadaga.matters.persons.roles import Role, declare

_JOINS = """
JOIN offices_office o ON o.id = t.office_id
LEFT JOIN matters_body b ON b.id = t.body_id
LEFT JOIN LATERAL (
    SELECT a.name FROM appeals_applicant a WHERE a.appeal_id = t.id ORDER BY a.position LIMIT 1
) first ON true
LEFT JOIN matters_matter m ON m.id = t.matter_id
LEFT JOIN staff_appointment sa ON sa.id = m.assignee_id
LEFT JOIN staff_person sp ON sp.id = sa.person_id
"""
_ANSWER = "EXISTS (SELECT 1 FROM appeals_answer w WHERE w.appeal_id = t.id AND w.state = '{}')"
_PERSON = {"last": "sp.last_name", "first": "sp.first_name", "middle": "sp.middle_name"}
_OFFICE = {"ru": "o.name_ru", "kk": "o.name_kk", "en": "o.name_en"}

APPEALS = Register(
    name="appeals",
    kind="appeal",
    title=N_("Appeals"),
    table="appeals_appeal",
    columns=(
        Column("id", "t.id"),
        Column("number", "t.number", N_("Number")),
        Column("registered_on", "t.registered_on", N_("Registered"), sort="registered", shape="date"),
        Column("kind", "t.kind", N_("Kind"), shape="choice", options=dict(Kind.choices)),
        Column("applicant", "first.name", N_("Applicant"), empty=N_("Anonymous")),
        Column(
            "body",
            {"ru": "coalesce(b.name_ru, t.body_name)", "kk": "coalesce(b.name_kk, t.body_name)"},
            N_("Complained of"),
            shape="localised",
        ),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(Status.choices)),
        Column("due_on", "t.due_on", N_("Due"), sort="due", shape="date"),
        Column("officer", _PERSON, N_("Officer"), shape="person"),
        Column("office", _OFFICE, N_("Office"), shape="localised"),
    ),
    sorts=(
        Sort("registered", N_("Registered"), "registered_on", plain=True),
        Sort("due", N_("Due"), "due_on", descending=False, partial=True),
    ),
    statuses=dict(Status.choices),
    open_statuses=tuple(OPEN),
    filters=(
        Number("number", N_("Number")),
        Choice("kind", N_("Kind"), "t.kind", dict(Kind.choices)),
        Choice("way", N_("Way of arrival"), "t.way", dict(Way.choices)),
        Choice("language", N_("Language"), "t.language", dict(Language.choices)),
        Dates("registered", N_("Registered"), "t.registered_on"),
        Dates("due", N_("Due"), "t.due_on"),
        Lead("body", N_("Complained of"), "t.body_id"),
        Through(
            "officer",
            N_("Officer"),
            sql="t.matter_id IN (SELECT w.id FROM matters_matter w"
            " WHERE w.assignee_id = %(through)s::uuid AND w.status <> 'closed')",
        ),
        Flag("unsigned", N_("The answer waits for signature"), _ANSWER.format("draft")),
        Flag("unsent", N_("The answer is signed and not sent"), _ANSWER.format("signed")),
        Identifier(
            "person",
            N_("IIN or BIN"),
            "t.id IN (SELECT appeal_id FROM appeals_applicant WHERE iin = %(identifier)s"
            " UNION SELECT appeal_id FROM appeals_applicant WHERE bin = %(identifier)s)",
        ),
        Words("words", N_("Name or words")),
    ),
    mine=(
        "t.matter_id IN (SELECT w.id FROM matters_matter w"
        " WHERE w.assignee_id = %(mine)s::uuid AND w.status <> 'closed')",
    ),
    joins=_JOINS,
)

traces.of_register(APPEALS, of="t.body_id", day="t.registered_on", title="''")


def _applies(name: str, label: str, column: str) -> Role:
    """As whom somebody stands in an appeal: seen by whoever may read the appeal itself."""
    return Role(
        name=name,
        label=label,
        table="appeals_applicant",
        iin=f"t.{column}iin",
        who=f"t.{column}name",
        page="appeals:card",
        subject="appeal",
        power="card.read",
        day="a.registered_on",
        title="''",
        number="a.number",
        status="a.status",
        card="a.id",
        at="a",
        joins="JOIN appeals_appeal a ON a.id = t.appeal_id",
        kinds=("appeal",),
        words=dict(Status.choices),
    )


declare(
    _applies("applicant", N_("Applicant"), ""),
    _applies("representative", N_("Representative of an applicant"), "representative_"),
    Role(
        name="summoned",
        label=N_("Summoned to explain"),
        table="summonses_appealsummons",
        iin="t.iin",
        who="t.name",
        page="appeals:card",
        subject="appeal",
        power="card.read",
        day="t.issued_on",
        title="left(t.about, 200)",
        number="a.number",
        status="coalesce(t.appearance, '')",
        card="a.id",
        at="a",
        joins="JOIN appeals_appeal a ON a.id = t.appeal_id",
        kinds=("appeal",),
        words=dict(Appearance.choices),
    ),
)
