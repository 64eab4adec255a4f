"""The words of refusals: English msgids that say what is asked, what was found, what would have to change."""

from qadaga.common.i18n import N_

BY_KIND = {
    "officer": N_(
        "Only officers of the prosecution service hold this power; the post %(post)s is an employee's. "
        "An officer of the office has to do it."
    ),
    "posts": N_("This is for: %(needs)s. You act as: %(post)s."),
    "levels": N_("Only an office of level %(needs)s may do this; yours is of level %(level)s."),
    "kinds": N_("Only an office of this kind may do this: %(needs)s; yours is: %(kind)s."),
    "relation": N_("The office that acts must be: %(needs)s. Yours is: %(relation)s."),
    "about": N_("This power is used on: %(needs)s. Here it was asked about: %(kind)s."),
    "status": N_("Possible in the status: %(needs)s. The status now is: %(status)s."),
    "not_status": N_("No longer or not yet possible in the status: %(status)s."),
    "act_kinds": N_("Possible for this kind of act: %(needs)s."),
    "directions": N_("Possible in this direction of supervision: %(needs)s. Here it is: %(direction)s."),
    "ground": N_("A ground is required, one of: %(needs)s. Given: %(ground)s."),
    "territory": N_(
        "The place %(place)s is outside your office's territory; the office of that territory or the one "
        "above it has to act."
    ),
    "sphere": N_(
        "A specialised office acts within its sphere only (%(needs)s); this is: %(sphere)s. "
        "The territorial office or the specialised office of that sphere has to act."
    ),
    "no_norm": N_("No norm is in force on %(on)s: this power begins on %(since)s."),
    "not_in_force": N_("On %(on)s this power is in no edition in force."),
}

BY_MARK = {
    "conflict": N_("You have declared a conflict of interest here; another officer has to do it."),
    "complained_of": N_("The complaint is about you; another officer has to do it."),
    "own_head": N_("The complaint is about the head of this office; the office above has to act."),
    "head_present": N_(
        "The head is in office today; a replacement signs and decides only in the head's absence."
    ),
    "author": N_("You wrote this draft; somebody else has to agree it."),
    "assignee_conflict": N_("The officer chosen has declared a conflict of interest here; choose another."),
    "assignee_complained_of": N_("The complaint is about the officer chosen; choose another."),
    "assignee_employee": N_("The person chosen is an employee; only officers supervise. Choose an officer."),
    "assignee_other_office": N_(
        "The officer chosen serves in another office; choose an officer of the office in charge."
    ),
    "assignee_agreed": N_(
        "The officer chosen has agreed this draft and cannot become its author; choose another."
    ),
    "outside_duties": N_(
        "The distribution of duties in force does not give this direction to you; the deputy it names, or "
        "the head, has to agree."
    ),
    "entry_unchecked": N_(
        "The conditions of entry have not been checked, or the check ended in a refusal. Record the entry "
        "check of this person first."
    ),
    "results_missing": N_(
        "The four results are not all recorded: violations found, removed, people protected, liability."
    ),
    "appeal_unanswered": N_(
        "An appeal considered in this matter still waits for its outcome. Send the applicant the answer, or "
        "record that the appeal was withdrawn; then the matter can be closed."
    ),
    "crime_or_security": N_(
        "An anonymous appeal about a crime or a threat to security has to be considered, not declined."
    ),
    "state_secret": N_("It holds state secrets; it cannot be handled in this system."),
    "higher_level": N_(
        "The body or official belongs to a higher office; pass the draft to the office above."
    ),
    "government_act": N_("Acts of the Government and treaties are for the Prosecutor General only."),
    "law_protested": N_("A protest against a law does not suspend it."),
    "kind_inactive": N_("This kind of act is no longer issued; choose one in use."),
    "self": N_("It is about you; somebody else has to do it."),
    "post_not_ranked": N_(
        "The post held is not on the list of posts with such ranks; "
        "only an act of the President changes the list."
    ),
    "above_ceiling": N_("The rank is above the highest one set for the post held (an unverified figure)."),
    "rank_time_short": N_(
        "The time in the present rank has not been served; "
        "ahead of time a rank is conferred on that ground only."
    ),
    "rank_skipped": N_(
        "This is not the next rank of the ladder; a step is passed over on the ground of special merit only."
    ),
    "no_rank": N_("The person holds no rank on that day."),
    "reported": N_("The report is about you."),
    "head_reported": N_("The report is about the head of your office; the offices above see it."),
    "own_login": N_("This is your own login: change its password on your own page."),
    "head_login": N_("The login of an office's head is given and closed by the office above."),
    "stand_in_login": N_("Whoever may sign for the head: the head manages this login, or the office above."),
    "head_post": N_(
        "The Prosecutor General appoints and dismisses the heads of offices; the first-level office does it."
    ),
    "addressee_not_subordinate": N_(
        "Somebody named here is not subordinate to the head who signs: an order or directive binds the "
        "officers and employees of the own office and of those below. Take that person off the list."
    ),
    "settled": N_("An order has decided on this loss already; its number stands on the card."),
    "own_report": N_(
        "You carry this point out yourself; whoever watches its execution takes it off control."
    ),
    "held_elsewhere": N_(
        "Another competent office opened this first and holds it; the office above both may move it."
    ),
    "above_staff_limit": N_(
        "The office's staffing table and limit have no vacant place for this post on those days; the "
        "Prosecutor General changes them by an order."
    ),
    "specialist_interested": N_("The specialist has an interest here; choose another."),
    "higher_consent_missing": N_("The office above has not agreed to it."),
    "documents_kept": N_("Documents of the inspected are still here; return them by the inventory first."),
    "conclusion_missing": N_(
        "A specialist called in has not given the conclusion: put it in, or let the head write why the "
        "inspection goes on without it."
    ),
    "hours_exceeded": N_(
        "More hours on the premises than the limit allows (an unverified figure): it would stop the normal "
        "work of the inspected. Shorten the visit, or come on another day."
    ),
    "notice_skipped": N_(
        "An inspection on this ground is announced beforehand (an unverified reading): take the words about "
        "no notice out of the draft."
    ),
    "work_obstructed": N_(
        "It would stop the normal work of the inspected; take copies, or choose another way or time."
    ),
    "power_not_held": N_("Your office does not hold this power itself, so it cannot be passed on."),
    "target_not_below": N_("Only the office above both may move it; the one chosen is not below yours."),
    "act_not_in_force": N_("The judicial act is not in force yet; it is reviewed in the usual way."),
    "state_bailiff": N_("A state bailiff has the writ already."),
    "via_administration": N_(
        "An answer to somebody held goes to them past the administration of the place: by the prosecutor, or "
        "closed by post."
    ),
    "held_lawfully": N_("The person is held on a lawful ground that is still in force."),
    "person_dead": N_("The person has died; nothing more is decided against them."),
    "accused_dead": N_(
        "Somebody prosecuted here has died. Drop their prosecution or let the court end the case; go on "
        "only to clear the name."
    ),
    "petitioner_dead": N_("The petitioner has died. Enter the heir or relative who asks in their stead."),
    "debtor_dead": N_(
        "The debtor had died before the proceedings were opened. Enter whom the court put in their place."
    ),
    "term_over": N_("The term has run out (an unverified figure); have it prolonged first."),
}

SETS = {
    "@heads": N_("the head of the office"),
    "@deputies": N_("a deputy head of the office"),
    "@unit_heads": N_("the head of a unit"),
    "@officers": N_("any officer"),
    "@employees": N_("any employee"),
    "@any": N_("anyone with an appointment"),
    "@acting": N_("whoever replaces the absent head"),
    "@mine": N_("the officer it is assigned to"),
    "@author": N_("the officer who wrote it"),
    "@visiting": N_("the officer who visits the place"),
    "@on_duty": N_("the officer on duty"),
    "@delegated": N_("whoever the power was passed to from above"),
    "@self": N_("the person whose file it is"),
    "@reporter": N_("whoever reported it"),
    "@nobody_above": N_("whoever reported it, where nobody stands above the person reported"),
    "@holder": N_("whoever holds it"),
    "@receiver": N_("whoever it is handed over to"),
    "@addressee": N_("the people it is made known to"),
    "@controller": N_("whoever watches its execution"),
    "@executor": N_("the executor of a point"),
}

RELATIONS = {
    "own": N_("the office that holds it"),
    "higher": N_("an office above the one that holds it"),
    "lower": N_("an office below the one that holds it"),
    "other": N_("an office outside that line"),
}

NOTHING = N_("nothing")
