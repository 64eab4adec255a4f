"""The catalogue: YAML files beside this one, in statute order. `load()` gives the law in force now-and-on."""

from functools import cache
from pathlib import Path

from qadaga.law.loading import Catalogue, Law, load_directory
from qadaga.law.reader import CatalogueError

__all__ = ["DIRECTORY", "Catalogue", "CatalogueError", "Law", "law", "load"]

DIRECTORY = Path(__file__).parent


@cache
def law() -> Law:
    """All states of the law, loaded once a process. Raises CatalogueError on a malformed file."""
    return load_directory(DIRECTORY)


def load() -> Catalogue:
    """The latest state of the law; for another day ask `law().at(day)`."""
    return law().latest
