"""Information exchanged with bodies, and an application to court for many people."""

from __future__ import annotations

from datetime import date, timedelta

from qadaga.config.demo.orders import leader
from qadaga.config.demo.people import actor
from qadaga.coordination.exchange import services
from qadaga.coordination.exchange.models import Exchange
from qadaga.court.applications import services as applications
from qadaga.matters import services as matters
from qadaga.matters.models import Matter

NORM = "Закон «О правоохранительной службе», статья 6"
ASKED = applications.Applied(
    "indefinite_circle",
    "Жители микрорайона Сарыарка",
    "Акимат города Кокшетау",
    "Специализированный межрайонный суд Акмолинской области",
    "ГПК, статья 54; Закон «О местном государственном управлении», статья 31",
    "Признать сбор за въезд во двор незаконным и обязать вернуть деньги.",
)


def load(on: date) -> int:
    """Add them once; how many exchanges there are."""
    if not Exchange.objects.exists():
        head, clerk = leader("kokshetau.head", on), actor("kokshetau.clerk", on)
        police = matters.register_body(
            kind="law_enforcement",
            name_ru="Управление полиции города Кокшетау",
            name_kk="Көкшетау қаласының полиция басқармасы",
        )
        first, due = on - timedelta(days=6), on + timedelta(days=4)
        words = ("О розыске подростков", NORM, "Просим сообщить, сколько подростков в розыске.")
        asked = services.Exchanged("sent", "request", police, *words, first, due)
        services.enter(exchanged=asked, by=head, on=on)
        words = ("О рейде на рынке", NORM, "Сообщаем о рейде: изъято 12 партий товара.")
        told = services.Exchanged("received", "notice", police, *words, first, reference="3-1-18/412")
        services.enter(exchanged=told, by=clerk, on=on)
        words = ("О деле по взятке", NORM, "Просим сообщить, как идёт дело.")
        came = services.Exchanged("received", "request", police, *words, first, due, "3-1-18/420")
        row = services.enter(exchanged=came, by=clerk, on=on)
        services.reply(
            exchange_id=row.id, version=1, replied_on=on, reply="Дело передано в суд.", by=head, on=on
        )
        matter = Matter.objects.filter(holder=head.office_id, status="in_work").order_by("-id").first()
        if matter is not None:
            applications.apply(matter_id=matter.id, applied=ASKED, by=head, on=on)
    return Exchange.objects.count()
