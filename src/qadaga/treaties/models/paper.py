"""Documents of a request or a treaty, and translations: which language, who translated, who certified."""

from django.db import models
from django.db.models import F, Q

from qadaga.matters.models.base import Row, filled, not_before, one_of, together
from qadaga.treaties.choices import PaperLanguage
from qadaga.treaties.models.request import Request
from qadaga.treaties.models.treaty import APPOINTMENT, Treaty


class Paper(Row):
    """A document; one with `original` is its translation, with the translator and who certified it."""

    request = models.ForeignKey(Request, models.PROTECT, null=True, related_name="papers")
    treaty = models.ForeignKey(Treaty, models.PROTECT, null=True, related_name="papers")
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, related_name="+")
    title = models.CharField(max_length=300)
    language = models.CharField(max_length=5, choices=PaperLanguage.choices)
    added_on = models.DateField()
    added_by = models.ForeignKey(APPOINTMENT, models.PROTECT, related_name="+")
    original = models.ForeignKey("self", models.PROTECT, null=True, related_name="translations")
    translator = models.CharField(max_length=300, null=True)  # noqa: DJ001 - of a translation
    translated_on = models.DateField(null=True)
    certified_by = models.CharField(max_length=300, null=True)  # noqa: DJ001 - of a certified translation
    certified_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(request__isnull=False, treaty__isnull=True)
                | Q(request__isnull=True, treaty__isnull=False),
                name="paper_of_one",
            ),
            one_of("paper", "language", PaperLanguage.values),
            *filled("paper", "title", "translator", "certified_by"),
            together("paper", "translation", "original", "translator", "translated_on"),
            together("paper", "certified", "certified_by", "certified_on"),
            models.CheckConstraint(
                condition=Q(certified_on__isnull=True) | Q(translated_on__isnull=False),
                name="paper_certified_is_translation",
            ),
            models.CheckConstraint(
                condition=Q(original__isnull=True) | ~Q(original=F("id")), name="paper_not_its_own"
            ),
            not_before("paper", "certified_on", "translated_on"),
            models.UniqueConstraint(fields=["request", "file"], name="paper_of_request_once"),
            models.UniqueConstraint(fields=["treaty", "file"], name="paper_of_treaty_once"),
        ]

    def __str__(self) -> str:
        return self.title
