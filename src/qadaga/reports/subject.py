"""What the law kernel is told about a report, and how a report moves."""

from datetime import date

from qadaga.authority.actor import Actor
from qadaga.law.model import Subject
from qadaga.matters.step import Course
from qadaga.matters.subject import path_of
from qadaga.matters.transitions import Table
from qadaga.reports.choices import DRAFT, SIGN, ReportStatus
from qadaga.reports.models import Report

KIND = "period_report"
REPORT = Table(
    {("draft", DRAFT): "draft", ("draft", SIGN): "signed"},
    words=dict(ReportStatus.choices),
)


def report_subject(report: Report, actor: Actor, on: date) -> Subject:
    """The report as the law sees it: whose it is, and where it stands.

    Reports are on every direction at once: a specialised office's are of its sphere, as its organs are.
    """
    who = actor.who(on)
    own = who is not None and who.office == report.office.code
    return Subject(
        kind=KIND,
        office=report.office.code,
        path=path_of(report.office, actor, on),
        sphere=next(iter(sorted(who.spheres)), None) if who is not None and own else None,
        status=report.status,
    )


COURSE: Course[Report] = Course(
    KIND,
    REPORT,
    lambda report: report.office_id,
    about=lambda report: {"period": report.period, "starts_on": report.starts_on},
)
