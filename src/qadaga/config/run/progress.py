"""What a person sees while the group starts."""

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.table import Table


class Progress:
    """One line a step, with its time; a table of the demonstration logins at the end."""

    def __init__(self) -> None:
        self.console = Console(highlight=False, soft_wrap=True)

    @contextmanager
    def step(self, title: str) -> Iterator[None]:
        """Tell that `title` is being done, and how long it took."""
        started = time.monotonic()
        # A terminal shows the step while it lasts; a file gets one whole line after it.
        with self.console.status(f"{title} …") if self.console.is_terminal else _nothing():
            yield
        self.console.print(f"  [green]✓[/] {escape(title)} [dim]{time.monotonic() - started:.1f} s[/]")

    def say(self, text: str) -> None:
        """One line, with the time of day beside it."""
        self.console.print(f"  [yellow]{time.strftime('%H:%M:%S')}[/] {escape(text)}")
        sys.stdout.flush()

    def failed(self, text: str) -> None:
        """Why it could not be done."""
        self.console.print(f"\n[red]qadaga:[/] {escape(text)}")

    def ready(self, address: str, logins: Sequence[tuple[str, str, str]]) -> None:
        """The address to open, and as whom one may look around: (who, username, password)."""
        self.console.print(
            f"\n  [bold]Qadaga is ready: http://{address}/[/]   (Ctrl-C ends it; logs: var/log)\n"
        )
        if logins:
            table = Table("who", "username", "password", box=None, padding=(0, 3, 0, 2))
            for row in logins:
                table.add_row(*map(escape, row))
            self.console.print(table)
        sys.stdout.flush()


@contextmanager
def _nothing() -> Iterator[None]:
    yield
