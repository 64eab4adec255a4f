"""Orders that a change may rest on: in force, of that kind, of the office or one above."""

from datetime import date

from django.db.models import Q, QuerySet

from qadaga.offices.models import Office
from qadaga.offices.selectors import with_those_above
from qadaga.organisation.orders.models import Order


def suitable(*, kind: str, office: Office, on: date) -> QuerySet[Order]:
    """The orders that `services.basis` would accept on the day, the newest first."""
    standing = Q(cancelled_on__isnull=True) | Q(cancelled_on__gt=on)
    line = with_those_above(office.id, on)
    rows = Order.objects.filter(standing, kind=kind, office__in=line, in_force_on__lte=on)
    return rows.order_by("-signed_on", "-id")
