"""What the registers forget with time: nameless filters after 90 days, exports after 14."""

from __future__ import annotations

from datetime import datetime, timedelta

from qadaga.authority.lists.models import ExportJob, SavedFilter
from qadaga.authority.lists.saved import KEPT_FOR

EXPORTS_KEPT = timedelta(days=14)


def forget_filters(now: datetime) -> str | None:
    """Filters nobody gave a name: they hold names and numbers of people."""
    gone, _ = SavedFilter.objects.filter(name="", created_at__lt=now - KEPT_FOR).delete()
    return f"filters forgotten: {gone}" if gone else None


def forget_exports(now: datetime) -> str | None:
    """Exports whose file nobody needs any more (the journal keeps that they were made)."""
    gone, _ = ExportJob.objects.filter(created_at__lt=now - EXPORTS_KEPT).delete()
    return f"exports forgotten: {gone}" if gone else None


JOBS = [forget_filters, forget_exports]
