"""The group: all members start, all are watched, all end together."""

import signal
import threading
from collections.abc import Callable, Sequence
from types import FrameType

from qadaga.config.postgres import Cluster
from qadaga.config.run.child import Child

# How often the members are looked at, in seconds; a fall is noticed within this time.
GLANCE = 0.25


class Group:
    """PostgreSQL (None when a server elsewhere is used) and the supervised processes."""

    def __init__(
        self, cluster: Cluster | None, children: Sequence[Child], say: Callable[[str], None]
    ) -> None:
        self.cluster = cluster
        self.children = children
        self.say = say
        self._asked_to_end = threading.Event()

    def listen(self) -> None:
        """End in good order on Ctrl-C, `kill` and a closed terminal."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._on_signal)

    def start(self) -> None:
        """Start every member, in order."""
        for child in self.children:
            child.start()

    def watch(self) -> None:
        """Return when asked to end; raises KeepsFalling or ClusterError when a member can't be kept alive."""
        while not self._asked_to_end.wait(GLANCE):
            self._tend_database()
            for child in self.children:
                if child.fallen() and not self._asked_to_end.is_set():
                    self.say(f"The {child.name} ended unexpectedly: starting it again.")
                    child.raise_again()

    def stop(self) -> None:
        """End the members, those started last first, and PostgreSQL when nobody writes any more."""
        for child in reversed(self.children):
            child.stop()
        if self.cluster is not None:
            self.cluster.stop()

    def _tend_database(self) -> None:
        if self.cluster is not None and self.cluster.running_pid() is None:
            self.say("PostgreSQL ended unexpectedly: starting it again (its recovery may take a while).")
            self.cluster.ensure_running()
            self.say("PostgreSQL answers again.")
            # Members that fell because they had no database are not weak.
            for child in self.children:
                child.falls.clear()

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self._asked_to_end.set()
