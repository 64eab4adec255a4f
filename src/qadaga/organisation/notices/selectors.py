"""Which warnings a person reads: their own, those of the office they lead, and for staff officers a list."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.authority.scope import scope_of
from qadaga.law.coverage import implements
from qadaga.law.model import Subject
from qadaga.organisation.notices.endings import OF_THE_FILE
from qadaga.organisation.notices.models import Notice

# The latest of each thing that ends, for My day (see acts.selectors.waiting): one's own, and for those who
# lead what ends in their office but for what the personal file keeps.
WAITING = """
(SELECT 'notice', n.person_id, n.kind,
    btrim(concat_ws(' ', p.last_name, p.first_name)), n.ends_on
FROM notices_notice n JOIN staff_person p ON p.id = n.person_id
WHERE n.cleared_on IS NULL AND n.days = (
        SELECT min(m.days) FROM notices_notice m
        WHERE m.kind = n.kind AND m.source = n.source AND m.cleared_on IS NULL)
    AND (n.person_id = %(reader)s OR (%(leads)s AND n.office_id = %(office)s
        AND n.kind NOT IN ('penalty', 'probation', 'attestation')))
ORDER BY n.ends_on, n.id LIMIT 7)
"""


def _reads_files(by: Actor, on: date) -> bool:
    who = by.who(on)
    own = None if who is None else Subject(kind="person", office=who.office, path=who.path)
    return own is not None and authority.may(by, "personal_file.read", own, on=on).allowed


@implements("L.2.2")
def warnings(
    by: Actor, on: date, *, kind: str = "", after: tuple[date, UUID] | None = None
) -> QuerySet[Notice]:
    """Open warnings within the actor's scope, the nearest end first; `after`: the last row seen.

    Raises NotPermitted: for staff officers and leaders only, as their home is.
    """
    authority.require(by, "people.export", None, on=on)
    scope = scope_of(by, on)
    rows = Notice.objects.filter(ends_on__gt=on, cleared_on__isnull=True)
    # What only the personal file tells is for those who may read it (O.8.d5).
    if not _reads_files(by, on):
        rows = rows.exclude(kind__in=OF_THE_FILE)
    if not scope.nation:
        rows = rows.filter(Q(region__in=scope.regions) | Q(office__in=scope.offices))
    if kind:
        rows = rows.filter(kind=kind)
    if after is not None:
        day, key = after
        rows = rows.filter(Q(ends_on__gt=day) | Q(ends_on=day, id__gt=key))
    return rows.select_related("person", "office").order_by("ends_on", "id")
