"""The closed lists of reports, each with its words for people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PeriodKind(models.TextChoices):
    """For how long a report is."""

    MONTH = "month", _("Month")
    QUARTER = "quarter", _("Quarter")
    HALF = "half", _("Half-year")
    YEAR = "year", _("Year")


class ReportStatus(models.TextChoices):
    """Where a report stands."""

    DRAFT = "draft", _("Draft")
    SIGNED = "signed", _("Signed")


class Axis(models.TextChoices):
    """By what a figure is split; the whole is not split."""

    WHOLE = "whole", _("All together")
    OFFICE = "office", _("By office")
    DIRECTION = "direction", _("By direction")
    TASK = "task", _("By task")
    OFFICER = "officer", _("By officer")


class JobKind(models.TextChoices):
    """What the worker does for a report."""

    COUNT = "count", _("Counting the figures")
    XLSX = "xlsx", _("Writing the spreadsheet")


class JobState(models.TextChoices):
    """How far the worker has come."""

    WAITING = "waiting", _("Waiting")
    RUNNING = "running", _("Under way")
    DONE = "done", _("Done")
    FAILED = "failed", _("Failed")


MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.YEAR: 12}
DRAFT, SIGN = "report.draft", "report.sign"
