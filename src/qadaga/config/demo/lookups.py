"""Look-ups of the demonstration: four in a matter of the city, answered by the simulator of registers."""

from __future__ import annotations

from datetime import date

from qadaga.config.demo.people import actor
from qadaga.matters.choices import MatterStatus
from qadaga.matters.models import Matter
from qadaga.supervision.gateway import services
from qadaga.supervision.gateway.client import Gateway
from qadaga.supervision.gateway.models import LookUp
from qadaga.supervision.gateway.simulator import KEY, serving

ASKED = (
    ("organisations", "230140001236", "Кто руководит обществом и действует ли оно"),
    ("persons", "050312600511", "Жив ли тот, о ком обращение, и где живёт"),
    ("special", "850725400331", "Привлекался ли директор за то же", "admin_offences"),
    ("special", "850725400331", "Есть ли непогашенная судимость", "convicted"),
)


def load(on: date) -> int:
    """Ask the questions in one matter that the city's office works on, once; how many look-ups there are."""
    assistant = actor("kokshetau.assistant", on)
    at_work = Matter.objects.filter(assignee=assistant.appointment_id, status=MatterStatus.IN_WORK)
    matter = at_work.order_by("id").first()
    if matter is not None and not LookUp.objects.exists():
        with serving() as server:
            gateway = Gateway(server.url, KEY)
            for register, number, purpose, *record in ASKED:
                question = services.Question(register, number, "case_supervised", purpose, *record)
                services.look_up(matter_id=matter.id, question=question, by=assistant, on=on, of=gateway)
    return LookUp.objects.count()
