"""What waits for a person in every domain at once, for the first page and for programs."""

from __future__ import annotations

from datetime import date

from qadaga.acts.above import waiting as above
from qadaga.acts.selectors import Waiting, waiting
from qadaga.appeals.selectors import INBOX
from qadaga.appeals.summonses import waiting as explaining
from qadaga.appeals.trust import waiting as trust
from qadaga.authority.actor import Actor
from qadaga.coordination import waiting as sittings
from qadaga.court import waiting as court
from qadaga.law.catalogue import load
from qadaga.matters import waiting as beside
from qadaga.matters.norms import waiting as norms
from qadaga.matters.selectors import protected
from qadaga.organisation.assignments import waiting as assignments
from qadaga.organisation.notices import selectors as notices
from qadaga.organisation.orders.selectors import waiting as orders
from qadaga.organisation.seals import selectors as seals
from qadaga.supervision.enforcement import waiting as enforcement
from qadaga.supervision.inspections.selectors import waiting as inspections
from qadaga.supervision.legality import waiting as legality
from qadaga.supervision.offences import waiting as offences
from qadaga.supervision.pretrial import waiting as pretrial
from qadaga.supervision.statistics import waiting as records

_PARTS = (
    orders,
    seals,
    notices,
    inspections,
    enforcement,
    legality,
    offences,
    pretrial,
    court,
    records,
    sittings,
    norms,
    trust,
    above,
    beside,
    assignments,
    explaining,
    protected,
)
_ALSO = " UNION ALL ".join([*(one.WAITING for one in _PARTS), INBOX])


def everything(actor: Actor, on: date) -> list[Waiting]:
    """What waits for the person outside the registers of the office, in one query.

    Orders, seals and dates of service are among it, and one row "inbox" whose number says how many appeals
    are to be registered and told. What is to be signed is for the head and whoever stands in for them.
    """
    who = actor.who(on)
    if who is None:
        return []
    post = load().posts[who.post]
    heads = post.heads or who.acting
    found = waiting(
        actor, leads=heads or post.deputy, publishes=orders.publishes(post, leads=heads), also=_ALSO
    )
    return [row for row in found if heads or row.sort != "sign"]
