"""What is found of an act: its number, heading, text and addressee."""

from qadaga.acts.models import Act, ActVersion
from qadaga.authority.lists.search import entries


def put(act: Act, version: ActVersion) -> None:
    """Write the act's search entry; in the transaction of the change, before the journal."""
    body = act.addressee
    entries.put(
        entries.Entry(
            kind="act",
            id=act.id,
            office_id=act.office_id,
            region_id=act.region_id,
            day=act.drafted_on,
            number=act.number_text or "",
            title=version.heading,
            texts=(body.name_ru, body.name_kk, version.facts, version.demands),
            exact=(body.bin,) if body.bin else (),
        )
    )
