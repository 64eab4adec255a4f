"""What a term that cannot be worked out raises."""

from typing import Any

from qadaga.common.errors import QadagaError


class TermError(QadagaError):
    """Events that make no term, or days no calendar knows (422): `code` says which."""

    def __init__(self, code: str, message: str, **data: Any) -> None:
        super().__init__(code, message, 422, **data)
