"""One case of the demonstration: who of the office does each step, through the services and nothing else."""

from dataclasses import dataclass, field
from datetime import timedelta
from io import BytesIO
from typing import Any

from qadaga.acts import services as acts
from qadaga.acts.models import Act, Measure
from qadaga.authority.actor import Actor
from qadaga.config.demo import people
from qadaga.config.demo.schedule import Stage
from qadaga.config.demo.subjects import Subject, body_of, words
from qadaga.documents import render
from qadaga.documents.models import StoredFile
from qadaga.documents.services import store
from qadaga.matters import services as matters
from qadaga.matters.models import Matter, Violation
from qadaga.staff.selectors import who_leads


@dataclass(slots=True)
class Case:
    """A matter on its way: each method is one step of the office's day `stage.on`."""

    stage: Stage
    subject: Subject
    officer: str = "assistant"
    matter: Matter = field(init=False)
    act: Act = field(init=False)
    measure: Measure = field(init=False)
    violation: Violation = field(init=False)

    def actor(self, role: str) -> Actor:
        """Somebody of the case's office today; "head" is the head or whoever replaces the head."""
        one = people.actor(f"{self.subject.office}.{role}", self.stage.on)
        if role != "head":
            return one
        leader = who_leads(one.office_id, self.stage.on)
        return one if leader is None or leader.id == one.appointment_id else self.actor("deputy")

    def who(self, role: str) -> dict[str, Any]:
        """The arguments of a service: by whom, on which day."""
        return {"by": self.actor(role), "on": self.stage.on}

    def on_matter(self, role: str) -> dict[str, Any]:
        """The arguments of a change of the matter as it is now."""
        self.matter.refresh_from_db()
        return {"matter_id": self.matter.id, "version": self.matter.version, **self.who(role)}

    def on_act(self, role: str) -> dict[str, Any]:
        """The arguments of a change of the act as it is now."""
        self.act.refresh_from_db()
        return {"act_id": self.act.id, "version": self.act.version, **self.who(role)}

    def open(self, kind: str = "own_initiative") -> None:
        """The head opens the matter and names its tasks."""
        opening = matters.Opening(
            kind=kind,
            direction="legality_of_acts",
            title=self.subject.title,
            gist=self.subject.gist,
            body=body_of(self.subject),
            tasks=("protect_rights", "remove_violations"),
        )
        self.matter = matters.open(opening=opening, **self.who("head"))

    def assign(self) -> None:
        """The head gives it to the officer."""
        assignee = self.actor(self.officer).appointment_id
        matters.assign(assignee_id=assignee, **self.on_matter("head"))

    def record_violation(self) -> None:
        """The officer records what was violated, its causes and consequences."""
        subject = self.subject
        violated = matters.Violated(
            norm=subject.norm,
            what=subject.what,
            violator_kind="body",
            violator_body=body_of(subject),
            rights_of="indefinite",
            committed_on=self.stage.on - timedelta(days=30),
            causes="found",
            causes_text=subject.causes,
            consequences="found",
            consequences_text=subject.consequences,
        )
        self.violation = matters.record_violation(violated=violated, **self.on_matter(self.officer))

    def file(self) -> StoredFile:
        """A paper of the office as proof."""
        office = self.matter.holder
        data = {
            "language": self.subject.language,
            "office_ru": office.name_ru,
            "office_kk": office.name_kk,
            "date": self.stage.on,
            "heading": words("proof", self.subject.language),
            "text": self.subject.title,
        }
        return store(BytesIO(render.pdf("letter", data)), "proof.pdf", by=self.actor("clerk"))

    def request(self) -> None:
        """The officer asks the body for documents."""
        asked = acts.Asked(
            addressee=body_of(self.subject),
            ground=self.subject.title,
            text=words("documents", self.subject.language),
            language=self.subject.language,
        )
        self.measure = acts.request(matter_id=self.matter.id, asked=asked, **self.who(self.officer))

    def examination(self) -> None:
        """The officer orders an expert examination (O.8.5)."""
        order = acts.Order(
            addressee=body_of(self.subject),
            ground="case_supervised",
            why=self.subject.title,
            text=words("examination", self.subject.language),
            language=self.subject.language,
        )
        self.measure = acts.order_examination(matter_id=self.matter.id, order=order, **self.who(self.officer))

    def draft(self) -> None:
        """The officer drafts the protest or representation."""
        subject = self.subject
        protested = acts.Protested(
            title=subject.protested,
            number="А-7/112",
            adopted_on=self.stage.on - timedelta(days=40),
            issuer=body_of(subject),
        )
        draft = acts.Draft(
            kind=subject.act,
            language=subject.language,
            addressee=body_of(subject),
            wording=self.wording(),
            violations=[self.violation.id],
            protested=protested if subject.protested else None,
        )
        self.act = acts.draft(matter_id=self.matter.id, draft=draft, **self.who(self.officer))

    def wording(self, more: str = "") -> acts.Wording:
        """The text of the act; `more` is a paragraph added after remarks."""
        subject = self.subject
        facts = "\n".join(part for part in (subject.gist, subject.what, subject.causes, more) if part)
        return acts.Wording(subject.title, facts, subject.norm, subject.demands)

    def serve(self) -> None:
        """The clerk serves the signed act."""
        served = acts.Served(
            way="courier", served_on=self.stage.on, recipient=str(self.act.addressee), proof=self.file()
        )
        acts.serve(served=served, **self.on_act("clerk"))

    def reply(self, summary: str) -> None:
        """The clerk records the reply."""
        replied = acts.Replied(replied_on=self.stage.on, summary=summary, number="03-14/221")
        acts.record_reply(replied=replied, **self.on_act("clerk"))

    def removed(self) -> None:
        """The officer confirms the removal with proof, and whom it helped."""
        removal = acts.Removed(self.stage.on, self.subject.demands, self.file(), True, True)
        acts.confirm_removal(removed=removal, **self.on_act(self.officer))

    def results(self) -> None:
        """The officer records people protected, liability and money, and states the four results."""
        protected = matters.Protected(
            kind="group",
            name=self.subject.title,
            restored=self.subject.demands,
            restored_on=self.stage.on,
            count=17,
            told_on=self.stage.on,
            told_how=words("by_letter", self.subject.language),
        )
        matters.record_protected(protected=protected, **self.on_matter(self.officer))
        raised = matters.Raised("disciplinary", "official", str(self.act.addressee), self.stage.on)
        matters.raise_liability(raised=raised, **self.on_matter(self.officer))
        for kind in ("violations", "removal", "protection", "liability"):
            matters.record_result(kind=kind, outcome="reached", **self.on_matter(self.officer))

    def close(self, conclusion: str) -> None:
        """The head closes the matter."""
        matters.close(conclusion=conclusion, **self.on_matter("head"))
