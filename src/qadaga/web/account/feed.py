"""What a calendar program outside reads by a person's address: hearings and terms, by their numbers.

The answer goes to services of others, so it bears that: the number of a case, the court, the hour, the last
day of a term; no name, no subject, nothing of a matter that is closed to the outside (ADR 23).
"""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import chain
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from qadaga.accounts import calendars
from qadaga.accounts.models import CalendarAddress
from qadaga.appeals.register import APPEALS
from qadaga.appeals.selectors.card import matters_of
from qadaga.authority.actor import Actor
from qadaga.authority.actors import actor_for
from qadaga.authority.lists import asking, pages
from qadaga.authority.scope import own_scope
from qadaga.common import clock, ical
from qadaga.court import ics, selectors
from qadaga.court.models import Hearing
from qadaga.matters.outside import closed_outside
from qadaga.matters.register import MATTERS
from qadaga.supervision.pretrial.selectors import matters_of_numbers

MOST = 100
_OPEN = {"matters": ["assigned", "in_work"], "appeals": ["in_matter", "answer_draft"]}


# Without cookies there is nothing to forge.
@csrf_exempt
@require_safe
def calendar(request: HttpRequest, secret: str) -> HttpResponseBase:
    """The file; 404 for an address that is none or no more, 429 where it was read too often this hour."""
    now, on = clock.now(), clock.today()
    address = calendars.find(secret, now)
    actor = actor_for(address.appointment_id, on) if address else None
    if address is None or actor is None or actor.user_id != address.user_id:
        return HttpResponse(status=404)
    if not calendars.take(address, now):
        wait = str(int(calendars.WINDOW.total_seconds()))
        return HttpResponse(status=429, headers={"Retry-After": wait})
    with translation.override(actor.language):
        text = ical.calendar(_events(actor, address, on), "Calendar")
    return _answer(request, address, text, now)


def _answer(request: HttpRequest, address: CalendarAddress, text: str, now: datetime) -> HttpResponseBase:
    etag = hashlib.sha256(text.encode()).hexdigest()
    since = int(calendars.changed(address, etag, now).timestamp())
    headers = {
        "ETag": f'"{etag}"',
        "Last-Modified": http_date(since),
        "Cache-Control": "private, no-cache",
        "X-Robots-Tag": "noindex",
    }
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8", headers=headers)
    found = get_conditional_response(request, etag=f'"{etag}"', last_modified=since, response=answer)
    return found or answer


def _events(actor: Actor, address: CalendarAddress, on: date) -> Iterator[ical.Event]:
    """The person's own hearings and terms, without those of matters closed to the outside."""
    hearings = selectors.mine_to_come(actor, on)
    asks = [(one, own_scope(actor), _mine(actor, one.name)) for one in (MATTERS, APPEALS)]
    matters, appeals = (page.rows for page in pages.fetch_many(asks, today=on))
    within = {row["id"]: {row["id"]} for row in matters}
    within |= {pk: {matter} for pk, matter in matters_of(row["id"] for row in appeals).items()}
    within |= _of_hearings(hearings)
    closed = closed_outside(chain.from_iterable(within.values()))
    for hearing in hearings:
        if closed.isdisjoint(within[hearing.id]):
            yield ics.outside(hearing, _("Hearing"))
    for row in (*matters, *appeals):
        if closed.isdisjoint(within.get(row["id"], ())):
            yield _term(row["id"], row["number"], row["due_on"], address)


def _of_hearings(hearings: Sequence[Hearing]) -> dict[UUID, set[UUID]]:
    """The matters behind each hearing: of its case, of the act that went to the court, and of the
    investigation out of which the case was begun, by its ERDR number.
    """
    numbers = {row.id: row.case.erdr for row in hearings if row.case and row.case.erdr}
    investigated = matters_of_numbers(numbers.values())
    return {
        row.id: {
            matter
            for matter in (
                row.owner.matter_id,
                row.__dict__["act_matter"],
                investigated.get(numbers.get(row.id, "")),
            )
            if matter
        }
        for row in hearings
    }


def _term(pk: object, number: str, due: date, address: CalendarAddress) -> ical.Event:
    return ical.Event(f"{pk}-term", due, f"{_('Term')}: {number}", address.created_at)


def _mine(actor: Actor, register: str) -> pages.Ask:
    values = {"officer": str(actor.appointment_id), "status": _OPEN[register]}
    return asking.asked(values, sort="due", size=MOST)
