"""The letter of a measure or of a summons."""

from django.db import models
from django.db.models import Q

from qadaga.acts.choices import Language
from qadaga.acts.letters.choices import OWNERS, LetterKind
from qadaga.matters.models.base import Row, filled, one_of
from qadaga.matters.models.paper import FrozenPaper, frozen


class Letter(FrozenPaper, Row):
    """What a measure or a summons says to its addressee, signed with it; whose it is by kind and key, for
    summonses stand above this layer. `days` is the length of the term where the letter itself sets it.
    """

    subject_kind = models.CharField(max_length=16)
    subject_id = models.UUIDField(unique=True)
    # The paper names every norm of the power: the row says the same, whole.
    norm = models.CharField(max_length=4000)
    kind = models.CharField(max_length=12, choices=LetterKind.choices)
    language = models.CharField(max_length=2, choices=Language.choices)
    signed_on = models.DateField()
    days = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [
            one_of("letter", "subject_kind", OWNERS),
            one_of("letter", "kind", LetterKind.values),
            one_of("letter", "language", Language.values),
            *filled("letter", "norm", "number_text"),
            *frozen("letter"),
            models.CheckConstraint(condition=Q(days__isnull=True) | Q(days__gte=1), name="letter_days"),
        ]
