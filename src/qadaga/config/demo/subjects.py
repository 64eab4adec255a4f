"""What the demonstration's matters are about, read from `subjects.yaml`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any

import yaml

from qadaga.matters.models import Body
from qadaga.matters.services import register_body

_FILE = Path(__file__).with_name("subjects.yaml")


@dataclass(frozen=True, slots=True)
class Subject:
    """One matter's subject in the language of its office, its place filled in."""

    office: str
    body: str
    act: str
    title: str
    gist: str
    norm: str
    what: str
    causes: str
    consequences: str
    demands: str
    protested: str = ""

    @property
    def language(self) -> str:
        """Burabay writes in Kazakh, Kokshetau in Russian."""
        return "kk" if self.office == "burabay" else "ru"


@cache
def _file() -> Mapping[str, Any]:
    content: Mapping[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return content


def subjects(office: str) -> Iterator[Subject]:
    """The office's subjects, one after another with one place after another, without end."""
    rows = [row for row in _file()["subjects"] if row["office"] == office]
    for turn, row in enumerate(cycle(rows)):
        places = row["places"]
        place = places[turn // len(rows) % len(places)]
        columns = {name: text for name, text in row.items() if name != "places"}
        yield Subject(**{name: text.replace("{place}", place) for name, text in columns.items()})


def body_of(subject: Subject) -> Body:
    """The supervised body the subject is about, registered once."""
    return body_named(subject.body)


def body_named(name: str) -> Body:
    """The body of that name in the file, registered once."""
    row = _file()["bodies"][name]
    return register_body(kind=row["kind"], bin=row["bin"], name_ru=row["ru"], name_kk=row["kk"])


def words(name: str, language: str) -> str:
    """What people of the demonstration write on such an occasion."""
    return str(_file()["words"][name][language])
