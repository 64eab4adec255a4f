"""A draft: who it is to, what it says, every saved text kept as a version."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga import authority
from qadaga.acts import searching
from qadaga.acts.choices import ActStatus, Language
from qadaga.acts.models import Act, ActVersion, ProtestedAct
from qadaga.acts.services.base import COURSE, begin
from qadaga.acts.subject import draft_subject
from qadaga.acts.templates import first_text
from qadaga.acts.transitions import ACT
from qadaga.authority.actor import Actor
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.catalogue import load
from qadaga.law.coverage import implements
from qadaga.matters import change
from qadaga.matters.dates import choice, within
from qadaga.matters.models import Body, Matter, Violation
from qadaga.matters.services.base import text
from qadaga.matters.transitions import MATTER

AGAINST_AN_ACT = ("protest", "judicial_protest")


@dataclass(frozen=True, slots=True)
class Wording:
    """The text of an act: its heading, what was established, the norms, what is demanded."""

    heading: str
    facts: str = ""
    norms: str = ""
    demands: str = ""


@dataclass(frozen=True, slots=True)
class Protested:
    """The unlawful act a protest is against."""

    title: str
    adopted_on: date
    issuer: Body
    number: str = ""
    is_law: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """What a new act is: its kind, language, addressee, wording, the violations it is about."""

    kind: str
    language: str
    addressee: Body
    wording: Wording
    violations: Sequence[UUID] = ()
    protested: Protested | None = None


@implements("O.8.d3", "L.1.12")
def draft(*, matter_id: UUID, draft: Draft, by: Actor, on: date) -> Act:
    """Begin an act in a matter (O.8.d3). Parts left empty begin with the template's text for the kind of act.

    Raises InvalidInput (422), NotPermitted (403), Conflict (409).
    """
    wording = _checked(draft, on)
    with transaction.atomic():
        rows = Matter.objects.select_related("holder", "office", "body")
        matter = change.locked(rows, matter_id, by=by, on=on)
        violations = _violations(matter, draft.violations)
        is_law = bool(draft.protested and draft.protested.is_law)
        subject = draft_subject(
            matter, by, on, kind=draft.kind, addressee=draft.addressee, protests_law=is_law
        )
        ruling = authority.require(by, "act.draft", subject, on=on)
        _into_work(matter)
        act = _create(matter, draft, _begun(draft, wording, violations), by, on)
        act.violations.set(violations)
        step = COURSE.begun(act, "act.draft", subject, ruling, by=by, on=on)
        step.journal(kind=act.kind, addressee=act.addressee_id, version_no=1)
        return act


def save_draft(*, act_id: UUID, version: int, wording: Wording, by: Actor, on: date) -> Act:
    """Save a new text of a draft as its next version; Stale (412) where somebody saved in between."""
    wording = _wording(wording)
    with transaction.atomic():
        step = begin(act_id, "act.draft", version=version, by=by, on=on)
        last = latest(step.row)
        if _same(last, wording):
            return step.row
        _version(step.row, last.no + 1, wording, by, on)
        step.save(heading=wording.heading)
        step.journal(version_no=last.no + 1)
        return step.row


def set_violations(*, act_id: UUID, version: int, violations: Sequence[UUID], by: Actor, on: date) -> Act:
    """Choose which recorded violations of the matter the draft is about."""
    with transaction.atomic():
        step = begin(act_id, "act.draft", version=version, by=by, on=on)
        chosen = _violations(step.row.matter, violations)
        step.row.violations.set(chosen)
        step.save()
        step.journal(violations=[row.id for row in chosen])
        return step.row


def latest(act: Act) -> ActVersion:
    """The last saved text."""
    return act.versions.order_by("-no")[0]


def _checked(draft: Draft, on: date) -> Wording:
    kinds = load().act_kinds
    choice("kind", draft.kind, [kind.id for kind in kinds.values() if not kind.internal])
    choice("language", draft.language, Language.values)
    if draft.kind in AGAINST_AN_ACT and draft.protested is None:
        raise InvalidInput.of("protested", "required", N_("Name the act that the protest is against."))
    if draft.protested is not None:
        text("protested_title", draft.protested.title, 500, multiline=False)
        within("protested_adopted_on", draft.protested.adopted_on, earliest=None, latest=on)
    return _wording(draft.wording)


def _wording(wording: Wording) -> Wording:
    return Wording(
        heading=text("heading", wording.heading, 300, multiline=False),
        facts=text("facts", wording.facts, 60_000, required=False),
        norms=text("norms", wording.norms, 20_000, required=False),
        demands=text("demands", wording.demands, 20_000, required=False),
    )


def _begun(draft: Draft, wording: Wording, violations: Sequence[Violation]) -> Wording:
    text = first_text(
        kind=draft.kind,
        language=draft.language,
        violations=violations,
        protested=draft.protested.title if draft.protested else "",
    )
    return Wording(
        wording.heading,
        wording.facts or text["facts"],
        wording.norms or text["norms"],
        wording.demands or text["demands"],
    )


def _violations(matter: Matter, chosen: Sequence[UUID]) -> list[Violation]:
    found = list(Violation.objects.filter(matter=matter, id__in=list(chosen)))
    if len(found) != len(set(chosen)):
        raise InvalidInput.of(
            "violations", "not_in_matter", N_("Choose violations that are recorded in this matter.")
        )
    return found


def _into_work(matter: Matter) -> None:
    matter.status = MATTER.move(matter.status, "act.draft")
    matter.version += 1
    matter.save(update_fields=["status", "version"])


def _create(matter: Matter, draft: Draft, wording: Wording, by: Actor, on: date) -> Act:
    act = Act.objects.create(
        matter=matter,
        office=matter.holder,
        region_id=matter.holder.region_id,
        kind=draft.kind,
        language=draft.language,
        addressee=draft.addressee,
        heading=wording.heading,
        status=ACT.move("", "act.draft", ActStatus.DRAFT),
        drafted_on=on,
        author_id=by.appointment_id,
    )
    _version(act, 1, wording, by, on)
    if draft.protested is not None:
        _protested(act, draft.protested)
    return act


def _protested(act: Act, protested: Protested) -> None:
    ProtestedAct.objects.create(
        act=act,
        title=text("protested_title", protested.title, 500, multiline=False),
        number=text("protested_number", protested.number, 60, multiline=False, required=False),
        adopted_on=protested.adopted_on,
        issuer=protested.issuer,
        is_law=protested.is_law,
    )


def _version(act: Act, no: int, wording: Wording, by: Actor, on: date) -> ActVersion:
    saved = ActVersion.objects.create(
        act=act,
        no=no,
        heading=wording.heading,
        facts=wording.facts,
        norms=wording.norms,
        demands=wording.demands,
        on=on,
        by_id=by.appointment_id,
    )
    searching.put(act, saved)
    return saved


def _same(version: ActVersion, wording: Wording) -> bool:
    return Wording(version.heading, version.facts, version.norms, version.demands) == wording
