"""Which duties with an alarm some code raises: each is declared where its fact arises, and tested to be."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_raised: dict[str, str] = {}


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
