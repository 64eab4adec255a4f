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
    "power_not_held": _("the office that passes the power on does not hold it itself"),
    "target_not_below": _("the office it is moved to is not below the one that moves it"),
    "act_not_in_force": _("the judicial act is not in force yet"),
    "state_bailiff": _("a state bailiff has the writ already"),
    "on_duty": _("this person is the prosecutor on duty"),
    "visiting": _("this person is visiting the place"),
    "held_lawfully": _("the person is held on a lawful ground still in force"),
    "incoming": _("the request came from abroad"),
    "long_term": _("the term asked for is longer than an office of the third level may agree to"),
    "post_not_ranked": _("the post held is not on the list of posts with such ranks"),
    "above_ceiling": _("the rank is above the highest one set for the post"),
    "rank_time_short": _("the time in the present rank has not been served"),
    "rank_skipped": _("it is not the next rank of the ladder"),
    "state_rank": _("it is a rank of state counsellor"),
    "no_rank": _("the person holds no rank on that day"),
    "reporter": _("this person reported it"),
    "reported": _("the report is about this person"),
    "head_reported": _("the report is about the head of the office"),
    "nobody_above": _("this person reported it, and nobody stands above the one reported"),
    "via_administration": _("the answer would go through the administration of the place of custody"),
    "held_elsewhere": _("another competent office opened it first"),
    "outside_duties": _("the distribution of duties does not give this direction to this person"),
    "person_dead": _("the person concerned has died"),
    "accused_dead": _("somebody prosecuted in the case has died"),
    "petitioner_dead": _("the petitioner has died"),
    "debtor_dead": _("the debtor had died before the proceedings were opened"),
    "names_people": _("people are named in it as those to be prosecuted"),
    "term_over": _("the term has run out"),
    "notice_skipped": _("the draft says that no notice is given, though the ground requires it"),
    "specialist_interested": _("the specialist has an interest in the outcome"),
    "hours_exceeded": _("more hours on the premises than the limit allows"),
    "higher_consent_missing": _("the office above has not agreed"),
    "conclusion_missing": _("a specialist's conclusion has not come"),
    "documents_kept": _("documents of the inspected are still here"),
    "work_obstructed": _("it would stop the normal work of the inspected"),
    "own_login": _("it is this person's own login"),
    "head_login": _("it is the login of an office's head"),
    "stand_in_login": _("it is the login of somebody who may sign for the head"),
    "entry_unchecked": _("the conditions of entry have not been checked"),
    "above_staff_limit": _("the staffing table has no vacant place for the post"),
    "assignee_agreed": _("the officer chosen has agreed this draft"),
    "addressee": _("it is made known to this person"),
    "controller": _("this person watches its execution"),
    "executor": _("this person carries out one of its points"),
    "personnel": _("it is an order on personnel"),
    "begun": _("the draft has been begun"),
    "structure_order": _("it is an order on structure or staffing"),
    "collegium_order": _("it is an order on a decision of the collegium"),
    "addressee_not_subordinate": _("somebody named there is not subordinate to the head who signs"),
    "own_report": _("this person carries the point out and reported on it"),
    "receiver": _("it is handed over to this person"),
    "settled": _("an order has decided on this loss already"),
}


def phrase(mark: str, language: str) -> str:
    """The fact as a phrase; a kind of act reads as its title, an unknown mark as its refusal."""
    if mark in PHRASES:
        return str(PHRASES[mark])
    title = wording.title("act_kinds", mark, language)
    if title != mark:
        return gettext("the act is: %(kind)s") % {"kind": title}
    return gettext(BY_MARK[mark]) if mark in BY_MARK else mark
