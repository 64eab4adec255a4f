"""What is counted, said once: from which table, when a row counts, on which day, for whom.

The ledger's triggers, its rebuilding and the lists behind the figures are all made from these declarations.
Every piece is SQL over the row `r` of the table and over what `joined` brings in; no value of a person's.
"""

from dataclasses import dataclass

# Results, acts and what else stands in a matter is the work of the office that acts in it at that moment, and
# goes with the matter's direction and tasks.
_HOLDER = "FROM matters_matter m JOIN offices_office h ON h.id = m.holder_id WHERE m.id = r.matter_id AND"
_OF_MATTER = {
    "joined": _HOLDER,
    "office": "h.id",
    "region": "h.region_id",
    "direction": "m.direction",
    "tasks": "m.tasks",
    "matter": "m.id",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure that a row may count for: `when` it does, the `day` it does so, the rest as its columns.

    `follows`: the direction and tasks are the matter's and follow it when it is given others.
    """

    figure: str
    when: str
    day: str
    officer: str = "NULL::uuid"
    amount: str = "1"
    joined: str = "WHERE"
    office: str = "r.office_id"
    region: str = "r.region_id"
    direction: str = "''"
    tasks: str = "'{}'::varchar[]"
    matter: str = "NULL::uuid"

    def select(self) -> str:
        """The statement that gives the fact of the row `r`, or nothing."""
        columns = (
            f"'{self.figure}'::varchar",
            f"({self.day})::date",
            f"({self.office})::uuid",
            f"({self.region})::uuid",
            f"({self.direction})::varchar",
            f"({self.tasks})::varchar[]",
            f"({self.officer})::uuid",
            f"({self.matter})::uuid",
            f"({self.amount})::bigint",
        )
        return f"SELECT {', '.join(columns)} {self.joined} ({self.when})"


@dataclass(frozen=True, slots=True)
class Source:
    """A table whose rows count: which columns bear on it, and what a change of a row is called (`why`)."""

    table: str
    watched: tuple[str, ...]
    facts: tuple[Fact, ...]
    why: str = "''"


def _local(moment: str) -> str:
    return f"({moment} AT TIME ZONE 'Etc/GMT-5')"


def _liability(kind: str) -> tuple[Fact, Fact]:
    raised = f"r.kind = '{kind}'"
    return (
        Fact(f"raised_{kind}", raised, "r.raised_on", officer="r.raised_by_id", **_OF_MATTER),
        Fact(
            f"imposed_{kind}",
            f"{raised} AND r.imposed_on IS NOT NULL",
            "r.imposed_on",
            officer="r.imposed_recorded_by_id",
            **_OF_MATTER,
        ),
    )


_ACT = {
    "joined": "FROM matters_matter m WHERE m.id = r.matter_id AND",
    "direction": "m.direction",
    "tasks": "m.tasks",
    "matter": "m.id",
}
_REPLY = {
    **_ACT,
    "joined": "FROM acts_act a JOIN matters_matter m ON m.id = a.matter_id WHERE a.id = r.act_id AND",
    "office": "a.office_id",
    "region": "a.region_id",
    "officer": "a.author_id",
}


def _act(figure: str, kinds: str) -> Fact:
    return Fact(figure, f"r.signed_on IS NOT NULL AND r.kind {kinds}", "r.signed_on", "r.author_id", **_ACT)


def _replies(kind: str) -> tuple[Fact, ...]:
    of_kind = f"a.kind = '{kind}' AND r.assessed_on IS NOT NULL"
    asked = {
        "considered": "",
        **{one: f" AND r.assessment = '{one}'" for one in ("satisfied", "partly", "refused")},
    }
    return tuple(
        Fact(f"{word}_{kind}", of_kind + more, "r.assessed_on", **_REPLY) for word, more in asked.items()
    )


_INSPECTION = {**_ACT, "officer": "r.author_id"}
_APPEALS = {"direction": "'appeals'"}
_ANSWER = {
    **_APPEALS,
    "joined": "FROM appeals_appeal p WHERE p.id = r.appeal_id AND",
    "office": "p.office_id",
    "region": "p.region_id",
}
_VIOLATION = ("removed_on", "causes", "consequences")
_PLACE = (
    "FROM legality_legalact l JOIN offices_office h ON h.id = l.holder_id WHERE l.id = r.legal_act_id AND"
)
_WRIT = "FROM enforcement_writ w WHERE w.id = r.writ_id AND"

SOURCES: tuple[Source, ...] = (
    Source(
        "appeals_appeal",
        ("status", "repeats_id", "registered_on"),
        (
            Fact(
                "appeals_registered",
                "r.status <> 'annulled'",
                "r.registered_on",
                officer="r.registered_by_id",
                **_APPEALS,
            ),
            Fact(
                "appeals_repeated",
                "r.status <> 'annulled' AND r.repeats_id IS NOT NULL",
                "r.registered_on",
                officer="r.registered_by_id",
                **_APPEALS,
            ),
        ),
        why="NEW.status",
    ),
    Source(
        "appeals_answer",
        ("state", "sent_on"),
        (
            Fact(
                "appeals_answered", "r.sent_on IS NOT NULL", "r.sent_on", officer="r.drafted_by_id", **_ANSWER
            ),
        ),
    ),
    Source(
        "matters_term",
        ("due_on", "ended_on"),
        # The first day after the term: a fact of a day to come until it has come, gone if the term is kept.
        (
            Fact(
                "appeals_overdue",
                "r.subject_kind = 'appeal' AND r.rule = 'appeal_consider'"
                " AND (r.ended_on IS NULL OR r.ended_on > r.due_on)",
                "r.due_on + 1",
                **_APPEALS,
            ),
        ),
    ),
    Source(
        "matters_matter",
        ("status", "closed_on", "opened_on"),
        (
            Fact(
                "matters_opened",
                "true",
                "r.opened_on",
                officer="r.opened_by_id",
                direction="r.direction",
                tasks="r.tasks",
                matter="r.id",
            ),
            Fact(
                "matters_closed",
                "r.closed_on IS NOT NULL AND h.id = r.holder_id",
                "r.closed_on",
                officer="coalesce(r.assignee_id, r.closed_by_id)",
                joined="FROM offices_office h WHERE",
                office="h.id",
                region="h.region_id",
                direction="r.direction",
                tasks="r.tasks",
                matter="r.id",
            ),
        ),
        why="NEW.status",
    ),
    Source(
        "matters_violation",
        _VIOLATION,
        (
            Fact("violations_found", "true", "r.found_on", officer="r.found_by_id", **_OF_MATTER),
            Fact(
                "violations_removed",
                "r.removed_on IS NOT NULL",
                "r.removed_on",
                officer="r.removed_by_id",
                **_OF_MATTER,
            ),
            Fact(
                "causes_removed",
                "r.causes = 'removed'",
                "coalesce(r.removed_on, r.found_on)",
                officer="coalesce(r.removed_by_id, r.found_by_id)",
                **_OF_MATTER,
            ),
            Fact(
                "consequences_remedied",
                "r.consequences = 'removed'",
                "coalesce(r.removed_on, r.found_on)",
                officer="coalesce(r.removed_by_id, r.found_by_id)",
                **_OF_MATTER,
            ),
        ),
    ),
    Source(
        "matters_protectedperson",
        ("count", "restored_on"),
        (
            Fact(
                "people_protected",
                "r.restored_on IS NOT NULL",
                "r.restored_on",
                officer="r.recorded_by_id",
                amount="r.count",
                **_OF_MATTER,
            ),
        ),
    ),
    Source(
        "matters_liability",
        ("raised_on", "imposed_on", "kind"),
        tuple(
            fact
            for kind in ("disciplinary", "administrative", "criminal", "material")
            for fact in _liability(kind)
        ),
    ),
    Source(
        "matters_recovery",
        ("tiyn", "recovered_on"),
        (
            Fact(
                "money_recovered",
                "true",
                "r.recovered_on",
                officer="r.recorded_by_id",
                amount="r.tiyn",
                **_OF_MATTER,
            ),
        ),
    ),
    Source(
        "acts_act",
        ("signed_on",),
        (
            _act("acts_protest", "= 'protest'"),
            _act("acts_representation", "= 'representation'"),
            _act("acts_other", "NOT IN ('protest', 'representation')"),
        ),
    ),
    Source(
        "acts_actreply", ("assessment", "assessed_on"), (*_replies("protest"), *_replies("representation"))
    ),
    Source(
        "inspections_inspection",
        ("signed_on", "finished_on", "outcome"),
        (
            Fact("inspections_opened", "r.signed_on IS NOT NULL", "r.signed_on", **_INSPECTION),
            Fact("inspections_finished", "r.finished_on IS NOT NULL", "r.finished_on", **_INSPECTION),
            Fact(
                "inspections_violations",
                "r.finished_on IS NOT NULL AND r.outcome = 'violations'",
                "r.finished_on",
                **_INSPECTION,
            ),
        ),
    ),
    Source(
        "legality_review",
        ("done_on",),
        (
            Fact(
                "reviews_done",
                "r.done_on IS NOT NULL",
                "r.done_on",
                officer="r.reviewer_id",
                joined=_PLACE,
                office="h.id",
                region="h.region_id",
                direction="'legality_of_acts'",
            ),
        ),
    ),
    Source(
        "pretrial_case",
        ("taken_on",),
        (
            Fact(
                "investigations_taken", "true", "r.taken_on", officer="r.taken_by_id", direction="'pretrial'"
            ),
        ),
    ),
    Source(
        "pretrial_sanction",
        ("status", "signed_on"),
        tuple(
            Fact(
                f"sanctions_{word}",
                f"r.status = '{word}' AND r.signed_on IS NOT NULL",
                "r.signed_on",
                officer="r.signer_id",
                direction="'pretrial'",
            )
            for word in ("granted", "refused")
        ),
    ),
    Source(
        "covert_covertcheck",
        ("checked_on",),
        # By whom, stays with the narrow circle of that register (O.8.d5).
        (Fact("covert_checked", "r.checked_on IS NOT NULL", "r.checked_on", direction="'covert'"),),
    ),
    Source(
        "court_review",
        ("studied_on",),
        (
            Fact(
                "judicial_reviews",
                "r.studied_on IS NOT NULL",
                "r.studied_on",
                officer="r.officer_id",
                direction="'judicial_acts'",
            ),
        ),
    ),
    Source(
        "court_case",
        ("opened_on",),
        (Fact("court_cases", "true", "r.opened_on", officer="r.officer_id", direction="'court'"),),
    ),
    Source(
        "enforcement_check",
        ("finished_on",),
        (
            Fact(
                "writs_checked",
                "r.finished_on IS NOT NULL",
                "r.finished_on",
                officer="r.finished_by_id",
                joined=_WRIT,
                office="w.office_id",
                region="w.region_id",
                direction="'enforcement'",
            ),
        ),
    ),
    Source(
        "custody_visit",
        ("finished_at",),
        (
            Fact(
                "visits_done",
                "r.finished_at IS NOT NULL",
                _local("r.finished_at"),
                officer="r.officer_id",
                direction="'punishments'",
            ),
        ),
    ),
    Source(
        "custody_resolution",
        ("freed_at",),
        (
            Fact(
                "people_released",
                "r.freed_at IS NOT NULL",
                _local("r.freed_at"),
                officer="r.signer_id",
                joined="FROM custody_heldperson p WHERE p.id = r.held_id AND",
                office="p.office_id",
                region="p.region_id",
                direction="'punishments'",
            ),
        ),
    ),
    Source(
        "treaties_request",
        ("registered_on",),
        (Fact("treaty_requests", "true", "r.registered_on", direction="'treaties'"),),
    ),
    Source(
        "records_recordscheck",
        ("finished_on",),
        (
            Fact(
                "records_checked",
                "r.finished_on IS NOT NULL",
                "r.finished_on",
                officer="r.officer_id",
                direction="'statistics'",
            ),
        ),
    ),
    Source(
        "offences_offencecase",
        ("checked_on",),
        (
            Fact(
                "offences_checked",
                "r.checked_on IS NOT NULL",
                "r.checked_on",
                officer="r.checked_by_id",
                direction="'admin_offences'",
            ),
        ),
    ),
    Source(
        "coordination_session",
        ("signed_on",),
        (
            Fact(
                "sittings_held",
                "r.signed_on IS NOT NULL",
                "r.starts_on",
                officer="r.signer_id",
                direction="'coordination'",
            ),
        ),
    ),
)
