"""The report as a spreadsheet: the figures, then a sheet for each way they are split."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import xlsxwriter
from django.utils.translation import gettext as _
from django.utils.translation import override

from qadaga.authority.actors import actor_for
from qadaga.common import clock
from qadaga.documents import services as documents
from qadaga.law import catalogue
from qadaga.offices.selectors import names_of
from qadaga.reports.choices import Axis, JobState
from qadaga.reports.figures import FIGURES
from qadaga.reports.models import ReportJob
from qadaga.reports.paper import figure_rows, period_words
from qadaga.reports.services import jobs
from qadaga.reports.tables import Figures, figures_of
from qadaga.staff.models import Appointment


def write(job: ReportJob) -> None:
    """Write the file and keep it for whoever asked; somebody dismissed since gets none."""
    actor = actor_for(job.by_id, clock.today())
    if actor is None:
        jobs.progress(job, state=JobState.FAILED)
        return
    jobs.progress(job, state=JobState.RUNNING)
    report = job.report
    with TemporaryDirectory(prefix="qadaga-report-") as folder:
        path = Path(folder) / f"report-{report.starts_on.isoformat()}-{job.language}.xlsx"
        with override(job.language):
            _write(path, job)
        with path.open("rb") as stream:
            file = documents.store(stream, path.name, by=actor)
    jobs.progress(job, state=JobState.DONE, done=1, file=file)


def _write(path: Path, job: ReportJob) -> None:
    figures = figures_of(job.report.figures.all())
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet(str(Axis.WHOLE.label)[:31])
        sheet.set_column(0, 0, 52)
        sheet.write_string(
            0, 0, f"{job.report.office.name_in(job.language)}: {period_words(job.report)}", bold
        )
        for line, row in enumerate(figure_rows(figures), start=2):
            for place, cell in enumerate(row):
                sheet.write_string(line, place, cell, bold if len(row) == 1 or line == 2 else None)
        for axis in (Axis.OFFICE, Axis.DIRECTION, Axis.TASK, Axis.OFFICER):
            _split(book.add_worksheet(str(axis.label)[:31]), axis, figures, job.language, bold)


def _split(sheet: Any, axis: Axis, figures: Figures, language: str, bold: Any) -> None:
    """A row for each line of the axis, two columns for each figure, as numbers that add up: the period, and
    the same one a year before.
    """
    keys = figures.keys(axis)
    names = _names(axis, keys, language)
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 0, 44)
    for place, one in enumerate(FIGURES.values()):
        sheet.write_string(0, 1 + 2 * place, str(one.label), bold)
        sheet.write_string(0, 2 + 2 * place, f"{one.label}: {_('A year before')}", bold)
    for line, key in enumerate(sorted(keys, key=lambda key: names.get(key, key)), start=1):
        sheet.write_string(line, 0, names.get(key, key) or "—")
        for place, one in enumerate(FIGURES.values()):
            for column, amount in enumerate(figures.pair(one.id, axis, key), start=1 + 2 * place):
                sheet.write_number(line, column, amount / 100 if one.adds == "tiyn" else amount)


def _names(axis: Axis, keys: list[str], language: str) -> Mapping[str, str]:
    ids = [UUID(key) for key in keys if key] if axis in (Axis.OFFICE, Axis.OFFICER) else []
    if axis == Axis.OFFICE:
        return {str(key): name for key, name in names_of(ids, language).items()}
    if axis == Axis.OFFICER:
        held = Appointment.objects.select_related("person").filter(id__in=ids)
        return {str(one.id): one.person.short_name for one in held}
    law = catalogue.law().at(clock.today())
    entries: Mapping[str, Any] = law.directions if axis == Axis.DIRECTION else law.tasks
    return {key: one.title.get(language) for key, one in entries.items()}
