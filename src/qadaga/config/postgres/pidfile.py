"""What `postmaster.pid` says, and whether it can be believed."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Postmaster:
    """The server a data directory's pid file names."""

    pid: int
    data: Path

    @classmethod
    def read(cls, data: Path) -> "Postmaster | None":
        """The recorded server, or None when there is no readable record."""
        try:
            first = (data / "postmaster.pid").read_text().split("\n", 1)[0]
            return cls(pid=int(first), data=data)
        except (FileNotFoundError, ValueError):
            return None

    def alive(self) -> bool:
        """Whether that process runs now and is a postgres on this very directory.

        After a crash of the machine the number may belong to anybody: then the record is stale.
        """
        try:
            words = Path(f"/proc/{self.pid}/cmdline").read_bytes().split(b"\0")
        except (FileNotFoundError, ProcessLookupError):
            return False
        return bool(words[0]) and b"postgres" in words[0] and str(self.data).encode() in words


def drop_stale(data: Path) -> bool:
    """Remove a pid file whose process is gone or is somebody else; True when one was removed."""
    record = Postmaster.read(data)
    if record is None or record.alive():
        return False
    (data / "postmaster.pid").unlink(missing_ok=True)
    return True
