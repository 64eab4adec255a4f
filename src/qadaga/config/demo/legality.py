"""Legal acts of the demonstration: waiting, reviewed, protested, represented against; an analysis."""

from __future__ import annotations

from datetime import date, timedelta

from qadaga.authority.actor import Actor
from qadaga.config.demo.people import actor
from qadaga.matters import services as matters
from qadaga.matters.models import Body
from qadaga.offices.models import OfficeTerritory
from qadaga.supervision.legality import services
from qadaga.supervision.legality.choices import Brought, Point
from qadaga.supervision.legality.models import LegalAct

AKIMAT, MASLIKHAT = "akimat", "maslikhat"
ACTS = (
    (MASLIKHAT, "normative", "27/5", "Об утверждении правил выгула собак", "1. Утвердить правила."),
    (AKIMAT, "individual", "А-311", "О предоставлении земельного участка", "1. Предоставить участок."),
    (AKIMAT, "individual", "А-305", "О конкурсе на содержание дворов", "1. Объявить конкурс на пять дней."),
    (AKIMAT, "normative", "А-298", "О сборе за въезд на рынок", "1. Установить сбор за въезд на рынок."),
)
FOUND = services.Found(
    "law",
    "пункт 1",
    "Налоговый кодекс, статья 189",
    "Сбор за въезд на рынок законом не предусмотрен, вводить его акимат не вправе.",
)


HEADINGS = {Brought.PROTEST: "Протест на акт", Brought.REPRESENTATION: "Представление об акте"}
SHORT = services.Found(
    "procedure",
    "пункт 1",
    "Закон о государственных закупках, статья 15",
    "Срок приёма заявок короче установленного: участники не успели подать их.",
)


def load(on: date) -> int:
    """Add the acts of one city and an analysis, once; how many acts there are."""
    if not LegalAct.objects.exists():
        head, assistant = actor("kokshetau.head", on), actor("kokshetau.assistant", on)
        waiting, reviewed, answered, protested = (_entered(row, head, on) for row in ACTS)
        _given(reviewed, head, assistant, on, on + timedelta(days=10))
        _answered(protested, FOUND, head, assistant, on)
        _answered(answered, SHORT, head, assistant, on, answer=Brought.REPRESENTATION)
        _analysis(waiting.kato or "", head, assistant, on)
    return LegalAct.objects.count()


def _entered(row: tuple[str, str, str, str, str], head: Actor, on: date) -> LegalAct:
    issuer, nature, number, title, text = row
    kato = OfficeTerritory.objects.filter(office=head.office_id).values_list("kato", flat=True)[0]
    entered = services.Entered(
        issuer, nature, _body(issuer), number, on - timedelta(days=20), title, "published", kato
    )
    wording = services.Wording(on - timedelta(days=10), text)
    return services.enter(entered=entered, wording=wording, by=head, on=on)


def _body(issuer: str) -> Body:
    if issuer == MASLIKHAT:
        return matters.register_body(
            kind="representative",
            name_ru="Маслихат города Кокшетау",
            name_kk="Көкшетау қаласының мәслихаты",
        )
    return matters.register_body(
        kind="executive", name_ru="Акимат города Кокшетау", name_kk="Көкшетау қаласының әкімдігі"
    )


def _given(row: LegalAct, head: Actor, assistant: Actor, on: date, due: date) -> None:
    reviewer = assistant.appointment_id
    services.give(
        act_id=row.id,
        version=row.version,
        kind="conformity",
        reviewer_id=reviewer,
        due_on=due,
        by=head,
        on=on,
    )
    row.refresh_from_db()


def _answered(
    row: LegalAct,
    found: services.Found,
    head: Actor,
    assistant: Actor,
    on: date,
    *,
    answer: Brought = Brought.PROTEST,
) -> None:
    """Reviewed, found contrary, answered by an act drafted in a matter of its own."""
    _given(row, head, assistant, on, on + timedelta(days=5))
    answers = dict.fromkeys(Point.values, "kept")
    services.check(act_id=row.id, version=row.version, answers=answers, by=assistant, on=on)
    row.refresh_from_db()
    services.find(act_id=row.id, version=row.version, found=found, by=assistant, on=on)
    row.refresh_from_db()
    said = f"{found.what} Нарушена норма: {found.norm}."
    services.conclude(
        act_id=row.id, version=row.version, verdict="contrary", conclusion=said, by=assistant, on=on
    )
    row.refresh_from_db()
    row = services.decide(act_id=row.id, version=row.version, matter_id=None, by=head, on=on, answer=answer)
    services.draft_protest(
        act_id=row.id,
        version=row.version,
        heading=f"{HEADINGS[answer]} № {row.number} «{row.title}»",
        language="ru",
        by=assistant,
        on=on,
    )


def _analysis(kato: str, head: Actor, assistant: Actor, on: date) -> None:
    ordered = services.Ordered(
        subject="Законность сборов, введённых местными органами",
        question="Какие сборы введены помимо Налогового кодекса, кем и почему.",
        starts_on=date(on.year, 1, 1),
        ends_on=max(on, date(on.year, 1, 2)),
        ground="own_initiative",
        author_id=assistant.appointment_id,
        due_on=on + timedelta(days=14),
        kato=kato,
    )
    row = services.order(ordered=ordered, by=head, on=on)
    services.add_source(
        analysis_id=row.id,
        version=1,
        kind="acts",
        reference="Реестр актов акимата и маслихата за год",
        shows="Из двенадцати актов о платежах один вводит сбор вне закона.",
        by=assistant,
        on=on,
    )
    services.add_finding(
        analysis_id=row.id,
        version=2,
        norm="Налоговый кодекс, статья 189",
        what="Введён сбор за въезд на рынок.",
        times=1,
        by=assistant,
        on=on,
    )
    services.add_proposal(
        analysis_id=row.id,
        version=3,
        what="Направлять проекты актов о платежах юридической службе до принятия.",
        executor="Акимат города Кокшетау",
        until=None,
        by=assistant,
        on=on,
    )
    said = "Нарушение единичное; причина — проект не видела юридическая служба."
    row = services.submit(analysis_id=row.id, version=4, conclusion=said, by=assistant, on=on)
    services.approve(analysis_id=row.id, version=row.version, by=head, on=on)
