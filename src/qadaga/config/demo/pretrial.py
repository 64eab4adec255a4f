"""An investigation of the demonstration with people, a consent, papers and a complaint; a shift."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from qadaga.common import clock
from qadaga.config.demo.people import actor
from qadaga.matters import services as matters
from qadaga.matters.delivery import Delivered
from qadaga.offices.models import OfficeTerritory
from qadaga.organisation.shifts import services as shifts
from qadaga.supervision.pretrial import services
from qadaga.supervision.pretrial.models import Case

SAID = services.Reasoned("УПК, статья 193", "Материалы изучены. Доводы следователя подтверждаются.", "ru")


def load(on: date) -> int:
    """Add the case of one district and the shift of the day, once; how many cases there are."""
    if not Case.objects.exists():
        head, assistant = actor("kokshetau.head", on), actor("kokshetau.assistant", on)
        kato = OfficeTerritory.objects.filter(office=head.office_id).values_list("kato", flat=True)[0]
        body = matters.register_body(
            kind="law_enforcement",
            name_ru="Управление полиции города Кокшетау",
            name_kk="Көкшетау қаласының полиция басқармасы",
        )
        taken = services.Taken(
            erdr="261100031000457",
            body=body,
            investigator="Старший следователь Б. Жумабеков",
            articles=["188 ч. 3"],
            gist="Кража имущества из складского помещения.",
            registered_on=on - timedelta(days=20),
            kato=kato,
        )
        case = services.register(taken=taken, by=head, on=on)

        def by(who: Any) -> dict[str, Any]:
            case.refresh_from_db()
            return {"case_id": case.id, "version": case.version, "by": who, "on": on}

        services.assign(assignee_id=assistant.appointment_id, **by(head))
        suspect = services.add_party(
            named=services.Named("suspect", "Ахметов Данияр", "900101300017"), **by(assistant)
        )
        services.add_party(named=services.Named("victim", "Сергеева Ольга Ивановна"), **by(assistant))
        asked = services.Asked("search", on, taken.investigator, "Похищенное может быть дома.", suspect.id)
        row = services.ask_sanction(asked=asked, **by(assistant))
        services.decide_sanction(sanction_id=row.id, grant=True, said=SAID, **by(head))
        made = services.instruct(days=10, said=SAID, **by(assistant))
        receipt = Delivered("courier", on, proof_ref="вх. 512")
        services.deliver(row_id=made.id, delivered=receipt, **by(assistant))
        decided = services.Decided("other", on, taken.investigator, "decision_unlawful")
        undone = services.cancel(decided=decided, said=SAID, **by(head))
        services.deliver(row_id=undone.id, delivered=receipt, **by(assistant))
        complained = services.Complained("other", "Сергеева Ольга Ивановна", "Свидетель не допрошен.", on)
        services.take_complaint(complained=complained, **by(assistant))
        begins = clock.now()
        hours = shifts.Hours(assistant.appointment_id, begins, begins + timedelta(hours=24))
        shifts.set_shift(hours=hours, by=head, on=on)
    return Case.objects.count()
