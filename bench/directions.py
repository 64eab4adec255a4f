"""Rows of the registers of the directions of supervision: so many for each appeal, beside its own rows."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from bench.cases import Case
from bench.world import World

_COMMON = "id created_at office_id region_id version status"
TABLES = {
    "legality_legalact": f"{_COMMON} issuer nature body_id number adopted_on title source holder_id"
    " entered_on entered_by_id",
    "pretrial_case": f"{_COMMON} erdr kato body_id investigator articles gist registered_on taken_on"
    " taken_by_id outcome due_on ended_on",
    "court_case": f"{_COMMON} kind court kato number about opened_on instance ground next_on closed_on",
    "court_hearing": f"{_COMMON} case_id starts_at held_on court room instance outcome",
    "enforcement_writ": f"{_COMMON} number issuer_kind issuer issued_on case_number opened_on bailiff_id"
    " bailiff_kind claimant_kind claimant debtor_kind debtor demand kato registered_on due_on ended_on"
    " ended_as",
    "offences_offencecase": f"{_COMMON} year number number_text body_id case_number article ground begun_on"
    " due_on received_on sheets outcome outcome_on outcome_paper",
    "treaties_request": f"{_COMMON} way kind year number number_text country foreign_body foreign_no person"
    " asked registered_on",
    "inspections_inspection": f"{_COMMON} matter_id body_id ground ground_text norm scope language secrecy"
    " no_notice overlap drafted_on author_id starts_on",
    "custody_place": f"{_COMMON} kind name_ru name_kk body_id address kato capacity opened_on due_on",
    "coordination_session": f"{_COMMON} organ council_id title starts_at starts_on place planned_by_id"
    " cancel_reason",
}
# How many rows of each there are for an appeal; a matter has an inspection this often.
SHARES = {
    "legality_legalact": 0.05,
    "pretrial_case": 0.2,
    "court_case": 0.1,
    "enforcement_writ": 0.15,
    "offences_offencecase": 0.1,
    "treaties_request": 0.01,
    "custody_place": 0.002,
    "coordination_session": 0.004,
}
INSPECTED = 0.1
_COLUMNS = {table: columns.split() for table, columns in TABLES.items()}
_KATO, _COURT = "101000000", "Городской суд"


class Directions:
    """Makes the rows of the directions; a chance of its own leaves the rows of appeals as they were."""

    def __init__(self, world: World, seed: int) -> None:
        self.world, self.chance = world, random.Random(f"directions {seed}")
        self.makers = {
            "legality_legalact": _legal_act,
            "pretrial_case": _investigation,
            "court_case": _court_case,
            "enforcement_writ": _writ,
            "offences_offencecase": _offence,
            "treaties_request": _request,
            "custody_place": _place,
            "coordination_session": _session,
        }

    def beside(self, appeal: Case, matter: UUID | None) -> None:
        """The rows that stand beside an appeal of the day and the office, by the shares."""
        case = replace(appeal, chance=self.chance)
        for table, share in SHARES.items():
            if self.chance.random() < share:
                self.makers[table](case, self.world)
        if matter is not None and self.chance.random() < INSPECTED:
            _put(case, "inspections_inspection", _inspection(case, matter))


def _put(case: Case, table: str, values: Mapping[str, object]) -> UUID:
    """One row; what every table has is the case's own, a column that is not given is NULL."""
    id_, place = case.id(), case.place
    common = {"id": id_, "created_at": case.at(9), "office_id": place.id, "region_id": place.region_id}
    row = {**common, "version": 1, **values}
    case.batch.add(table, *(row.get(column) for column in _COLUMNS[table]))
    return id_


def _legal_act(case: Case, _world: World) -> None:
    values = {
        **{"status": "conforms" if case.closed else "registered", "issuer": "akimat", "nature": "normative"},
        **{"body_id": case.body[0], "number": f"{case.n}", "adopted_on": case.day, "title": case.about.text},
        **{"source": "published", "holder_id": case.place.id, "entered_on": case.day},
        "entered_by_id": case.place.clerk,
    }
    _put(case, "legality_legalact", values)


def _investigation(case: Case, _world: World) -> None:
    due = case.day + timedelta(days=60)
    values = {
        **{"status": "closed" if case.closed else "opened", "erdr": f"{case.n:015}", "kato": _KATO},
        **{"body_id": case.body[0], "investigator": "Следователь", "articles": "{188}"},
        **{"gist": case.about.text, "registered_on": case.day, "taken_on": case.day, "outcome": ""},
        "taken_by_id": case.place.head,
        **({"ended_on": due, "outcome": "Прекращено"} if case.closed else {"due_on": due}),
    }
    _put(case, "pretrial_case", values)


def _court_case(case: Case, _world: World) -> None:
    """A case in court with two hearings."""
    to_come = case.day + timedelta(days=20)
    values = {
        **{"status": "closed" if case.closed else "in_court", "kind": "civil", "court": _COURT},
        **{"kato": _KATO, "number": f"2-{case.n}/{case.day.year}", "about": case.about.text[:500]},
        **{"opened_on": case.day, "instance": "first", "ground": "state_interest"},
        **({"closed_on": to_come} if case.closed else {"next_on": to_come}),
    }
    id_ = _put(case, "court_case", values)
    for days in (10, 20):
        day = case.day + timedelta(days=days)
        held = case.closed or days == 10
        hearing = {
            **{"status": "held" if held else "planned", "case_id": id_, "court": _COURT, "room": "4"},
            **{"starts_at": f"{day} 10:00:00+05", "held_on": day, "instance": "first"},
            "outcome": "Состоялось" if held else "",
        }
        _put(case, "court_hearing", hearing)


def _writ(case: Case, world: World) -> None:
    due = case.day + timedelta(days=60)
    values = {
        **{"status": "ended" if case.closed else "with_private", "number": f"ИЛ-{case.n}"},
        **{"issuer_kind": "court", "issuer": _COURT, "issued_on": case.day, "case_number": f"ИП-{case.n}"},
        **{"opened_on": case.day, "bailiff_id": world.bailiffs[case.place.id], "bailiff_kind": "private"},
        **{"claimant_kind": "person", "claimant": "Взыскатель", "debtor_kind": "person"},
        **{"debtor": "Должник", "demand": case.about.text, "kato": _KATO, "registered_on": case.day},
        **({"ended_on": due, "ended_as": "executed"} if case.closed else {"due_on": due}),
    }
    _put(case, "enforcement_writ", values)


def _offence(case: Case, _world: World) -> None:
    due = case.day + timedelta(days=14)
    done = {
        **{"status": "done", "received_on": case.day, "sheets": 12, "outcome": "kept"},
        **{"outcome_on": due, "outcome_paper": "№ 1"},
    }
    values = {
        **{"year": case.day.year, "number": case.n, "number_text": case.number("ӘІ")},
        **{"body_id": case.body[0], "case_number": f"АД-{case.n}", "article": "434"},
        **{"ground": "own_initiative", "begun_on": case.day},
        **(done if case.closed else {"status": "called", "due_on": due}),
    }
    _put(case, "offences_offencecase", values)


def _request(case: Case, _world: World) -> None:
    values = {
        **{"status": "draft", "way": "outgoing", "kind": "procedural_request", "year": case.day.year},
        **{"number": case.n, "number_text": case.number("ХС"), "country": "Узбекистан"},
        **{"foreign_body": "Прокуратура", "foreign_no": "", "person": "Рахимов", "asked": case.about.text},
        "registered_on": case.day,
    }
    _put(case, "treaties_request", values)


def _inspection(case: Case, matter: UUID) -> dict[str, object]:
    return {
        **{"status": "withdrawn" if case.closed else "draft", "matter_id": matter, "body_id": case.body[0]},
        **{"ground": "appeal", "ground_text": "Обращение", "norm": case.about.text[:300]},
        **{"scope": case.about.text, "language": "ru", "secrecy": "none", "no_notice": "", "overlap": ""},
        **{"drafted_on": case.day, "starts_on": case.day, "author_id": case.place.assistants[0]},
    }


def _place(case: Case, _world: World) -> None:
    name = f"Изолятор № {case.n}"
    values = {
        **{"status": "open", "kind": "special", "name_ru": name, "name_kk": name, "body_id": case.body[0]},
        **{"address": "Улица", "kato": _KATO, "capacity": 40, "opened_on": case.day},
        "due_on": case.day + timedelta(days=30),
    }
    _put(case, "custody_place", values)


def _session(case: Case, world: World) -> None:
    values = {
        **{"status": "planned", "organ": "council", "council_id": world.councils[case.place.id]},
        **{"title": case.about.text[:300], "starts_at": f"{case.day} 10:00:00+05", "starts_on": case.day},
        **{"place": "Зал", "planned_by_id": case.place.head, "cancel_reason": ""},
    }
    _put(case, "coordination_session", values)
