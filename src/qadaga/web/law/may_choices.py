"""What "May I?" offers to choose from: powers to be searched for, records by title, facts to be marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from qadaga.law import catalogue
from qadaga.law.records import Record
from qadaga.web.law.marks import PHRASES
from qadaga.web.names import language

Choices = list[tuple[str, Any]]
CODE = re.compile(r"\(([^()]+)\)\s*$")
"""The code in brackets behind the name of what was chosen."""


class MarksField(forms.MultipleChoiceField):
    """Facts of the subject; one that the power does not look at changes nothing and is let through."""

    def valid_value(self, value: str) -> bool:
        """Whether it is a fact that conditions speak of."""
        return value in PHRASES


def power_of(text: str) -> str:
    """The id of the power that the text names: the id itself, a title with it in brackets, or a title."""
    known, text = catalogue.load().powers, text.strip()
    coded = CODE.search(text)
    if text in known or (coded is not None and coded[1] in known):
        return text if text in known else str(coded and coded[1])
    title = text.casefold()
    return next((one.id for one in known.values() if one.title.get(language()).casefold() == title), text)


def power_label(name: str) -> str:
    """A power as the field shows it: its title, and its id in brackets; an unknown one as it was written."""
    power = catalogue.load().powers.get(name)
    return f"{power.title.get(language())} ({name})" if power else name


def power_labels() -> list[str]:
    """Every power as the field offers it, by title."""
    return sorted((power_label(name) for name in catalogue.load().powers), key=str.casefold)


def titles(records: Mapping[str, Record]) -> Choices:
    """Records as choices, by their titles."""
    return [(name, record.title.get(language())) for name, record in records.items()]


def named(records: Mapping[str, Record], names: Iterable[str]) -> Choices:
    """Those of the records that are named, by their titles."""
    return [(name, records[name].title.get(language())) for name in dict.fromkeys(names) if name in records]
