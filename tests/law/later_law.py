"""The shipped law and one edition more, added as a file alone: only the Prosecutor General signs."""

from pathlib import Path

from qadaga.law import catalogue
from qadaga.law.competence import Engine
from qadaga.law.loading import load_directory

LATER = """
editions:
  - id: "O@{day}"
    source: O
    valid_from: {day}
    title: {{ru: "Новая редакция", kk: "Жаңа редакция", en: "A new edition"}}
powers:
  - id: act.sign
    edition: "O@{day}"
    cites: [O.15]
    title: {{ru: "подписать акт", kk: "актіге қол қою", en: "sign an act"}}
    conditions:
      - {{about: [act], cite: O.15}}
      - {{posts: {{list: [prosecutor_general]}}, cite: O.12}}
"""


def later_law(folder: Path, day: str) -> Engine:
    """The law with an edition that begins on that day."""
    (folder / "z.yaml").write_text(LATER.format(day=day), encoding="utf-8")
    return Engine(load_directory(catalogue.DIRECTORY, folder))
