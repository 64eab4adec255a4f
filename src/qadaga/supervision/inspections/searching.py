"""What is found of an inspection: its number, the body, what is inspected."""

from qadaga.authority.lists.search import entries
from qadaga.supervision.inspections.models import Inspection


def put(inspection: Inspection) -> None:
    """Write the inspection's search entry; in the transaction of the change, before the journal.

    Whom a secrecy mark keeps out does not find it (`reading`).
    """
    body = inspection.body
    entries.put(
        entries.Entry(
            kind="inspection",
            id=inspection.id,
            office_id=inspection.office_id,
            region_id=inspection.region_id,
            day=inspection.drafted_on,
            number=inspection.number_text or "",
            title=f"{body.name_ru}: {inspection.norm}"[:300],
            texts=(inspection.scope, body.name_ru, body.name_kk),
            exact=(body.bin,) if body.bin else (),
        )
    )
