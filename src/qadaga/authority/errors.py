"""What is raised when the law does not allow an act."""

from __future__ import annotations

from qadaga.common.errors import QadagaError
from qadaga.common.i18n import N_
from qadaga.law.model import Ruling


class NotPermitted(QadagaError):
    """In scope, but not permitted (403); `ruling` says why, with the clauses."""

    def __init__(self, ruling: Ruling) -> None:
        super().__init__(
            "not_permitted",
            N_("You may not do this. The reasons are listed with the clauses they rest on."),
            403,
            power=ruling.power,
        )
        self.ruling = ruling
