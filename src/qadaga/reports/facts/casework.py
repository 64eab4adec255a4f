"""Appeals, matters, their results and acts."""

from qadaga.reports.facts.declaring import IN_MATTER, MADE, Fact, Source, end_of, moved_to

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


def _liability(kind: str) -> tuple[Fact, Fact]:
    raised = f"r.kind = '{kind}'"
    return (
        Fact(f"raised_{kind}", raised, "r.raised_on", officer="r.raised_by_id", moment=MADE, **_OF_MATTER),
        Fact(
            f"imposed_{kind}",
            f"{raised} AND r.imposed_on IS NOT NULL",
            "r.imposed_on",
            officer="r.imposed_recorded_by_id",
            **_OF_MATTER,
        ),
    )


_REPLY = {
    **IN_MATTER,
    "joined": "FROM acts_act a JOIN matters_matter m ON m.id = a.matter_id WHERE a.id = r.act_id AND",
    "office": "a.office_id",
    "region": "a.region_id",
    "officer": "a.author_id",
    "moment": end_of("r.assessed_on"),
}
_SIGNED = moved_to("acts_actmove", "act_id", "signed")


def _act(figure: str, kinds: str) -> Fact:
    signed = f"r.signed_on IS NOT NULL AND r.kind {kinds}"
    return Fact(figure, signed, "r.signed_on", "r.author_id", moment=_SIGNED, **IN_MATTER)


def _replies(kind: str) -> tuple[Fact, ...]:
    of_kind = f"a.kind = '{kind}' AND r.assessed_on IS NOT NULL"
    asked = {
        "considered": "",
        **{one: f" AND r.assessment = '{one}'" for one in ("satisfied", "partly", "refused")},
    }
    return tuple(
        Fact(f"{word}_{kind}", of_kind + more, "r.assessed_on", **_REPLY) for word, more in asked.items()
    )


_APPEALS = {"direction": "'appeals'"}
_ANSWER = {
    **_APPEALS,
    "joined": "FROM appeals_appeal p WHERE p.id = r.appeal_id AND",
    "office": "p.office_id",
    "region": "p.region_id",
}
_VIOLATION = ("removed_on", "causes", "consequences")
CASEWORK: tuple[Source, ...] = (
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
                moment=MADE,
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
                moment=moved_to("matters_mattermove", "matter_id", "closed"),
            ),
        ),
        why="NEW.status",
    ),
    Source(
        "matters_violation",
        _VIOLATION,
        (
            Fact(
                "violations_found",
                "true",
                "r.found_on",
                officer="r.found_by_id",
                moment=MADE,
                **_OF_MATTER,
            ),
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
                moment=MADE,
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
)
