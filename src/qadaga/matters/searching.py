"""What is found of a matter: its number, title, substance and body."""

from qadaga.authority.lists.search import entries
from qadaga.matters.models import Matter


def put(matter: Matter) -> None:
    """Write the matter's search entry; in the transaction of the change, before the journal."""
    body = matter.body
    entries.put(
        entries.Entry(
            kind="matter",
            id=matter.id,
            office_id=matter.office_id,
            region_id=matter.region_id,
            day=matter.opened_on,
            number=matter.number_text,
            title=matter.title,
            texts=(matter.gist, *((body.name_ru, body.name_kk) if body else ())),
            exact=(body.bin,) if body and body.bin else (),
        )
    )
