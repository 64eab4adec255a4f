"""What a person sees while the group starts, in plain text: a library for it would stay in every worker."""

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TextIO

_CLEAR = "\r\033[K"


class Progress:
    """One line a step, with its time; a table of the demonstration logins at the end."""

    def __init__(self, out: TextIO | None = None) -> None:
        self.out = out or sys.stdout

    @contextmanager
    def step(self, title: str) -> Iterator[None]:
        """Tell that `title` is being done, and how long it took."""
        started = time.monotonic()
        # A terminal shows the step while it lasts; a file gets one whole line after it.
        terminal = self.out.isatty()
        if terminal:
            self._write(f"  … {title}")
        yield
        self._write(f"{_CLEAR if terminal else ''}  ✓ {title} {time.monotonic() - started:.1f} s\n")

    def say(self, text: str) -> None:
        """One line, with the time of day beside it."""
        self._write(f"  {time.strftime('%H:%M:%S')} {text}\n")

    def failed(self, text: str) -> None:
        """Why it could not be done."""
        self._write(f"\nqadaga: {text}\n")

    def ready(self, address: str, logins: Sequence[tuple[str, str, str]]) -> None:
        """The address to open, and as whom one may look around: (who, username, password)."""
        self._write(f"\n  Qadaga is ready: http://{address}/   (Ctrl-C ends it; logs: var/log)\n\n")
        self._write(columns([("who", "username", "password"), *logins]) if logins else "")

    def _write(self, text: str) -> None:
        self.out.write(text)
        self.out.flush()


def columns(rows: Sequence[Sequence[str]]) -> str:
    """The rows as lines, each column as wide as its longest cell."""
    widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    lines = ["   ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    return "".join(f"  {line.rstrip()}\n" for line in lines)
