"""The `qadaga` command: Django's commands and ours, with the embedded database there when one is needed."""

import os
import sys


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the process's exit code. `qadaga manage …` is the same as `qadaga …`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qadaga.config.settings.dev")
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == ["manage"]:
        words = words[1:]
    from django.core.management import execute_from_command_line

    execute_from_command_line(["qadaga", *(words or ["help"])])
    return 0
