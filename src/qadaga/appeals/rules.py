"""The ids under which the catalogue keeps the terms of appeals."""

CONSIDERATION = "appeal_consider"
TELL_PROLONGED = "appeal_prolongation_notice"
TELL_FORWARDED = "appeal_forward"
NOTICES = (TELL_PROLONGED, TELL_FORWARDED)
CONTROL = "referral_control"
CHALLENGE = "answer_challenge"
