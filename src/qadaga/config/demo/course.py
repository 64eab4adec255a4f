"""One appeal of the demonstration on its way: who does each step, through the services and nothing else."""

from dataclasses import dataclass, field
from typing import Any

from qadaga.appeals import services as appeals
from qadaga.appeals.models import Appeal, Forwarding
from qadaga.authority.actor import Actor
from qadaga.config.demo import people
from qadaga.config.demo.applicants import Told
from qadaga.config.demo.schedule import Stage
from qadaga.config.demo.subjects import body_named
from qadaga.matters import services as matters
from qadaga.matters.models import Matter
from qadaga.offices.selectors import office_by_code
from qadaga.staff.selectors import head_of, who_leads

OFFICES = {"kokshetau": "1110", "burabay": "1170", "akmola": "1100"}
OFFICERS = {"kokshetau": "assistant", "burabay": "assistant", "akmola": "officer"}


@dataclass(slots=True)
class Course:
    """An appeal on its way: each method is one step of the office's day `stage.on`."""

    stage: Stage
    told: Told
    appeal: Appeal = field(init=False)
    matter: Matter = field(init=False)

    def actor(self, role: str) -> Actor:
        """Somebody of the office today; "head" is the head or whoever replaces the head."""
        one = people.actor(f"{self.told.office}.{role}", self.stage.on)
        leader = who_leads(one.office_id, self.stage.on) if role == "head" else None
        away = leader is not None and leader.id != one.appointment_id
        return self.actor("deputy") if away else one

    def who(self, role: str) -> dict[str, Any]:
        """The arguments of a service: by whom, on which day."""
        return {"by": self.actor(role), "on": self.stage.on}

    def change(self, role: str) -> dict[str, Any]:
        """The arguments of a change of the appeal as it is now."""
        self.appeal.refresh_from_db()
        return {"appeal_id": self.appeal.id, "version": self.appeal.version, **self.who(role)}

    def said(self, *names: str) -> dict[str, Any]:
        """Values of the file for the arguments of a service."""
        return {name: self.told.row[name] for name in names}

    def register(self) -> None:
        """The clerk registers it."""
        clerk = self.actor("clerk")
        name = self.told.row.get("body")
        entry = self.told.entry(
            self.stage.on, body_named(name) if name else None, head_of(clerk.office_id, self.stage.on)
        )
        self.appeal = appeals.register(entry=entry, by=clerk, on=self.stage.on)

    def forward(self) -> Forwarding:
        """The head forwards it, or a part of it."""
        row = self.told.row
        office = OFFICES.get(row.get("to_office", ""))
        to = appeals.Addressee(
            office_id=office_by_code(office).id if office else None, name=row.get("to_name", "")
        )
        part = row.get("part", "")
        ground = "part_competent_body" if part else "competent_office" if office else "competent_body"
        reason = {"ru": "Вопрос относится к его ведению.", "kk": "Мәселе соның құзыретіне жатады."}
        return appeals.forward(
            to=to, part=part, ground=ground, reason=reason[self.told.language], **self.change("head")
        )

    def draft(self, role: str = "head") -> None:
        """The answer is drafted."""
        row = self.told.row
        entry = appeals.AnswerEntry(language=self.told.language, outcome=row["outcome"], text=row["answer"])
        appeals.draft_answer(entry=entry, **self.change(role))

    def consider(self) -> None:
        """The head opens a matter for it."""
        entry = appeals.MatterEntry(
            direction="legality_of_acts",
            title=self.told.row["text"].split(".")[0][:200],
            tasks=("protect_rights",),
        )
        self.matter = appeals.open_matter(entry=entry, **self.change("head"))

    def assign(self) -> None:
        """The head gives the matter to the officer."""
        officer = self.actor(OFFICERS[self.told.office]).appointment_id
        self.matter.refresh_from_db()
        matters.assign(
            matter_id=self.matter.id, version=self.matter.version, assignee_id=officer, **self.who("head")
        )
