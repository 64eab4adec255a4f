"""Norms of other laws, a right used by one, a duty laid by another; opinions, a proposal, a review."""

from __future__ import annotations

from datetime import date, timedelta

from qadaga.acts import services as acts
from qadaga.acts.models import Ordered
from qadaga.appeals.models import Appeal
from qadaga.appeals.trust import figures
from qadaga.appeals.trust import services as trust
from qadaga.appeals.trust.models import Proposal
from qadaga.authority.actor import Actor
from qadaga.config.demo.orders import leader
from qadaga.config.demo.people import actor
from qadaga.matters.models import Body, Matter
from qadaga.matters.norms import laying, services
from qadaga.matters.norms.models import Norm

LAW = "Конституционный закон «О прокуратуре», № 155-VII"
FIRST = date(2022, 11, 15)
# What each gives, what it is called in Russian and Kazakh, the article, what it says.
NORMS = (
    ("task", "Правовое просвещение", "Құқықтық ағарту", "статья 5", "Разъяснять людям законы."),
    (
        "function",
        "Анализ практики",
        "Тәжірибені талдау",
        "статья 6",
        "Анализировать практику применения законов.",
    ),
    ("right", "Разъяснить закон", "Заңды түсіндіру", "статья 9", "Разъяснить закон тому, кто его не знает."),
    (
        "duty",
        "Провести лекцию",
        "Дәріс өткізу",
        "статья 12",
        "Провести лекцию о законе в трудовом коллективе.",
    ),
)
SAID = (
    ("satisfied", "handed", ""),
    ("partly", "phone", "Деньги вернули, но ждать пришлось долго."),
    ("not", "handed", "Из ответа непонятно, что делать дальше."),
)


def load(on: date) -> int:
    """Add them once; how many norms there are."""
    if not Norm.objects.exists():
        general, head = actor("gp.head", on), leader("kokshetau.head", on)
        norms = {row[0]: _norm(general, on, row) for row in NORMS}
        _rest(norms, head, on)
        _trust(head, on)
    return Norm.objects.count()


def _norm(general: Actor, on: date, row: tuple[str, str, str, str, str]) -> Norm:
    kind, title_ru, title_kk, article, gist = row
    said = services.Entered(kind, title_ru, title_kk, LAW, article, "05.11.2022", gist, FIRST)
    norm = services.enter(entered=said, by=general, on=on)
    return services.approve(norm_id=norm.id, version=1, decision="12", decided_on=on, by=general, on=on)


def _rest(norms: dict[str, Norm], head: Actor, on: date) -> None:
    """A matter that serves a task by its norm, a right used in it; a duty of the assistant."""
    laid = laying.Laid(
        norms["duty"].id,
        actor("kokshetau.assistant", on).appointment_id,
        "Лекция о трудовых правах на швейной фабрике",
        on + timedelta(days=14),
    )
    laying.lay(laid=laid, by=head, on=on)
    matter = Matter.objects.filter(holder=head.office_id, status="in_work").order_by("id").first()
    body = Body.objects.filter(kind="executive").order_by("id").first()
    if matter is None or body is None or Ordered.objects.filter(norm__isnull=False).exists():
        return
    task = norms["task"]
    services.serve(matter_id=matter.id, version=matter.version, norm_id=task.id, by=head, on=on)
    said = ("Порядок сборов понят неверно.", "Разъяснить статью 31 закона.", "ru")
    order = acts.Order(body, "law_names_it", *said, norm_id=norms["right"].id)
    acts.use_right(matter_id=matter.id, order=order, by=head, on=on)


def _trust(head: Actor, on: date) -> None:
    clerk = actor("kokshetau.clerk", on)
    rows = Appeal.objects.filter(office=head.office_id, status="answered", answer__sent_on__isnull=False)
    for appeal, (satisfaction, source, words) in zip(rows.order_by("-id"), SAID, strict=False):
        said = trust.Said(satisfaction, source, on, words)
        trust.record_opinion(appeal_id=appeal.id, said=said, by=clerk, on=on)
    if Proposal.objects.exists():
        return
    why = "Люди пишут, что из ответов непонятно, что делать дальше."
    first = trust.propose(aim="trust", title="Писать в ответе следующий шаг", why=why, by=clerk, on=on)
    due, decision = on + timedelta(days=30), "Принять: образец ответа готовит канцелярия."
    trust.decide(
        proposal_id=first.id, version=1, accepted=True, decision=decision, due_on=due, by=head, on=on
    )
    trust.propose(aim="speed", title="Звонить заявителю в день ответа", why=why, by=clerk, on=on)
    trust.review(
        starts_on=figures.quarter_before(figures.quarter_of(on)),
        conclusion="Ответы в срок, но написаны сложно.",
        decision="Упростить образцы ответов, спрашивать мнение каждого заявителя.",
        by=head,
        on=on,
    )
