"""The gateway's client: one question out, one answer in, nothing believed that does not keep the contract.

contract.yaml is the contract. A redirect is not followed, an answer is read up to a limit and a time only.
"""

import json
import time
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import Any
from urllib.parse import urlsplit

from qadaga.common.errors import QadagaError
from qadaga.common.text import clean
from qadaga.supervision.gateway.choices import Fault

MOST_BYTES = 64_000
MOST_FACTS = 60
CHUNK = 4_096
FACTS = frozenset(
    {"full_name", "birth_date", "death_date", "address", "name", "head", "status", "registered_on"}
)


class NoAnswer(Exception):
    """There is no answer that could be kept; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Gateway:
    """Where the gateway is, the key it knows us by, how many seconds one question may take in all."""

    url: str
    key: str
    seconds: float = 5.0

    def ask(self, question: dict[str, str]) -> tuple[bool, str]:
        """Whether anything is known, and the answer word for word. Raises NoAnswer."""
        try:
            words = self._fetch(json.dumps(question).encode())
        except TimeoutError as error:
            raise NoAnswer(Fault.TIMEOUT) from error
        except (OSError, HTTPException) as error:
            raise NoAnswer(Fault.UNREACHABLE) from error
        return _checked(words, question["id"])

    def _fetch(self, body: bytes) -> bytes:
        deadline = time.monotonic() + self.seconds
        place = urlsplit(self.url)
        kind = HTTPSConnection if place.scheme == "https" else HTTPConnection
        connection = kind(place.hostname or "", place.port, timeout=self.seconds)
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self.key}"}
        try:
            connection.request("POST", f"{place.path}/v1/lookups", body, headers)
            with connection.getresponse() as answer:
                if answer.status != 200:
                    refused = answer.status in (401, 403, 429)
                    raise NoAnswer(Fault.REFUSED if refused else Fault.UNREACHABLE)
                return _read(answer, deadline)
        finally:
            connection.close()


def _read(answer: HTTPResponse, deadline: float) -> bytes:
    """A server that drips a byte at a time keeps the limit of each read, but not that of the whole."""
    words = b""
    while chunk := answer.read1(CHUNK):
        words += chunk
        if len(words) > MOST_BYTES:
            raise NoAnswer(Fault.BAD_ANSWER)
        if time.monotonic() > deadline:
            raise TimeoutError
    return words


def _checked(words: bytes, asked: str) -> tuple[bool, str]:
    try:
        text = words.decode()
        answer = json.loads(text)
        keeps = _keeps(answer, asked)
    except (ValueError, RecursionError, QadagaError) as error:
        raise NoAnswer(Fault.BAD_ANSWER) from error
    if not keeps:
        raise NoAnswer(Fault.BAD_ANSWER)
    return answer["found"], json.dumps(answer, ensure_ascii=False, sort_keys=True)


def _keeps(answer: Any, asked: str) -> bool:
    if not isinstance(answer, dict) or set(answer) != {"id", "found", "facts"}:
        return False
    facts = answer["facts"]
    if answer["id"] != asked or not isinstance(answer["found"], bool) or not isinstance(facts, list):
        return False
    return len(facts) <= MOST_FACTS and bool(facts) == answer["found"] and all(map(_fact, facts))


def _fact(fact: Any) -> bool:
    if not isinstance(fact, dict) or set(fact) != {"name", "value"} or not isinstance(fact["name"], str):
        return False
    if fact["name"] not in FACTS or not isinstance(fact["value"], str):
        return False
    return (
        clean(fact["value"], field="value", max_length=500, multiline=False, required=True) == fact["value"]
    )
