"""Rows of the made-up cases as lines of COPY: the same for the same place and seed, whoever makes them."""

from __future__ import annotations

import random
from datetime import date, timedelta
from uuid import UUID

from bench.cases import Batch, Case
from bench.words import Vocabulary, iin
from bench.world import World
from qadaga.authority.lists.numbers import lexeme
from qadaga.common.sortkeys import sort_key

FIRST_DAY = date(2023, 1, 1)
CHUNK = 10_000
TABLES = {
    "matters_matter": (
        "id created_at office_id region_id holder_id year number number_text kind direction title"
        " gist body_id tasks status opened_on opened_by_id assignee_id assigned_on due_on closed_on"
        " closed_by_id conclusion version"
    ),
    "appeals_appeal": (
        "id register year number coupon office_id region_id kind language way arrived_on"
        " registered_on registered_by_id summary attachments_note paper_place body_id body_name"
        " official_name anonymous anonymous_ground oral minor detained status matter_id due_on"
        " closed_on version"
    ),
    "appeals_applicant": (
        "id appeal_id office_id region_id position kind name sort_key iin bin no_id_reason address"
        " phone email representative_name representative_iin authority_document"
    ),
    "matters_term": (
        "id created_at office_id region_id matter_id subject_kind subject_id rule started_on due_on"
        " ended_on state"
    ),
    "matters_termevent": "id created_at term_id no kind on reason",
    "matters_mattermove": "id created_at matter_id power from_status to_status on by_id reason",
    "acts_act": (
        "id created_at matter_id office_id region_id kind language addressee_id heading status"
        " version drafted_on author_id year number number_text signer_id signed_on signed_at pdf_id"
        " sha256 edition ruling norms served_on replied_on due_on"
    ),
    "acts_actversion": "id created_at act_id no heading facts norms demands on by_id",
    "lists_searchentry": "id kind office_id region_id day number title vector",
}


class Maker:
    """Makes the rows of one chunk after another."""

    def __init__(self, world: World, words: Vocabulary, total: int) -> None:
        self.world, self.words, self.total = world, words, total
        self.days = (world.today - FIRST_DAY).days

    def chunk(self, number: int) -> Batch:
        """The rows of appeals number*CHUNK onwards."""
        chance, batch = random.Random(number), Batch()
        for n in range(number * CHUNK, min((number + 1) * CHUNK, self.total)):
            self._appeal(self._case(n, chance, batch))
        return batch

    def _case(self, n: int, chance: random.Random, batch: Batch) -> Case:
        day = FIRST_DAY + timedelta(days=n * self.days // self.total)
        place, body = chance.choice(self.world.places), chance.choice(self.world.bodies)
        status, closed = _status(chance, (self.world.today - day).days)
        return Case(n, place, day, status, closed, self.words.sentence(chance, n), body, chance, batch)

    def _appeal(self, case: Case) -> None:
        """An appeal with its applicant, term, search entry and journal; a matter and an act for some."""
        place, day, chance, id_ = case.place, case.day, case.chance, case.id()
        due, number = day + timedelta(days=21), case.number("ЖТ")
        in_matter = case.status in ("in_matter", "answer_draft") or chance.random() < 0.2
        matter = self._matter(case) if in_matter else None
        kind, way = chance.choice(("complaint", "application")), chance.choice(("post", "e_appeals"))
        case.batch.add(
            "appeals_appeal",
            *(
                id_,
                "appeal",
                day.year,
                number,
                f"{case.n:012}",
                place.id,
                place.region_id,
                kind,
                "ru",
                way,
                day,
                day,
            ),
            *(
                place.clerk,
                case.about.text,
                "",
                "",
                *case.body,
                "",
                "f",
                "",
                "f",
                "f",
                "f",
                case.status,
                matter,
            ),
            *(None if case.closed else due, due if case.closed else None, 1),
        )
        name, person = self.words.name(chance), iin(chance)
        case.batch.add(
            "appeals_applicant",
            *(case.id(), id_, place.id, place.region_id, 0, "person", name.text, sort_key(name.text), person),
            *([""] * 8),
        )
        self._term(case, id_, due, matter)
        case.entry("appeal", id_, number, {lexeme(person), *name.lexemes})
        case.journal("appeal", id_, "appeal.register", 9)

    def _matter(self, case: Case) -> UUID:
        place, day, id_, number = case.place, case.day, case.id(), case.number("ІС")
        officer, due, closed = case.chance.choice(place.assistants), day + timedelta(days=30), case.closed
        status = "closed" if closed else case.chance.choice(("opened", "assigned", "in_work"))
        assigned = (None, None) if status == "opened" else (officer, day)
        case.batch.add(
            "matters_matter",
            *(id_, case.at(10), place.id, place.region_id, place.id, day.year, case.n, number, "appeal"),
            *(
                "legality_of_acts",
                case.about.text,
                "",
                case.body[0],
                "{protect_rights}",
                status,
                day,
                place.head,
            ),
            *(
                *assigned,
                None if closed else due,
                due if closed else None,
                place.head if closed else None,
                "",
                1,
            ),
        )
        move = (case.id(), case.at(10), id_, "matter.open", "", "opened", day, place.head, "")
        case.batch.add("matters_mattermove", *move)
        case.entry("matter", id_, number)
        case.journal("matter", id_, "matter.open", 10)
        if case.chance.random() < 0.35:
            self._act(case, id_, officer)
        return id_

    def _act(self, case: Case, matter: UUID, officer: UUID) -> None:
        place, day, id_, moment = case.place, case.day, case.id(), case.at(11)
        status = "satisfied" if case.closed else case.chance.choice(("draft", "served"))
        draft = status == "draft"
        number = "" if draft else case.number("АҚ")
        paper = (self.world.paper[0], "0" * 64, "2017-11-03", "{}")
        signed = [None] * 10 if draft else [day.year, case.n, number, place.head, day, moment, *paper]
        served = (None if draft else day, day if case.closed else None)
        case.batch.add(
            "acts_act",
            *(
                id_,
                moment,
                matter,
                place.id,
                place.region_id,
                "representation",
                "ru",
                case.body[0],
                case.about.text,
            ),
            *(status, 1, day, officer, *signed, "{}", *served),
            day + timedelta(days=30) if status == "served" else None,
        )
        text = case.about.text
        case.batch.add("acts_actversion", case.id(), moment, id_, 1, text, text, "", "", day, officer)
        case.entry("act", id_, number)
        case.journal("act", id_, "act.draft", 11)

    def _term(self, case: Case, appeal: UUID, due: date, matter: UUID | None) -> None:
        id_, place, state = case.id(), case.place, "finished" if case.closed else "running"
        case.batch.add(
            "matters_term",
            *(
                id_,
                case.at(9),
                place.id,
                place.region_id,
                matter,
                "appeal",
                appeal,
                "appeal_consider",
                case.day,
            ),
            *(due, due if case.closed else None, state),
        )
        case.batch.add("matters_termevent", case.id(), case.at(9), id_, 1, "start", case.day, "")


def _status(chance: random.Random, age: int) -> tuple[str, bool]:
    """A status that fits the age in days, and whether it is an end; a few old ones are overdue."""
    draw = chance.random()
    if age > 30 and draw > 0.004:
        return ("answered" if draw < 0.9 else "forwarded" if draw < 0.96 else "declined"), True
    return ("registered" if draw < 0.3 else "in_matter" if draw < 0.85 else "answer_draft"), False
