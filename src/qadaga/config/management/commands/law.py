"""`qadaga law explain …` and `qadaga law coverage`: the law's own commands, given the offices and the day."""

import sys
from collections.abc import Mapping
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
from qadaga.law.wording import Translate
from qadaga.offices import selectors

# Below these lie entry points and settings, which carry no clause out and act when imported.
_NOT_LOADED = ("qadaga.config", "qadaga.common")


class Command(BaseCommand):
    """Hand the words to the law's own parser."""

    help = "Ask the law: explain a ruling, or list each clause with what rules on it and what carries it out."
    requires_system_checks = ()

    def run_from_argv(self, argv: list[str]) -> None:
        """Exits with the law's code: 0 answered, 2 could not be asked."""
        if argv[2:3] == ["coverage"]:
            load_carriers()
        sys.exit(cli.main(argv[2:], office_facts, clock.today, translator))


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


def translator(language: str) -> Translate:
    """The translation of msgids into that language."""

    def translate(message: str) -> str:
        with translation.override(language):
            return gettext(message)

    return translate
