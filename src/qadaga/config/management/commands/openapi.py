"""`qadaga openapi`: writes the API's OpenAPI document to docs/openapi.json."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from qadaga.config import environment
from qadaga.config.api import api

PLACE = environment.SOURCE_ROOT / "docs" / "openapi.json"


def text() -> str:
    """The document as it is committed: indented, in the order of the endpoints."""
    return json.dumps(api.get_openapi_schema(), ensure_ascii=False, indent=1) + "\n"


class Command(BaseCommand):
    """Write the document."""

    help = "Write the API's OpenAPI 3.1 document to docs/openapi.json (or to --to FILE)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`[--to FILE]`."""
        parser.add_argument("--to", metavar="FILE", type=Path, default=PLACE)

    def handle(self, *args: Any, to: Path, **options: Any) -> None:
        """Say where it was written."""
        to.write_text(text(), encoding="utf-8")
        self.stdout.write(str(to))
