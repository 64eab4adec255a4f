"""Addresses for calendar programs: read only, one a hat, with an end, revoked with the login.

The secret in the address is all that a program shows, and programs of others keep it: it opens one file that
says little, nothing else, and only so many times an hour.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q, QuerySet

from qadaga.accounts.digests import digest_of
from qadaga.accounts.models import CalendarAddress, User
from qadaga.common import clock
from qadaga.common.errors import NotFound
from qadaga.journal import services as journal
from qadaga.journal.actor import JournalActor

_USE = b"calendar\0"
LASTS = timedelta(days=365)
WINDOW = timedelta(hours=1)
READS = 30
"""How often an hour a program may read one address; most ask each quarter of an hour or less often."""


@dataclass(frozen=True, slots=True)
class Hat:
    """In which of their appointments, and so in which office's journal, somebody makes or ends an address."""

    person_id: UUID
    appointment_id: UUID
    office_id: UUID


@transaction.atomic
def make(*, user: User, hat: Hat, now: datetime) -> tuple[CalendarAddress, str]:
    """A new address in that hat and its secret, which cannot be had again; the one before it ends."""
    # Two at once would each find none before them: the person is taken first.
    User.objects.select_for_update().get(pk=user.pk)
    ended = _live(user.pk, hat.appointment_id).update(revoked_at=now)
    secret = secrets.token_urlsafe(32)
    made = CalendarAddress.objects.create(
        user=user,
        appointment_id=hat.appointment_id,
        digest=digest_of(secret, use=_USE),
        created_at=now,
        expires_at=now + LASTS,
    )
    _record("calendar.make", made, hat, now, until=made.expires_at, ended=ended)
    return made, secret


@transaction.atomic
def revoke(*, user: User, hat: Hat, now: datetime) -> None:
    """End one's own address in that hat at once; NotFound where there is none."""
    address = _live(user.pk, hat.appointment_id).select_for_update().first()
    if address is None:
        raise NotFound
    address.revoked_at = now
    address.save(update_fields=["revoked_at"])
    _record("calendar.end", address, hat, now)


def address_of(user_id: UUID, appointment_id: UUID, now: datetime) -> CalendarAddress | None:
    """The person's address in that hat that still works."""
    return _live(user_id, appointment_id).filter(expires_at__gt=now).first()


def find(secret: str, now: datetime) -> CalendarAddress | None:
    """The live address of this secret, or None: unknown, expired, revoked, its user not active."""
    rows = CalendarAddress.objects.filter(revoked_at=None, expires_at__gt=now, user__is_active=True)
    return rows.filter(digest=digest_of(secret, use=_USE)).first()


def take(address: CalendarAddress, now: datetime) -> bool:
    """Count a reading; False where the hour has had its share, and then nothing is written."""
    since = now - WINDOW
    rows = CalendarAddress.objects.filter(pk=address.pk)
    anew = rows.filter(Q(window_at=None) | Q(window_at__lte=since))
    if anew.update(window_at=now, reads=1, read_at=now):
        return True
    # One statement, so that readings at once cannot all see the same count.
    return bool(rows.filter(reads__lt=READS).update(reads=F("reads") + 1, read_at=now))


def changed(address: CalendarAddress, etag: str, now: datetime) -> datetime:
    """Since when the content has been the one with this digest; noted where it is another than before."""
    if address.etag == etag and address.changed_at is not None:
        return address.changed_at
    CalendarAddress.objects.filter(pk=address.pk).update(etag=etag, changed_at=now)
    return now


def _record(action: str, address: CalendarAddress, hat: Hat, now: datetime, **data: object) -> None:
    journal.record(
        office_id=hat.office_id,
        action=action,
        subject_kind="calendar_address",
        subject_id=address.pk,
        by=JournalActor(hat.person_id, hat.appointment_id, hat.office_id),
        ruling=None,
        on=clock.local(now).date(),
        data=data,
    )


def _live(user_id: UUID, appointment_id: UUID) -> "QuerySet[CalendarAddress]":
    return CalendarAddress.objects.filter(user=user_id, appointment_id=appointment_id, revoked_at=None)
