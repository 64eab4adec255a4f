"""Every public error: a code for programs, a msgid for people, the data the message speaks of.

The edge (pages, API, jobs) translates `message` and fills it with `data` by `%(name)s`.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from qadaga.common.i18n import N_


def filled(message: str, data: Mapping[str, Any] | None) -> str:
    """The message, translated or not, with its placeholders filled; every edge that words errors calls this.

    Days read dd.mm.yyyy, moments with hours and minutes, several values stand with commas between.
    """
    return message % {name: _read(value) for name, value in data.items()} if data else message


def _read(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.strftime("%d.%m.%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d.%m.%Y")
    if isinstance(value, list | tuple):
        return ", ".join(str(_read(one)) for one in value)
    return value


class QadagaError(Exception):
    """What a service raises: `code`, English msgid `message`, HTTP `status`, `data` for the placeholders."""

    def __init__(self, code: str, message: str, status: int, **data: Any) -> None:
        super().__init__(code)
        self.code = code
        self.message = message
        self.status = status
        self.data = data

    def __str__(self) -> str:
        return filled(self.message, self.data)


@dataclass(frozen=True, slots=True)
class FieldError:
    """One field that cannot be taken: which, what is wrong and, in the message, what would be right."""

    field: str
    code: str
    message: str
    data: Mapping[str, Any] = dataclasses.field(default_factory=dict)

    def __str__(self) -> str:
        return filled(self.message, self.data)


class InvalidInput(QadagaError):
    """Input that cannot be taken (422); `fields` names each fault."""

    def __init__(self, *fields: FieldError) -> None:
        super().__init__(
            "invalid_input", N_("Some of what was entered cannot be taken. See the fields."), 422
        )
        self.fields = fields

    @classmethod
    def of(cls, field_name: str, code: str, message: str, **data: Any) -> "InvalidInput":
        """One fault in one field."""
        return cls(FieldError(field_name, code, message, data))

    def __str__(self) -> str:
        return "; ".join(f"{fault.field}: {fault}" for fault in self.fields)


class Problems:
    """Collects the faults of several fields, so that a person sees all of them at once."""

    def __init__(self) -> None:
        self._faults: list[FieldError] = []

    def add(self, field_name: str, code: str, message: str, **data: Any) -> None:
        """Note one fault and go on."""
        self._faults.append(FieldError(field_name, code, message, data))

    @contextmanager
    def collect(self) -> Iterator[None]:
        """Keep the faults of an InvalidInput raised inside and go on after the block."""
        try:
            yield
        except InvalidInput as error:
            self._faults.extend(error.fields)

    def check(self) -> None:
        """Raise InvalidInput with everything noted, if anything was."""
        if self._faults:
            raise InvalidInput(*self._faults)


class NotFound(QadagaError):
    """Nothing there, or nothing within the viewer's scope (404)."""

    def __init__(
        self,
        code: str = "not_found",
        message: str = N_("Nothing was found here: it does not exist, or it is outside your scope."),
        **data: Any,
    ) -> None:
        super().__init__(code, message, 404, **data)


class Conflict(QadagaError):
    """The state of things does not allow this now (409)."""

    def __init__(self, code: str, message: str, **data: Any) -> None:
        super().__init__(code, message, 409, **data)


class AlreadyDone(Conflict):
    """The same was done before: a double click or a replayed form (409)."""

    def __init__(
        self,
        code: str = "already_done",
        message: str = N_("This has been done already. Open the card to see the result."),
        **data: Any,
    ) -> None:
        super().__init__(code, message, **data)


class Stale(Conflict):
    """Somebody changed it since it was read (412); `current_version` is what it has become."""

    def __init__(self, current_version: int) -> None:
        super().__init__(
            "stale",
            N_("Somebody changed this after you opened it. Compare with what is there now and try again."),
            current_version=current_version,
        )
        self.status = 412
        self.current_version = current_version
