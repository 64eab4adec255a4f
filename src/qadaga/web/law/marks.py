"""The facts of a subject that conditions speak of, as plain phrases: for pages and for tick boxes."""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qadaga.law import wording
from qadaga.law.messages import BY_MARK

PHRASES = {
    "mine": _("it is assigned to this person"),
    "author": _("this person wrote the draft"),
    "self": _("it is this person's own file"),
    "conflict": _("this person has declared a conflict of interest"),
    "complained_of": _("the complaint is about this person"),
    "own_head": _("the complaint is about the head of the office that holds it"),
    "head_present": _("the head is in office on that day"),
    "assignee_conflict": _("the officer chosen has declared a conflict of interest"),
    "assignee_complained_of": _("the complaint is about the officer chosen"),
    "assignee_employee": _("the person chosen is an employee, not an officer"),
    "assignee_other_office": _("the officer chosen serves in another office"),
    "results_missing": _("the four results are not all recorded"),
    "appeal_unanswered": _("an appeal of the matter still waits for its outcome"),
    "crime_or_security": _("it is about a crime or a threat to security"),
    "state_secret": _("it holds state secrets"),
    "higher_level": _("the body or official belongs to a higher office"),
    "government_act": _("it concerns an act of the Government or a treaty"),
    "law_protested": _("what is protested is a law"),
    "kind_inactive": _("this kind of act is no longer issued"),
    "delegated": _("the power was handed over to this office"),
    "head_post": _("it is the post of the head of an office"),
}


def phrase(mark: str, language: str) -> str:
    """The fact as a phrase; a kind of act reads as its title, an unknown mark as its refusal."""
    if mark in PHRASES:
        return str(PHRASES[mark])
    title = wording.title("act_kinds", mark, language)
    if title != mark:
        return gettext("the act is: %(kind)s") % {"kind": title}
    return gettext(BY_MARK[mark]) if mark in BY_MARK else mark
