"""Every change of the direction. Keyword-only; `by` acts on the day `on`; each is ruled on and journalled."""

from qadaga.matters.dying import Death
from qadaga.supervision.pretrial.services.base import Reasoned
from qadaga.supervision.pretrial.services.cancelling import Decided, cancel
from qadaga.supervision.pretrial.services.cases import Taken, assign, enter, record_course, register
from qadaga.supervision.pretrial.services.complaints import Complained
from qadaga.supervision.pretrial.services.complaints import decide as decide_complaint
from qadaga.supervision.pretrial.services.complaints import take as take_complaint
from qadaga.supervision.pretrial.services.instructing import (
    deliver,
    instruct,
    record_execution,
    record_silence,
)
from qadaga.supervision.pretrial.services.people import (
    Named,
    add_party,
    correct_death,
    detain,
    record_death,
    release,
)
from qadaga.supervision.pretrial.services.prolonging import Longer
from qadaga.supervision.pretrial.services.prolonging import ask as ask_longer
from qadaga.supervision.pretrial.services.prolonging import decide as decide_longer
from qadaga.supervision.pretrial.services.results import (
    Restored,
    count_protected,
    count_violation,
    link_matter,
)
from qadaga.supervision.pretrial.services.sanctions import Asked
from qadaga.supervision.pretrial.services.sanctions import ask as ask_sanction
from qadaga.supervision.pretrial.services.sanctions import decide as decide_sanction

__all__ = [
    "Asked",
    "Complained",
    "Death",
    "Decided",
    "Longer",
    "Named",
    "Reasoned",
    "Restored",
    "Taken",
    "add_party",
    "ask_longer",
    "ask_sanction",
    "assign",
    "cancel",
    "correct_death",
    "count_protected",
    "count_violation",
    "decide_complaint",
    "decide_longer",
    "decide_sanction",
    "deliver",
    "detain",
    "enter",
    "instruct",
    "link_matter",
    "record_course",
    "record_death",
    "record_execution",
    "record_silence",
    "register",
    "release",
    "take_complaint",
]
