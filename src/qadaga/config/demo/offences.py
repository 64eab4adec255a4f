"""Administrative offences of the demonstration: called for, checked and protested, opened, closed."""

from __future__ import annotations

from datetime import date, timedelta

from qadaga.acts.services import Delivered
from qadaga.config.demo.people import actor
from qadaga.matters import services as matters
from qadaga.supervision.offences import services
from qadaga.supervision.offences.models import OffenceCase

PERSON = "Оспанов Талгат Маратович"


def load(on: date) -> int:
    """Add the cases of one district, once; how many there are."""
    if not OffenceCase.objects.exists():
        head, clerk = actor("kokshetau.head", on), actor("kokshetau.clerk", on)
        police = matters.register_body(
            kind="law_enforcement",
            name_ru="Управление полиции города Кокшетау",
            name_kk="Көкшетау қаласының полиция басқармасы",
        )
        court = matters.register_body(
            kind="court",
            name_ru="Специализированный суд по административным правонарушениям города Кокшетау",
            name_kk="Көкшетау қаласының әкімшілік құқық бұзушылықтар жөніндегі мамандандырылған соты",
        )
        before = on - timedelta(days=12)
        old, new = actor("kokshetau.head", before), services.Named(police, "Статья 434", "АД-1187")
        # The letter of this one lies undelivered: the first page says so.
        services.call_for(named=new, ground="own_initiative", by=old, on=before)
        asked = services.Named(police, "Статья 440", "АД-1203")
        case = services.call_for(named=asked, ground="own_initiative", by=head, on=on)
        letter = Delivered("courier", on, proof_ref="вх. 3318")
        services.deliver(case_id=case.id, version=case.version, delivered=letter, by=clerk, on=on)
        named = services.Named(court, "Статья 442", "3-2291")
        case = services.call_for(named=named, ground="case_supervised", by=old, on=before)
        case = services.receive(
            case_id=case.id, version=case.version, received_on=before, sheets=38, by=clerk, on=on
        )
        found = services.Checked(
            "unlawful", "unlawful", "КоАП, статья 787", "Задержан на пять часов без протокола; события нет."
        )
        case = services.check(case_id=case.id, version=case.version, checked=found, by=head, on=on)
        reasons = "События правонарушения нет; доставление не оформлено."
        decided = services.Decided(PERSON, "КоАП, статья 741", reasons)
        services.close_proceedings(
            case_id=case.id, version=case.version, ground="no_offence", decided=decided, by=head, on=on
        )
        decided = services.Decided("ТОО «Арна»", "КоАП, статья 86", "Работники допущены без договора.")
        services.open_new(named=services.Named(police, "Статья 86"), decided=decided, by=head, on=on)
    return OffenceCase.objects.count()
