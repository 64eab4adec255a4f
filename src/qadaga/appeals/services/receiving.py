"""What another office forwarded here is registered here, with a number and a term of its own."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.appeals.checking import all_of_age
from qadaga.appeals.kinds import Way
from qadaga.appeals.models import Appeal, Forwarding
from qadaga.appeals.rereading import entry_of
from qadaga.appeals.services.registering import register
from qadaga.appeals.subject import KIND
from qadaga.authority import barred
from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, NotFound
from qadaga.journal.services import gathered


@transaction.atomic
def receive(*, forwarding_id: UUID, by: Actor, on: date) -> Appeal:
    """Register an appeal forwarded to the actor's office; a part forwarded becomes the summary.

    A challenge stays one. Raises NotFound for what was forwarded elsewhere or complains of the actor,
    AlreadyDone, NotPermitted.
    """
    rows = Forwarding.objects.select_for_update(of=("self",)).select_related("appeal")
    here = rows.filter(id=forwarding_id, to_office__in=by.offices)
    forwarding = barred.without(here, by.person_id, KIND, "appeal_id").first()
    if forwarding is None:
        raise NotFound()
    if forwarding.received_as_id is not None:
        raise AlreadyDone()
    source = forwarding.appeal
    entry = replace(entry_of(source), way=Way.OFFICE, arrived_on=on, repeats_id=None, paper_place="")
    if all_of_age(
        entry.applicants, on
    ):  # whoever was under 18 when the appeal first arrived may have come of age
        entry = replace(entry, minor=False)
    if not forwarding.whole:
        entry = replace(entry, summary=forwarding.part)
    with gathered():
        appeal = register(entry=entry, by=by, on=on, challenges=source.challenges)
        forwarding.received_as = appeal
        forwarding.save(update_fields=["received_as"])
    return appeal
