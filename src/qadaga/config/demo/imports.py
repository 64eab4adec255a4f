"""Two imports of the demonstration: a register of last year that went in, and a file with errors."""

import csv
from datetime import date, timedelta
from io import StringIO

from django.core.files.uploadedfile import SimpleUploadedFile

from qadaga.appeals.importing import jobs, working
from qadaga.appeals.models import ImportJob
from qadaga.authority.actor import Actor
from qadaga.config.demo import people

_HEAD = ("Рег. номер", "Дата регистрации", "Вид", "Суть", "Заявитель", "ИИН", "Итог", "Дата ответа")
_ROWS = (
    ("Ж-101", 400, "жалоба", "О задержке пособия", "Иванов Пётр", "850725400331", "дан ответ", 388),
    ("Ж-102", 396, "заявление", "О ремонте дороги", "Ахметова Сәуле", "050312600511", "дан ответ", 380),
    ("Ж-103", 390, "жалоба", "О сборе за справку", "Ким Олег", "850725400331", "дан ответ", 375),
)
_WRONG = ("Ж-104", 385, "жалоба", "О сносе гаража", "Петров Иван", "850725400332", "дан ответ", 391)


def load(on: date) -> None:
    """Make both, unless some import is there."""
    if ImportJob.objects.exists():
        return
    clerk = people.actor("kokshetau.clerk", on)
    good = _uploaded("register-last-year.csv", _ROWS, clerk, on)
    jobs.go_on(good.id, by=clerk, on=on)
    working.write(good.id)
    _uploaded("register-with-errors.csv", (*_ROWS[:1], _WRONG), clerk, on)


def _uploaded(name: str, rows: tuple[tuple[object, ...], ...], clerk: Actor, on: date) -> ImportJob:
    text = StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(_HEAD)
    for row in rows:
        days = (on - timedelta(days=value) if isinstance(value, int) else value for value in row)
        writer.writerow(days)
    job = jobs.upload(SimpleUploadedFile(name, text.getvalue().encode()), by=clerk, on=on)
    working.check(job.id)
    return job
