"""What time brings about for files."""

from datetime import datetime, timedelta

from qadaga.documents import storage

# No upload takes that long; what is older was left by a process that was killed.
_UNFINISHED_KEPT = timedelta(hours=24)


def forget_unfinished(now: datetime) -> str | None:
    """Remove the remains of uploads that never ended."""
    removed = storage.forget_incoming(now - _UNFINISHED_KEPT)
    return f"unfinished uploads removed: {removed}" if removed else None


JOBS = [forget_unfinished]
