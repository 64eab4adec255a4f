"""What a new day brings to the structure: names entered beforehand begin."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from qadaga.common import clock
from qadaga.organisation import today


@transaction.atomic
def begin_names(now: datetime) -> str | None:
    """Take over the names in force on the new day."""
    changed = today.refresh_all(clock.local(now).date())
    return f"offices renamed: {changed}" if changed else None


JOBS = [begin_names]
