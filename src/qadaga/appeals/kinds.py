"""The closed lists of the appeals: kinds, ways of arrival, statuses, outcomes. Labels are translated."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What the applicant sent (legal facts, section 3)."""

    APPLICATION = "application", _("Application")
    COMPLAINT = "complaint", _("Complaint")
    REPORT = "report", _("Report")
    PROPOSAL = "proposal", _("Proposal")
    FEEDBACK = "feedback", _("Feedback")
    INQUIRY = "inquiry", _("Inquiry")


class Language(TextChoices):
    """The language the appeal is written in; the answer goes out in the same one."""

    KK = "kk", _("Kazakh")
    RU = "ru", _("Russian")
    EN = "en", _("English")
    OTHER = "other", _("Another language")


class Way(TextChoices):
    """How the appeal reached the office."""

    IN_PERSON = "in_person", _("Handed in at the office")
    RECEPTION = "reception", _("Personal reception")
    POST = "post", _("By post")
    E_APPEALS = "e_appeals", _("E-appeals system")
    EMAIL = "email", _("By e-mail")
    PHONE = "phone", _("By telephone")
    BOX = "box", _("Appeals box")
    DETENTION = "detention", _("From a place of detention")
    OFFICE = "office", _("From another prosecutor's office")
    BODY = "body", _("From another body")


class Status(TextChoices):
    """Where the appeal stands."""

    REGISTERED = "registered", _("Registered")
    IN_MATTER = "in_matter", _("Under consideration")
    FORWARDED = "forwarded", _("Forwarded")
    DECLINED = "declined", _("Left without consideration")
    ANSWER_DRAFT = "answer_draft", _("Answer being prepared")
    ANSWERED = "answered", _("Answered")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    ANNULLED = "annulled", _("Registration annulled")
    CHALLENGED = "challenged", _("Challenged")


OPEN = (Status.REGISTERED, Status.IN_MATTER, Status.ANSWER_DRAFT)
"""Statuses in which the applicant still waits for an answer."""


class AnonymousGround(TextChoices):
    """Why an anonymous appeal is considered all the same."""

    NONE = "", _("Not considered: anonymous")
    CRIME = "crime", _("Reports a crime being prepared or committed")
    SECURITY = "security", _("Reports a threat to state or public security")


class ApplicantKind(TextChoices):
    """Who applies."""

    PERSON = "person", _("Person")
    ORGANISATION = "organisation", _("Organisation")


class NoIdReason(TextChoices):
    """Why an applicant has no IIN or BIN."""

    NONE = "", _("Has a number")
    FOREIGNER = "foreigner", _("Foreign citizen")
    STATELESS = "stateless", _("Stateless person")
    DETAINED = "detained", _("Detained, no documents at hand")
    CHILD = "child", _("Child without documents")
    FOREIGN_ORGANISATION = "foreign_organisation", _("Foreign organisation")
    NOT_GIVEN = "not_given", _("Not given by the applicant")


class DecisionKind(TextChoices):
    """The reasoned decisions an office takes on an appeal."""

    CORRECT = "correct", _("Registration corrected")
    ANNUL = "annul", _("Registration annulled")
    DECLINE = "decline", _("Left without consideration")
    PROLONG = "prolong", _("Term prolonged")
    WITHDRAW = "withdraw", _("Withdrawn by the applicant")


class AnswerState(TextChoices):
    """The life of an answer."""

    DRAFT = "draft", _("Draft")
    SIGNED = "signed", _("Signed")
    SENT = "sent", _("Sent")


class AnswerOutcome(TextChoices):
    """What the answer tells the applicant."""

    GRANTED = "granted", _("Granted")
    PARTLY = "partly", _("Granted in part")
    REFUSED = "refused", _("Refused")
    EXPLAINED = "explained", _("Explained")


class SendWay(TextChoices):
    """How an answer, or word of a decision, reaches the applicant."""

    POST = "post", _("By post")
    EMAIL = "email", _("By e-mail")
    IN_PERSON = "in_person", _("Handed over")
    E_APPEALS = "e_appeals", _("E-appeals system")
    # Never lawful, so never stored: named so that the law can refuse it with its clause.
    ADMINISTRATION = "administration", _("Through the administration of the place")


class ControlOutcome(TextChoices):
    """What came of a forwarded appeal that stays under control (L.1.1)."""

    NONE = "", _("No outcome yet")
    RESOLVED = "resolved", _("Resolved by the competent body")
    REFUSED = "refused", _("Refused by the competent body")
    RETURNED = "returned", _("Returned")
    NO_REPLY = "no_reply", _("No reply in time")


class MaterialsState(TextChoices):
    """A request to see the materials of the appeal (O.8.d2)."""

    REQUESTED = "requested", _("Requested")
    ALLOWED = "allowed", _("Allowed")
    PARTLY = "partly", _("Allowed in part")
    REFUSED = "refused", _("Refused")
    SHOWN = "shown", _("Shown")


class ImportState(TextChoices):
    """The life of an import of a register."""

    STAGED = "staged", _("Checked")
    REJECTED = "rejected", _("Has errors")
    RUNNING = "running", _("Being imported")
    DONE = "done", _("Imported")


class ImportJobState(TextChoices):
    """Where the import of an uploaded file stands: checked first, then, when somebody says so, written."""

    WAITING = "waiting", _("Waits to be checked")
    CHECKING = "checking", _("Being checked")
    REFUSED = "refused", _("Cannot be read")
    FAULTY = "faulty", _("Has errors")
    CHECKED = "checked", _("Checked, without errors")
    WRITING = "writing", _("Being imported")
    DONE = "done", _("Imported")
    FAILED = "failed", _("Stopped")
