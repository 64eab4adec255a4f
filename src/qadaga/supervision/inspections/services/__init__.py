"""Everything that is done with an inspection: each keyword-only, ruled on, in one transaction, journalled."""

from qadaga.acts.summons import Called, Ended
from qadaga.matters.prolonging import Longer
from qadaga.supervision.inspections.services.documents import (
    Returned,
    Taken,
    keep_document,
    return_documents,
    take_document,
    take_documents,
)
from qadaga.supervision.inspections.services.drafting import Draft, draft, mark_secrecy, save_draft, withdraw
from qadaga.supervision.inspections.services.explaining import record_explanation, summon
from qadaga.supervision.inspections.services.finishing import finish, record_complaint, record_findings
from qadaga.supervision.inspections.services.involving import (
    Engaged,
    involve_officers,
    involve_specialist,
    record_conclusion,
    waive_conclusion,
)
from qadaga.supervision.inspections.services.naming import name_officers
from qadaga.supervision.inspections.services.opening import Notice, notify, sign
from qadaga.supervision.inspections.services.pausing import Told, resume, suspend
from qadaga.supervision.inspections.services.prolonging import ask_prolong, consent, prolong
from qadaga.supervision.inspections.services.telling import tell_office
from qadaga.supervision.inspections.services.visiting import visit

__all__ = [
    "Called",
    "Draft",
    "Ended",
    "Engaged",
    "Longer",
    "Notice",
    "Returned",
    "Taken",
    "Told",
    "ask_prolong",
    "consent",
    "draft",
    "finish",
    "involve_officers",
    "involve_specialist",
    "keep_document",
    "mark_secrecy",
    "name_officers",
    "notify",
    "prolong",
    "record_complaint",
    "record_conclusion",
    "record_explanation",
    "record_findings",
    "resume",
    "return_documents",
    "save_draft",
    "sign",
    "summon",
    "suspend",
    "take_document",
    "take_documents",
    "tell_office",
    "visit",
    "waive_conclusion",
    "withdraw",
]
