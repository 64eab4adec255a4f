"""Who takes note of what the office above decided: the office whose record it was, whoever carries it on."""

from datetime import date
from typing import Any

from qadaga.acts.above.choices import NOTE
from qadaga.authority.actor import Actor
from qadaga.law.model import Subject
from qadaga.matters.selectors.actions import Action, judged
from qadaga.matters.subject import of_office
from qadaga.matters.transitions import Table


def asked_of(row: Any, power: str, subject: Subject, actor: Actor, on: date) -> Subject:
    """The record as the law is asked about it: to take note it is one of the office that holds its matter."""
    if power != NOTE or row.carrier is None:
        return subject
    return of_office(subject, row.matter.holder, actor, on)


def with_note(
    found: list[Action], table: Table, row: Any, subject: Subject, *, actor: Actor, on: date
) -> list[Action]:
    """The actions on a record, taking note asked of the office whose record it was; it comes last."""
    if row.carrier is None:
        return found
    noting = judged(table, (NOTE,), asked_of(row, NOTE, subject, actor, on), actor, on)
    return [*(action for action in found if action.power != NOTE), *noting]
