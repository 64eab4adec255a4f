"""Rows of the accounts: people who sign in, their tokens, failed sign-ins and submissions done once."""

from .calendar import CalendarAddress
from .guard import LoginGuard
from .reply import IdempotentReply
from .submission import Submission
from .token import ApiToken
from .user import Language, Theme, User

__all__ = [
    "ApiToken",
    "CalendarAddress",
    "IdempotentReply",
    "Language",
    "LoginGuard",
    "Submission",
    "Theme",
    "User",
]
