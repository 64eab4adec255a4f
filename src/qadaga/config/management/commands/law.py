"""`qadaga law explain …`, `coverage` and `rerun`: the law's commands, given offices, papers and the day."""

import sys
from collections.abc import Iterator, Mapping
from datetime import date
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import translation
from django.utils.translation import gettext

import qadaga
from qadaga.common import clock
from qadaga.common.errors import NotFound
from qadaga.law import cli
from qadaga.law.asking import UsageError
from qadaga.law.rerunning import Signed, Wanted
from qadaga.law.wording import Translate
from qadaga.matters import signed
from qadaga.offices import selectors

# Below these lie entry points and settings, which carry no clause out and act when imported.
_NOT_LOADED = ("qadaga.config", "qadaga.common")


class Command(BaseCommand):
    """Hand the words to the law's own parser."""

    help = "Ask the law: explain a ruling, list what rules on each clause, or run signed papers again."
    requires_system_checks = ()

    def run_from_argv(self, argv: list[str]) -> None:
        """Exits with the law's code: 0 answered, 1 a paper is not the same again, 2 could not be asked."""
        if argv[2:3] == ["coverage"]:
            load_carriers()
        sys.exit(cli.main(argv[2:], office_facts, clock.today, translator, signed_papers))


def load_carriers() -> None:
    """Imports every module of the layers above the law, so that whatever `implements` a clause registers."""
    for found in walk_packages(qadaga.__path__, "qadaga."):
        if not found.name.startswith(_NOT_LOADED) and ".migrations" not in found.name:
            import_module(found.name)


def office_facts(code: str, on: date) -> Mapping[str, Any] | None:
    """What the law asks of an office on a day; None where there is no office of that code."""
    try:
        office = selectors.office_by_code(code)
    except NotFound:
        return None
    place = selectors.standing(office.id, on)
    return {
        "kind": office.kind,
        "level": office.level,
        "path": place.path,
        "spheres": place.spheres,
        "territory": place.kato,
    }


def signed_papers(wanted: Wanted) -> Iterator[Signed]:
    """The signed papers that are wanted, one after another. Raises UsageError on no such kind or office."""
    try:
        office = selectors.office_by_code(wanted.office) if wanted.office else None
        return signed.papers(wanted, office)
    except NotFound as error:
        raise UsageError(f"no office has the code {wanted.office!r}") from error
    except signed.UnknownKind as error:
        raise UsageError(f"no kind {wanted.kind!r}; there are: {', '.join(signed.kinds())}") from error


def translator(language: str) -> Translate:
    """The translation of msgids into that language."""

    def translate(message: str) -> str:
        with translation.override(language):
            return gettext(message)

    return translate
