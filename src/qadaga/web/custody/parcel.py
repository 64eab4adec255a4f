"""What a device sends of a kept check list, read from its JSON; the services check what it says."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from qadaga.common import clock
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.matters import dates
from qadaga.supervision.custody import services

# More entries than any list has points, or than anybody finds on one visit.
MOST = 200
Given = Mapping[str, Any]


def parcel_of(sent: bytes) -> services.Parcel:
    """The parcel; InvalidInput where it is none."""
    try:
        raw = json.loads(sent)
        return services.Parcel(
            device_now=_moment(raw["device_now"]),
            begun_at=_moment(raw["begun_at"]) if raw.get("begun_at") else None,
            found=tuple(_found(one) for one in raw["found"][:MOST]),
            answers=tuple(_answer(one) for one in raw["answers"][:MOST]),
            whole=raw["whole"] is True,
            list_version=str(raw.get("list_version", ""))[:20],
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InvalidInput.of(
            "parcel", "unreadable", N_("What the device sent cannot be read. Open its page and send again.")
        ) from error


def _answer(one: Given) -> services.SaidEntry:
    answered = services.Answered(str(one["verdict"]), str(one["remark"]))
    over = max(0, min(int(one["over"]), 1_000_000))
    return services.SaidEntry(
        UUID(one["key"]), _moment(one["device_at"]), str(one["item"])[:40], answered, over
    )


def _found(one: Given) -> services.FoundEntry:
    values: dict[str, Any] = {name: str(one[name]) for name in ("wrong", "name", "paper", "why", "iin")}
    values["born"] = str(one.get("born", ""))
    values |= {"held_since": _moment(one["held_since"]), "minor": one["minor"] is True}
    found = services.Found(**values)
    return services.FoundEntry(UUID(one["key"]), _moment(one["device_at"]), found)


def _moment(value: str) -> datetime:
    """An hour without a zone, as a field of a form has it, is the country's."""
    moment = dates.moment("moment", datetime.fromisoformat(value))
    return moment if moment.tzinfo else moment.replace(tzinfo=clock.ZONE)
