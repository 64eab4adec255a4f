"""People protected, a repeat violation, a duplicate record and an official of the demonstration."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from qadaga.authority.actor import Actor
from qadaga.config.demo.people import actor
from qadaga.matters import services as matters
from qadaga.matters.bodies import merging, officials
from qadaga.matters.bodies.models import Official
from qadaga.matters.models import Body, Matter, Violation
from qadaga.matters.persons import services as persons

NORM = "Трудовой кодекс, статья 113"


def load(on: date) -> int:
    """Add them to an open matter of one district, once; how many officials there are."""
    head, region = actor("kokshetau.head", on), actor("akmola.deputy", on)
    matter = (
        Matter.objects.filter(status="in_work", holder=head.office_id).order_by("-opened_on", "-id").first()
    )
    if matter is None or Official.objects.exists():
        return Official.objects.count()
    works = matters.register_body(
        kind="institution",
        name_ru="ГКП «Көкше су арнасы»",
        name_kk="«Көкше су арнасы» МКК",
        bin="230140001236",
        kato=matter.kato,
    )
    again = matters.register_body(kind="institution", name_ru="Көкше су арнасы")
    named = [_violation(matter, body, head, on) for body in (works, again)]
    _people(matter, named[0], head, on)
    entered = officials.Entered(works, "850725400331", "Ким Олег Павлович", "Директор")
    official = officials.enter(entered=entered, by=head, on=on)
    given: dict[str, Any] = {"version": _version(matter), "by": head, "on": on}
    officials.name_violator(matter_id=matter.id, violation_id=named[0].id, official_id=official.id, **given)
    _same_person(works, head, region, on)
    merging.merge(
        survivor_id=works.id,
        duplicate_id=again.id,
        version=Body.objects.get(pk=works.pk).version,
        reason="Одно предприятие: в обращении его назвали без БИН.",
        by=region,
        on=on,
    )
    matters.register_body(kind="institution", name_ru="РГП Көкше су арнасы")
    return Official.objects.count()


def _same_person(works: Body, head: Actor, region: Actor, on: date) -> None:
    """The director was entered again with a digit mistaken: the region merges the two numbers."""
    mistaken = officials.Entered(works, "850725400341", "Ким О. П.", "Директор")
    officials.enter(entered=mistaken, by=head, on=on)
    person = persons.look_up(iin="850725400331", by=region, on=on)
    persons.merge(
        card=person,
        iin="850725400341",
        version=person.version,
        reason="Один человек: в карточке ошибка в одной цифре, сверено с удостоверением.",
        by=region,
        on=on,
    )


def _violation(matter: Matter, body: Body, by: Actor, on: date) -> Violation:
    violated = matters.Violated(
        norm=NORM,
        what="Заработная плата за август выплачена на месяц позже срока.",
        violator_kind="body",
        rights_of="person",
        violator_body=body,
    )
    given: dict[str, Any] = {"version": _version(matter), "by": by, "on": on}
    return matters.record_violation(matter_id=matter.id, violated=violated, **given)


def _people(matter: Matter, violation: Violation, by: Actor, on: date) -> None:
    paid: dict[str, Any] = {"restored": "Зарплата и пеня выплачены.", "restored_on": on - timedelta(days=1)}
    told: dict[str, Any] = {"told_on": on, "told_how": "письмом"}
    labour: dict[str, Any] = {"right": "labour", "violation_id": violation.id, **paid}
    for who in (
        matters.Protected("adult", "Ким Олег Викторович", **labour, **told),
        matters.Protected("group", "Слесари участка", count=14, **labour),
        matters.Protected("adult", "Ахметова Сауле", right="social", violation_id=violation.id),
    ):
        given: dict[str, Any] = {"version": _version(matter), "by": by, "on": on}
        matters.record_protected(matter_id=matter.id, protected=who, **given)


def _version(matter: Matter) -> int:
    matter.refresh_from_db()
    return matter.version
