"""Inspections and the directions of supervision (L.3), work in court, coordination."""

from qadaga.reports.facts.declaring import IN_MATTER, Fact, Source, moved_to

_INSPECTION = {**IN_MATTER, "officer": "r.author_id"}
_OPENED, _CLOSED = (
    moved_to("inspections_inspectionmove", "inspection_id", status) for status in ("opened", "closed")
)
_PLACE = (
    "FROM legality_legalact l JOIN offices_office h ON h.id = l.holder_id WHERE l.id = r.legal_act_id AND"
)
_WRIT = "FROM enforcement_writ w WHERE w.id = r.writ_id AND"


def _local(moment: str) -> str:
    return f"({moment} AT TIME ZONE 'Etc/GMT-5')"


DIRECTIONS: tuple[Source, ...] = (
    Source(
        "inspections_inspection",
        ("signed_on", "finished_on", "outcome"),
        (
            Fact(
                "inspections_opened",
                "r.signed_on IS NOT NULL",
                "r.signed_on",
                moment=_OPENED,
                **_INSPECTION,
            ),
            Fact(
                "inspections_finished",
                "r.finished_on IS NOT NULL",
                "r.finished_on",
                moment=_CLOSED,
                **_INSPECTION,
            ),
            Fact(
                "inspections_violations",
                "r.finished_on IS NOT NULL AND r.outcome = 'violations'",
                "r.finished_on",
                moment=_CLOSED,
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
