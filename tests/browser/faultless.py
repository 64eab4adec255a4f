"""The parts of pages that were found without fault, known to all processes of a run."""

import fcntl
from pathlib import Path


class Faultless:
    """Parts of pages, each with the look of the page (see made_of.js)."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._file: Path | None = None
        self._read = 0

    def share(self, file: Path) -> None:
        """From here on what is found is told to the other processes in the file, and theirs is read there."""
        self._file, self._read = file, 0
        file.touch()

    def holds(self, parts: set[str]) -> bool:
        """Whether each of them was found without fault, here or in another process."""
        if self._file is not None and not parts <= self._known:
            with self._file.open("rb") as file:
                fcntl.flock(file, fcntl.LOCK_SH)
                file.seek(self._read)
                told = file.read()
            self._read += len(told)
            self._known.update(told.decode().split("\n"))
        return parts <= self._known

    def add(self, parts: set[str]) -> None:
        """They were judged together and are without fault."""
        new = sorted(parts - self._known)
        self._known.update(new)
        if self._file is not None:
            with self._file.open("ab") as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                file.write("".join(f"{part}\n" for part in new).encode())
