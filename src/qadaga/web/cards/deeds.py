"""What was done by a power that does many things: told by what the journal's entry carries.

One power often keeps a whole card ("keep the card of the case"), and a day's entries would all read the same.
An entry says by its keys which of those things it was; the words stand here, by the kind of the record.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# For a kind of record: the keys that tell one thing from another, the more telling first; no words where the
# name of the power says it.
_DEEDS: dict[str, tuple[tuple[str, Promise | str], ...]] = {
    "investigation": (
        ("detained_at", _("A detention was recorded")),
        ("released_at", _("A release was recorded")),
        ("died_on", _("A death was recorded")),
        ("lives", _("A death recorded by mistake was taken back")),
        ("served", _("The delivery of a paper was recorded")),
        ("silent_on", _("It was recorded that no report came")),
        ("executed", _("The execution of an instruction was recorded")),
        ("entry", _("A study of the file or a procedural action was recorded")),
        ("course", _("The course of the investigation was recorded")),
        ("violation", _("A violation was counted in the matter")),
        ("protected", _("A protected person was counted in the matter")),
        ("matter", _("The matter for the results was chosen")),
        ("appeal", _("A complaint was registered")),
        ("agreed", ""),
        ("until", _("A request for a longer term was registered")),
        ("role", _("A person of the case was entered")),
        ("measure", _("A request for consent was registered")),
    ),
    "records": (
        ("corrected_on", _("A correction was recorded")),
        ("served", _("The service of the demand was recorded")),
        ("violation", _("A discrepancy was passed to the matter as a violation")),
        ("discrepancy", _("A discrepancy was recorded")),
        ("act", _("An act was named")),
        ("outcome", _("The outcome was recorded")),
        ("officer", _("The check was begun")),
    ),
    "legal_act": (
        ("reminder", _("The body was reminded")),
        ("fate", _("What became of the act was recorded")),
        ("protest", _("The protest was drafted")),
        ("contradiction", _("A contradiction was recorded")),
        ("answers", _("The check list was answered")),
        ("verdict", _("The review was finished")),
        ("reviewer", _("The review was given to an officer")),
        ("matter", _("A matter was opened for the protest")),
    ),
    "legality_analysis": (
        ("source", _("A source was added")),
        ("finding", _("A finding was added")),
        ("proposal", _("A proposal was added")),
        ("dropped", _("A line was taken out")),
        ("informed", _("A body was informed")),
    ),
    "session": (
        ("members", _("The members were called")),
        ("person", _("Somebody was invited")),
        ("told_on", _("It was recorded who was told")),
        ("present", _("It was recorded who was present")),
        ("decision", _("A decision was recorded")),
        ("sha256", _("The minutes were signed")),
        ("status", _("An item of the agenda was decided on")),
    ),
    "council": (
        ("body", _("A member was named")),
        ("until", _("A member left")),
        ("formed_on", _("The council was formed")),
    ),
    "work_plan": (("due_on", _("An item was added")),),
    "enforcement_case": (
        ("given_on", _("The receipts were recorded")),
        ("violation", _("A violation was counted in the matter")),
        ("outcome", _("The check of the bailiff was finished")),
        ("check", _("The check of the bailiff was begun")),
        ("recovery", _("A recovered sum was recorded")),
        ("bailiff", _("The writ was entered")),
    ),
    "custody_visit": (
        ("called_off", _("The visit was called off")),
        ("moved_from", _("The visit was moved")),
    ),
    "held_person": (("freed_at", _("The release was recorded")),),
    "court_case": (
        ("died_on", _("A death was recorded")),
        ("lives", _("A death recorded by mistake was taken back")),
        ("hearing", _("A hearing was set or ended")),
        ("judgment", _("A decision of the court was recorded")),
        ("closed_on", _("The case was closed")),
        ("kind", _("The case was registered")),
    ),
    "judicial_act": (
        ("hearing", _("A hearing was set or ended")),
        ("served", _("The delivery of a paper was recorded")),
        ("received_on", _("The file was received")),
        ("returned_on", _("The file was sent back")),
        ("unlawful", _("The act was studied")),
        ("closed_on", _("The study was closed")),
        ("kind", _("The act was registered")),
    ),
}


def deed(kind: str, data: Mapping[str, Any]) -> str:
    """What was done with a record of the kind, or nothing where the power's name says it."""
    return next((str(words) for key, words in _DEEDS.get(kind, ()) if key in data), "")
