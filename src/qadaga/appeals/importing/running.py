"""An import from beginning to end, as the command and the background worker run it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from qadaga.appeals.importing import staging
from qadaga.appeals.importing.committing import commit
from qadaga.appeals.importing.staging import Checked, Progress
from qadaga.appeals.kinds import ImportState
from qadaga.appeals.models import ImportRun
from qadaga.authority.actor import Actor


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a file: `checked` tells of its rows; `run` is the import, None where nothing may go in."""

    checked: Checked
    run: ImportRun | None


def import_file(
    path: Path,
    *,
    by: Actor,
    on: date,
    checking: Progress = lambda _: None,
    writing: Progress = lambda _: None,
) -> Imported:
    """Check the whole file, then write it; one faulty row and nothing is written.

    Stopped anywhere and started again, it goes on where it stood; a file imported before adds nothing.
    Raises InvalidInput on `file`, NotPermitted.
    """
    checked = staging.stage(path, by=by, on=on, progress=checking)
    if checked.run is None or checked.run.state == ImportState.DONE:
        return Imported(checked, checked.run)
    return Imported(checked, commit(checked.run.id, by=by, on=on, progress=writing))
