"""A death on forms: the day, the paper that proves it, the day of that paper."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qadaga.web.components import Text, date_text

DEATH = ("died_on", "death_paper", "death_paper_on")


class PaperField(forms.CharField):
    """Which paper a death is known by."""

    def __init__(self, *, required: bool = True, help_text: str | Promise = "") -> None:
        super().__init__(
            label=_("By which paper it is known: its name and number"),
            max_length=200,
            required=required,
            help_text=help_text or _("For example: death certificate No. 1234567."),  # type: ignore[arg-type]  # the stubs know no lazy text
        )


def death_noted(row: Any) -> list[Text]:
    """What a card says of somebody's death, or of one that was taken back."""
    if row.died_on is not None:
        said = gettext("Died on %(day)s") % {"day": date_text(row.died_on)}
        if not row.death_paper:
            return [said]
        paper = f"{row.death_paper}, {date_text(row.death_paper_on)}"
        return [said, paper]
    if row.revived_on is not None:
        day = date_text(row.revived_on)
        return [
            gettext("A death written down by mistake was taken back on %(day)s.") % {"day": day},
            row.revived_why,
        ]
    return []
