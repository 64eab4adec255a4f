"""What a calendar program outside reads by a person's address: hearings and terms, by their numbers.

The answer goes to services of others, so it bears that: the number of a case, the court, the hour, the last
day of a term; no name, no subject, nothing of a matter that is closed to the outside (ADR 23).
"""

import hashlib
from collections.abc import Iterator
from datetime import date, datetime

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from qadaga.accounts import calendars
from qadaga.accounts.models import CalendarAddress
from qadaga.appeals.register import APPEALS
from qadaga.appeals.selectors.card import matters_of
from qadaga.authority.actor import Actor
from qadaga.authority.actors import actor_for
from qadaga.authority.lists import asking, pages
from qadaga.authority.scope import Scope
from qadaga.common import clock, ical
from qadaga.court import ics, selectors
from qadaga.matters.register import MATTERS
from qadaga.supervision.inspections.reading import closed_outside

MOST = 100
_OPEN = {"matters": ["assigned", "in_work"], "appeals": ["in_matter", "answer_draft"]}


# Without cookies there is nothing to forge, and a refusal of the guard would write the address into the log.
@csrf_exempt
def calendar(request: HttpRequest, secret: str) -> HttpResponseBase:
    """The file; 404 for an address that is none or no more, 429 where it was read too often this hour."""
    if request.method not in ("GET", "HEAD"):
        return _silent(HttpResponseNotAllowed(["GET", "HEAD"]))
    now, on = clock.now(), clock.today()
    address = calendars.find(secret, now)
    actor = actor_for(address.appointment_id, on) if address else None
    if address is None or actor is None or actor.user_id != address.user_id:
        return _silent(HttpResponse(status=404))
    if not calendars.take(address, now):
        wait = str(int(calendars.WINDOW.total_seconds()))
        return _silent(HttpResponse(status=429, headers={"Retry-After": wait}))
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


def _silent(answer: HttpResponse) -> HttpResponse:
    """The answer, which Django's log of refusals must not name by its address: that holds the secret."""
    answer._has_been_logged = True  # type: ignore[attr-defined]  # Django's own mark, untyped
    return answer


def _events(actor: Actor, address: CalendarAddress, on: date) -> Iterator[ical.Event]:
    """The person's own hearings and terms, without those of matters closed to the outside."""
    hearings = selectors.mine_to_come(actor, on)
    asks = [(one, _own(actor), _mine(actor, one.name)) for one in (MATTERS, APPEALS)]
    matters, appeals = (page.rows for page in pages.fetch_many(asks, today=on))
    within = {row["id"]: row["id"] for row in matters}
    within |= matters_of(row["id"] for row in appeals)
    within |= {row.id: row.owner.matter_id for row in hearings if row.owner.matter_id}
    closed = closed_outside(within.values())
    for hearing in hearings:
        if within.get(hearing.id) not in closed:
            yield ics.outside(hearing, _("Hearing"))
    for row in (*matters, *appeals):
        if within.get(row["id"]) not in closed:
            yield _term(row["id"], row["number"], row["due_on"], address)


def _term(pk: object, number: str, due: date, address: CalendarAddress) -> ical.Event:
    return ical.Event(f"{pk}-term", due, f"{_('Term')}: {number}", address.created_at)


def _own(actor: Actor) -> Scope:
    return Scope(offices=actor.offices, reader=actor.person_id)


def _mine(actor: Actor, register: str) -> pages.Ask:
    values = {"officer": str(actor.appointment_id), "status": _OPEN[register]}
    return asking.asked(values, sort="due", size=MOST)
