"""Where a report of interference goes: the offices above whoever is reported, never past that person (L.2.7).

Read by the leaders of each office above the one the person serves in. The office itself reads it too, through
its head only, where the person is not its head. Of an outsider: the reporter's head and the offices above.
Where nobody stands above (the Prosecutor General is reported) the reporter alone keeps the report and records
what came of it: the service answers to the President only (L.1.2). The last two are rules of the product.
"""

from __future__ import annotations

from datetime import date

from qadaga.offices import selectors as offices
from qadaga.offices.models import Office
from qadaga.organisation.personnel import subjects
from qadaga.staff import selectors as staff
from qadaga.staff.models import Appointment, Person

Readers = dict[str, bool]
"""Office code to whether only its head (or the replacement) reads the report."""


def of_insider(person: Person, on: date) -> Readers:
    """Who reads a report about somebody of the service."""
    posts = [post for post in staff.service_of(person.id) if post.holds(on)]
    if not posts:
        last = subjects.standing_of(person, on)
        posts = [last] if last is not None else []
    headed = {post.office.code for post in posts if post.heads}
    found: Readers = {}
    for post in posts:
        found |= _above(post, on, own=not post.heads)
    return {code: heads_only for code, heads_only in found.items() if code not in headed}


def of_outsider(reporter: Appointment, on: date) -> Readers:
    """Who reads a report about an outsider: the reporter's head and the offices above."""
    return _above(reporter, on, own=not reporter.heads)


def by_code(codes: Readers) -> list[tuple[Office, bool]]:
    """The offices behind the codes."""
    return [(offices.office_by_code(code), heads_only) for code, heads_only in codes.items()]


def _above(post: Appointment, on: date, *, own: bool) -> Readers:
    line = offices.path(post.office, on)
    readers = dict.fromkeys(line[:-1], False)
    return readers | {line[-1]: True} if own else readers
