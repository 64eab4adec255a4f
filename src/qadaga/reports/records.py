"""What stands behind a figure: how a record is called by its number, and which card shows it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Record:
    """`kind` as the law calls the card's subject, `card` its address space.

    `sql` gives of each of %(ids)s its id, its number and the key of its card.
    """

    kind: str
    card: str
    sql: str


def _own(kind: str, card: str, table: str, number: str = "number_text") -> Record:
    # Names of tables and columns are constants of this module, here and below.
    own = f"SELECT r.id, r.{number} AS number, r.id AS card FROM {table} r"  # noqa: S608 - as said
    return Record(kind, card, f"{own} WHERE r.id = ANY(%(ids)s)")


def _of(kind: str, card: str, table: str, *, owner: str, key: str, number: str = "number_text") -> Record:
    """A record that is shown on the card of what it belongs to."""
    own = f"SELECT r.id, c.{number} AS number, c.id AS card FROM {table} r"  # noqa: S608 - as said
    return Record(kind, card, f"{own} JOIN {owner} c ON c.id = r.{key} WHERE r.id = ANY(%(ids)s)")


def _in_matter(table: str) -> Record:
    return _of("matter", "matters", table, owner="matters_matter", key="matter_id")


def _in_appeal(table: str, key: str) -> Record:
    return _of("appeal", "appeals", table, owner="appeals_appeal", key=key, number="number")


RECORDS: dict[str, Record] = {
    "appeal": _own("appeal", "appeals", "appeals_appeal", "number"),
    "answer": _in_appeal("appeals_answer", "appeal_id"),
    "appeal_term": _in_appeal("matters_term", "subject_id"),
    "matter": _own("matter", "matters", "matters_matter"),
    "violation": _in_matter("matters_violation"),
    "protected": _in_matter("matters_protectedperson"),
    "liability": _in_matter("matters_liability"),
    "recovery": _in_matter("matters_recovery"),
    "act": _own("act", "acts", "acts_act"),
    "reply": _of("act", "acts", "acts_actreply", owner="acts_act", key="act_id"),
    "inspection": _own("inspection", "inspections", "inspections_inspection"),
    "review": _of(
        "legal_act",
        "legal_acts",
        "legality_review",
        owner="legality_legalact",
        key="legal_act_id",
        number="number",
    ),
    "investigation": _own("investigation", "investigations", "pretrial_case", "erdr"),
    "sanction": _of(
        "investigation",
        "investigations",
        "pretrial_sanction",
        owner="pretrial_case",
        key="case_id",
        number="erdr",
    ),
    # Read by its narrow circle only, in its own register: here it counts, without a number (O.8.d5).
    "covert_check": Record(
        "operative_case",
        "covert",
        "SELECT r.id, '' AS number, NULL::uuid AS card FROM covert_covertcheck r WHERE r.id = ANY(%(ids)s)",
    ),
    "judicial_act": _own("judicial_act", "reviews", "court_review", "number"),
    "court_case": _own("court_case", "courtcases", "court_case", "number"),
    "writ_check": _of(
        "enforcement_case",
        "writs",
        "enforcement_check",
        owner="enforcement_writ",
        key="writ_id",
        number="number",
    ),
    "visit": Record(
        "custody_visit",
        "visits",
        "SELECT r.id, c.name_ru AS number, r.id AS card FROM custody_visit r"
        " JOIN custody_place c ON c.id = r.place_id WHERE r.id = ANY(%(ids)s)",
    ),
    "held": Record(
        "held_person",
        "held",
        "SELECT r.id, r.number_text AS number, r.held_id AS card FROM custody_resolution r"
        " WHERE r.id = ANY(%(ids)s)",
    ),
    "treaty_request": _own("treaty_request", "treaty_requests", "treaties_request"),
    "records_check": _own("records", "records", "records_recordscheck"),
    "admin_case": _own("admin_case", "offences", "offences_offencecase"),
    "session": _own("session", "sessions", "coordination_session"),
}
