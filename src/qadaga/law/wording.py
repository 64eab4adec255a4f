"""Says refusals, steps and citations in the reader's language: ids become titles, msgids are translated.

The kernel knows no framework, so the caller hands in its translation function (gettext); else English.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from qadaga.common.i18n import N_
from qadaga.law import catalogue
from qadaga.law.messages import NOTHING, RELATIONS, SETS
from qadaga.law.model import Citation, Missing
from qadaga.law.records import Record
from qadaga.law.steps import Step

Translate = Callable[[str], str]
_DATES = ("on", "since", "from", "to", "due", "last", "cap")
_BY_CODE = {
    "posts": "posts",
    "officer": "posts",
    "kinds": "office_kinds",
    "about": "subjects",
    "ground": "grounds",
    "sphere": "spheres",
    "directions": "directions",
    "act_kinds": "act_kinds",
    "status": "statuses",
    "not_status": "statuses",
}
_FIXED = SETS | RELATIONS
AS_RECORDED = N_("as recorded")


def english(message: str) -> str:
    """The msgid itself: English."""
    return message


def sentence(missing: Missing, language: str = "en", translate: Translate = english) -> str:
    """What is missing, as one or two sentences with the record's titles in that language."""
    section = _BY_CODE.get(missing.code, "")
    data = {key: _said(key, value, section, language, translate) for key, value in missing.data.items()}
    return translate(missing.message) % data


def step(one: Step, language: str = "en", translate: Translate = english) -> str:
    """One step of a ledger as a sentence. A reason that was left empty reads "as recorded"."""
    data = {key: _said(key, value, "", language, translate) for key, value in one.data.items()}
    if "reason" in data:
        data["reason"] = one.data["reason"] or translate(AS_RECORDED)
    return translate(one.message) % data


def clause(citation: Citation, language: str = "en") -> str:
    """A clause with its title: "O.15 Signing what goes out"."""
    title = clause_title(citation, language)
    return f"{citation.clause} {title}" if title else citation.clause


def clause_title(citation: Citation, language: str = "en") -> str:
    """The title of a clause in our words; empty for a clause no state of the law has."""
    for state in reversed(catalogue.law().states):
        found = state.provisions.get(citation.clause)
        if found is not None:
            return found.title.get(language)
    return ""


def post_called(post: str, office_kind: str, language: str) -> str:
    """What a post is called in an office of that kind ("city prosecutor"), by the latest state."""
    for state in reversed(catalogue.law().states):
        found = state.called(post, office_kind)
        if found is not None:
            return found.get(language)
    return post


def title(section: str, name: str, language: str = "en") -> str:
    """The title of a record by section and id (e.g. "posts", "assistant"); an unknown id reads as itself."""
    for state in reversed(catalogue.law().states):
        records: Mapping[str, Record] = getattr(state, section)
        if name in records:
            return records[name].title.get(language)
    return name


def follows(power: str, on: date, language: str) -> dict[str, list[str]]:
    """What the power's use gives, starts, has to be recorded and told; nothing where no norm is in force."""
    record = catalogue.law().at(on).powers.get(power)
    if record is None:
        return {}
    found = {
        "issues": [_issue(name, language) for name in record.issues],
        "starts": [title("terms", record.starts, language)] if record.starts else [],
        "records": [title("particulars", name, language) for name in record.records],
        "tells": [title("parties", name, language) for name in record.tells],
    }
    return {what: titles for what, titles in found.items() if titles}


def _issue(name: str, language: str) -> str:
    section = "act_kinds" if name in catalogue.load().act_kinds else "measures"
    return title(section, name, language)


def _said(key: str, value: Any, section: str, language: str, translate: Translate) -> str:
    if isinstance(value, tuple):
        return ", ".join(_named(str(item), section, language, translate) for item in value)
    if isinstance(value, Mapping):
        return str(value.get(language) or value.get("en") or "")
    if key in _DATES and isinstance(value, str):
        return _day(value)
    return _named(str(value), section, language, translate)


def _named(value: str, section: str, language: str, translate: Translate) -> str:
    if value == "":
        return translate(NOTHING)
    if value in _FIXED:
        return translate(_FIXED[value])
    return title(section, value, language) if section else value


def _day(value: str) -> str:
    try:
        return date.fromisoformat(value).strftime("%d.%m.%Y")
    except ValueError:
        return value
