"""The `qadaga` command: Django's commands and ours, with the embedded database there when one is needed."""

import contextlib
import os
import sys
from collections.abc import Iterator

from qadaga.config import environment
from qadaga.config.postgres import embedded
from qadaga.law.reader import CatalogueError

DEVELOPMENT = "qadaga.config.settings.dev"
# These read no rows; starting a database for them would only cost time.
WITHOUT_DATABASE = frozenset(
    {
        "help",
        "version",
        "check",
        "collectstatic",
        "findstatic",
        "makemessages",
        "compilemessages",
        "makemigrations",
    }
)


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the process's exit code. `qadaga manage …` is the same as `qadaga …`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", DEVELOPMENT)
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == ["manage"]:
        words = words[1:]
    # A module cannot be called as the keyword is.
    words = ["import_", *words[1:]] if words[:1] == ["import"] else words
    try:
        return _carry_out(words)
    except CatalogueError as fault:
        # Half a law is none: nothing starts, and whoever edits the file reads where it is wrong.
        sys.stderr.write(f"{fault}\n")
        return 1


def _carry_out(words: list[str]) -> int:
    if words[:1] in (["run"], ["stop"]):
        from qadaga.config.run import command

        return (command.run if words[0] == "run" else command.stop)(words[1:])
    with _database_for(words):
        from django.core.management import execute_from_command_line

        execute_from_command_line(["qadaga", *(words or ["help"])])
    return 0


@contextlib.contextmanager
def _database_for(words: list[str]) -> Iterator[None]:
    """Run the block with the embedded database up; one that this command started, it also stops."""
    cluster = embedded()
    if not needs_database(words) or cluster.answers():
        yield
        return
    cluster.ensure_running()
    cluster.create_database("qadaga")
    try:
        yield
    finally:
        cluster.stop()


def needs_database(words: list[str]) -> bool:
    """Whether this command needs the embedded database to be up."""
    command = words[0] if words else "help"
    if environment.database_url() or os.environ["DJANGO_SETTINGS_MODULE"] != DEVELOPMENT:
        return False
    if command in WITHOUT_DATABASE or command.startswith("-") or {"--help", "-h"} & set(words):
        return False
    if any(word == "--settings" or word.startswith("--settings=") for word in words):
        return False
    # The law needs rows only to look up one real office, and to run signed papers again.
    asked = words[1:2] == ["rerun"] or "office=" in " ".join(words) or "--office" in words
    return command != "law" or asked
