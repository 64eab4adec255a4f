"""Which duties with an alarm some code raises: each is declared where its fact arises, and tested to be."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_raised: dict[str, str] = {}

SHOWN: dict[str, str] = {
    "duty.control": "watch",
    "duty.familiarise": "read",
    "duty.protect_rights": "Appeals to decide on",
    "duty.show_materials": "materials",
    "duty.keep_safe": "inspection_documents",
    "duty.improve": "review_due",
    "duty.other": "duty_mine",
    "duty.refer": "inbox",
    "duty.four_results": "My matters in work",
    "duty.tell_other_office": "tell_office",
    "duty.respond": "respond",
    "duty.publish": "publish",
}
"""Duties without an alarm, and the section of the first page where what is to be done stands."""
ON_CARD: dict[str, str] = {
    "duty.declare_conflict": "nobody but the person knows the fact: the card of each matter offers it",
    "duty.report_interference": "nobody but the person knows the fact: the page of conduct offers the report",
}
"""Duties without an alarm that stand on a card only, and why."""


def raises(duty: str) -> Callable[[T], T]:
    """Declares that the function raises the alarm of this duty when its fact arises."""

    def note(function: T) -> T:
        name: str = function.__qualname__  # type: ignore[attr-defined]  # functions have one, T may be anything
        _raised[duty] = f"{function.__module__}.{name}"
        return function

    return note


def raised() -> dict[str, str]:
    """The duties that code raises, and which code."""
    return dict(_raised)
