"""Which paper of a report is the frozen one, and the copies that are drawn anew from its rows."""

from qadaga.common.errors import NotFound
from qadaga.reports import paper
from qadaga.reports.choices import ReportStatus
from qadaga.reports.lower import lower_reports
from qadaga.reports.models import LANGUAGES, Report


def is_frozen(report: Report, language: str) -> bool:
    """Whether the signed paper is in that language."""
    return report.status == ReportStatus.SIGNED and report.language == language


def copy(report: Report, language: str) -> bytes:
    """The report's figures on paper in that language, as PDF/A: a draft, or a copy of the signed one.

    Raises NotFound for another language and for a report not counted yet.
    """
    if language not in dict(LANGUAGES) or report.cut_at is None:
        raise NotFound()
    made = getattr(report, "paper", None)
    signed = paper.Signed(made.number_text, made.signed_on, made.signer) if made else None
    return paper.pdf(report, language, signed, lower_reports(report))
