"""What the passing of time brings about in the accounts."""

from datetime import datetime

from qadaga.accounts import lockout, submissions


def forget_failures(now: datetime) -> str | None:
    """Counts of failed sign-ins that no longer matter."""
    count = lockout.sweep(now)
    return f"counts of failed sign-ins forgotten: {count}" if count else None


def forget_submissions(now: datetime) -> str | None:
    """Forms that can no longer be replayed."""
    count = submissions.sweep(now)
    return f"submissions forgotten: {count}" if count else None


JOBS = [forget_failures, forget_submissions]
