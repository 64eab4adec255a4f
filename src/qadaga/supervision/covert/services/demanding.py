"""Materials demanded from a body: the number of its register and the days, nothing else (O.8.2, L.3.3)."""

from datetime import date

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.law.coverage import implements
from qadaga.matters import terms
from qadaga.organisation.refusals import refused_by
from qadaga.supervision.covert.choices import CheckStatus, DemandGround
from qadaga.supervision.covert.models import CovertCheck
from qadaga.supervision.covert.services import base
from qadaga.supervision.covert.services.shapes import Indexed
from qadaga.supervision.covert.subject import CHECKS, DEMAND, check_subject


@implements("O.8.2", "L.3.3")
@transaction.atomic
def demand(*, indexed: Indexed, ground: str, by: Actor, on: date) -> CovertCheck:
    """Note that materials were demanded; the term of the reply runs from the day.

    Raises InvalidInput (the same case twice, words in a number), NotPermitted (no leader of the own office,
    outside the circle, no ground, another's sphere).
    """
    row = base.begun(indexed, CheckStatus.DEMANDED, by, on)
    step = CHECKS.ask(row, DEMAND, check_subject(row, by, on), by=by, on=on, ground=ground)
    # The law has refused any other ground, with its clause.
    row.demand_ground, row.demanded_on = DemandGround(ground), on
    row.due_on = terms.start(owner=base.owner(row), rule="document_request", on=on, by=by).due_on
    with refused_by(base.TWICE):
        row.save(force_insert=True)
    step.journal(kind=row.kind, ground=ground)
    return row
