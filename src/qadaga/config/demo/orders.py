"""Orders of the demonstration: signed, waiting for a signature, under control, read by some."""

from __future__ import annotations

from datetime import date, timedelta

from qadaga.authority.actor import Actor
from qadaga.config.demo import people
from qadaga.organisation.orders import services
from qadaga.organisation.orders.models import Order
from qadaga.staff.selectors import who_leads

TEXT_RU = (
    "В целях упорядочения работы с обращениями ПРИКАЗЫВАЮ:\n"
    "1. Регистрировать обращения в день поступления.\n"
    "2. О каждом обращении, срок по которому истекает через три дня, докладывать утром.\n"
    "3. Контроль за исполнением оставляю за собой.\n"
    "4. Приказ вступает в силу со дня подписания."
)
TEXT_KK = (
    "Жолданымдармен жұмысты ретке келтіру мақсатында БҰЙЫРАМЫН:\n"
    "1. Жолданымдар түскен күні тіркелсін.\n"
    "2. Мерзімі үш күннен кейін аяқталатын әр жолданым туралы таңертең баяндалсын.\n"
    "3. Орындалуын бақылауды өзіме қалдырамын.\n"
    "4. Бұйрық қол қойылған күнінен бастап күшіне енеді."
)
BOTH = services.Wording("Жолданымдарды тіркеу туралы", "О регистрации обращений", TEXT_KK, TEXT_RU)


def load(on: date) -> int:
    """Add the orders of the demonstration where there are none; returns how many."""
    if Order.objects.exists():
        return 0
    head = leader("kokshetau.head", on)
    _registration(head, on)
    _directive(head, on)
    _waiting(on)
    _of_region(on)
    return Order.objects.count()


def _registration(head: Actor, on: date) -> None:
    """An order in both languages: published, under control, read by two."""
    order = _signed(
        head, on, kind="general", language="both", wording=BOTH, norms=["O.8.d2", "O.13.1"], to_publish=True
    )
    for username in ("kokshetau.clerk", "kokshetau.assistant"):
        services.confirm(order_id=order.id, by=people.actor(username, on), on=on)
    version = order.version
    point = services.add_point(
        order_id=order.id,
        version=version,
        what="Докладывать об обращениях, срок по которым истекает",
        executor_id=people.actor("kokshetau.clerk", on).appointment_id,
        due_on=on + timedelta(days=10),
        by=head,
        on=on,
    )
    services.report(
        order_id=order.id,
        point_id=point.id,
        words="Первый доклад сделан утром.",
        by=people.actor("kokshetau.clerk", on),
        on=on,
    )
    services.publish(
        order_id=order.id,
        version=version + 1,
        where="Сайт прокуратуры области, раздел «Документы»",
        published_on=on,
        by=people.actor("kokshetau.clerk", on),
        on=on,
    )


def _directive(head: Actor, on: date) -> None:
    """A directive to one person."""
    wording = services.Wording(
        title_ru="О приёме граждан", text_ru="1. Вести приём по средам с 10 до 12 часов."
    )
    assistant = people.actor("kokshetau.assistant", on).appointment_id
    _signed(
        head, on, form="directive", kind="general", wording=wording, audience="listed", addressees=[assistant]
    )


def _waiting(on: date) -> None:
    """A draft that the deputy has to agree."""
    author = people.actor("kokshetau.assistant", on)
    wording = services.Wording(
        title_ru="О графике дежурств", text_ru="1. Утвердить график дежурств на следующий месяц."
    )
    order = services.draft(
        draft=services.Draft("order", "general", "ru", wording, controller_id=author.appointment_id),
        by=author,
        on=on,
    )
    services.submit(order_id=order.id, version=order.version, by=author, on=on)


def _of_region(on: date) -> None:
    """An order of the region that binds the districts below."""
    wording = services.Wording(
        title_kk="Мерзімдерді бақылау туралы",
        text_kk="1. Аудан прокурорлары мерзімдерді күн сайын тексерсін.",
    )
    _signed(people.actor("akmola.head", on), on, language="kk", wording=wording, audience="below")


def _signed(head: Actor, on: date, **changed: object) -> Order:
    values: dict[str, object] = {"form": "order", "kind": "general", "language": "ru", **changed}
    order = services.draft(draft=services.Draft(**values), by=head, on=on)  # type: ignore[arg-type]  # as named above
    return services.sign(order_id=order.id, version=order.version, by=head, on=on)


def leader(username: str, on: date) -> Actor:
    """The head of the office, or whoever replaces the head on the day."""
    one = people.actor(username, on)
    leader = who_leads(one.office_id, on)
    deputy = username.replace(".head", ".deputy")
    return one if leader is None or leader.id == one.appointment_id else people.actor(deputy, on)
