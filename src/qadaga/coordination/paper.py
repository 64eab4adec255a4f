"""The minutes and an extract with one decision, on paper."""

from datetime import date
from typing import Any

from qadaga.common import clock
from qadaga.coordination.choices import ItemStatus, Role
from qadaga.coordination.models import Decision, Participant, Session
from qadaga.documents import render
from qadaga.law.wording import post_called
from qadaga.staff.models import Appointment


def minutes(session: Session, signer: Appointment, number: str, on: date) -> bytes:
    """The minutes as PDF/A, in the language they are kept in."""
    return render.pdf("minutes", _minutes(session, signer, number, on))


def extract(decision: Decision, language: str) -> bytes:
    """One decision of signed minutes, for who carries it out, as PDF/A."""
    session = decision.session
    assert session.signer is not None  # only decisions of signed minutes are given out
    data = {
        **_head(session, language),
        "number": session.number_text,
        "date": session.signed_on,
        "minutes": session.number_text,
        "held": _hour(session),
        "topic": decision.item.topic,
        "text": decision.text,
        "executor": executor_of(decision, language),
        "due": decision.due_on.strftime("%d.%m.%Y"),
        **_signer(session.signer, language),
    }
    return render.pdf("decision", data)


def executor_of(decision: Decision, language: str) -> str:
    """Who carries the decision out: a body, or somebody of the service."""
    if decision.body is not None:
        return decision.body.name(language)
    held = decision.executor
    assert held is not None  # one of the two, by the constraint of the table
    return f"{held.person.short_name}, {post_called(held.post, held.office.kind, language)}"


def _minutes(session: Session, signer: Appointment, number: str, on: date) -> dict[str, Any]:
    language = session.language or "ru"
    people = list(session.people.order_by("id"))
    members = [one for one in people if one.role == Role.MEMBER]
    related = ("item", "body", "executor__person", "executor__office")
    decisions = session.decisions.select_related(*related).order_by("no")
    return {
        **_head(session, language),
        "number": number,
        "date": on,
        "heading": session.title,
        "held": _hour(session),
        "place": session.place,
        "chair": signer.person.short_name,
        "rules": str(session.rules.order) if session.rules else "",
        "present": [_line(one) for one in members if one.present],
        "absent": [_line(one) for one in members if not one.present and one.excused is None],
        "invited": [_line(one) for one in people if one.role != Role.MEMBER and one.excused is None],
        "excused": [_line(one) for one in people if one.excused],
        "unexcused": [_line(one) for one in people if one.excused is False],
        "items": [
            line
            for item in session.items.filter(status=ItemStatus.ADMITTED).order_by("no")
            for line in (_topic(item.no, item.topic, item.reporter), item.heard)
        ],
        "decisions": [_decision(one, language) for one in decisions],
        **_signer(signer, language),
    }


def _topic(no: int, topic: str, reporter: str) -> str:
    return f"{no}. {topic} ({reporter})" if reporter else f"{no}. {topic}"


def _decision(one: Decision, language: str) -> str:
    return f"{one.text} — {executor_of(one, language)}, {one.due_on:%d.%m.%Y}"


def _head(session: Session, language: str) -> dict[str, Any]:
    office = session.office
    return {"language": language, "office_ru": office.name_ru, "office_kk": office.name_kk}


def _signer(signer: Appointment, language: str) -> dict[str, Any]:
    post = post_called(signer.post, signer.office.kind, language)
    return {"signer_post": post, "signer_name": signer.person.short_name}


def _hour(session: Session) -> str:
    return clock.local(session.starts_at).strftime("%d.%m.%Y %H:%M")


def _line(one: Participant) -> str:
    said = f"{one.name}, {one.post}"
    return f"{said}: {one.absence}" if one.absence else said
