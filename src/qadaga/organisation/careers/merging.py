"""Two cards that are one person: found by name and birth date, made one by a decision (L.2.5)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict, InvalidInput, NotFound
from qadaga.common.i18n import N_
from qadaga.common.text import clean
from qadaga.law.coverage import implements
from qadaga.organisation import logins, subjects
from qadaga.organisation.careers.models import Merge
from qadaga.organisation.exercise import exercise
from qadaga.staff import selectors as staff
from qadaga.staff.models import Person


def likely_same(person: Person) -> QuerySet[Person]:
    """Other cards of the same family and given name whose numbers and birth dates do not say otherwise."""
    rows = Person.objects.filter(
        ~Exists(Merge.objects.filter(gone=OuterRef("pk"))),
        last_name__iexact=person.last_name,
        first_name__iexact=person.first_name,
    ).exclude(id=person.id)
    if person.born_on is not None:
        rows = rows.filter(Q(born_on=person.born_on) | Q(born_on__isnull=True))
    if person.iin:
        rows = rows.filter(iin__isnull=True)
    return rows.order_by("id")


def merged_into(person_id: UUID) -> UUID | None:
    """The card that goes on in place of this one; None where it goes on itself."""
    return Merge.objects.filter(gone=person_id).values_list("kept", flat=True).first()


@implements("L.2.5", "O.13.3")
@transaction.atomic
def merge(*, by: Actor, on: date, kept_id: UUID, gone_id: UUID, ground: str) -> Merge:
    """Give the first card everything the second holds; the second stays, empty, and leads to the first.

    Raises InvalidInput (one card, two numbers, two people), Conflict where both hold something for the same
    days, NotPermitted for either of them or for the login of either, NotFound.
    """
    rows = Person.objects.select_for_update(of=("self",), no_key=True).filter(id__in=(kept_id, gone_id))
    found = {person.id: person for person in rows.order_by("id")}
    if kept_id == gone_id:
        raise InvalidInput.of("gone", "same", N_("This is one card. Choose another."))
    if len(found) < 2 or Merge.objects.filter(gone__in=found).exists():
        raise NotFound()
    kept, gone = found[kept_id], found[gone_id]
    exercise(by, "person.merge", subjects.of_person(gone, by, on), on)
    done = exercise(by, "person.merge", subjects.of_person(kept, by, on), on)
    if kept.iin and gone.iin:
        raise InvalidInput.of(
            "gone", "two_numbers", N_("Both cards have an IIN, and the numbers differ: these are two people.")
        )
    if not likely_same(kept).filter(id=gone.id).exists():
        raise InvalidInput.of(
            "gone",
            "two_people",
            N_("The names or birth dates differ. If this is one person, correct them first."),
        )
    # A login opens from now on what both cards hold: to merge is to manage it.
    for person in (gone, kept):
        if staff.service_of(person.id).on(on).exists():
            logins.require(person, by, on)
    _move(kept, gone)
    row = Merge.objects.create(
        kept=kept,
        gone=gone,
        ground=clean(ground, field="ground", max_length=300, required=True),
        on=on,
        by_id=by.appointment_id,
    )
    done.record("person.merge", by.office_id, ("person", kept.id), {"kept": kept.id, "gone": gone.id})
    return row


def _move(kept: Person, gone: Person) -> None:
    kept.iin, kept.born_on = kept.iin or gone.iin, kept.born_on or gone.born_on
    kept.died_on, user = kept.died_on or gone.died_on, gone.user_id
    gone.iin = gone.user = None
    gone.version += 1
    gone.save()
    kept.user_id = kept.user_id or user
    kept.version += 1
    kept.save()
    try:
        with transaction.atomic():
            _pass_rows(kept, gone)
    except IntegrityError as error:
        raise Conflict(
            "both_hold",
            N_("Both cards hold a post, an absence or another entry for the same days. Correct one first."),
        ) from error


def _pass_rows(kept: Person, gone: Person) -> None:
    """Every row of any table that names the one person names the other from now on."""
    for relation in Person._meta.get_fields(include_hidden=True):
        model = relation.related_model
        if relation.one_to_many and relation.auto_created and isinstance(model, type) and model is not Merge:
            name = relation.field.name  # type: ignore[union-attr]  # a relation made by another table's key
            model._default_manager.filter(**{name: gone}).update(**{name: kept})
