"""Registrations sent without pause, each until it is acknowledged: then it must be there for ever."""

import http.client
import json
import threading
import time
import uuid
from dataclasses import dataclass, field

UNTIL_ACKNOWLEDGED = 120.0
# What a server that goes down or comes up may answer; each is asked again with the same key.
PASSING = frozenset({500, 502, 503, 504})


@dataclass
class Load:
    """Several clients that register through the API; `acknowledged` are the ids they were given."""

    port: int
    token: str
    path: str
    body: dict[str, object]
    clients: int = 3
    acknowledged: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    _end: threading.Event = field(default_factory=threading.Event)
    _threads: list[threading.Thread] = field(default_factory=list)

    def begin(self) -> None:
        """Start the clients."""
        self._threads = [threading.Thread(target=self._work, args=[n]) for n in range(self.clients)]
        for thread in self._threads:
            thread.start()

    def end(self) -> None:
        """Let each client finish what it began."""
        self._end.set()
        for thread in self._threads:
            thread.join(timeout=UNTIL_ACKNOWLEDGED + 10)

    def wait_for_more(self, more: int, seconds: float = 90) -> None:
        """Return when so many more are acknowledged; fails when that takes too long."""
        wanted, deadline = len(self.acknowledged) + more, time.monotonic() + seconds
        while len(self.acknowledged) < wanted:
            assert time.monotonic() < deadline, (
                f"only {len(self.acknowledged)} of {wanted}; {self.refused[-3:]}"
            )
            time.sleep(0.05)

    def _work(self, number: int) -> None:
        count = 0
        while not self._end.is_set():
            count += 1
            self._register({**self.body, "summary": f"client {number}, registration {count}"})

    def _register(self, body: dict[str, object]) -> None:
        key, deadline = uuid.uuid4().hex, time.monotonic() + UNTIL_ACKNOWLEDGED
        while time.monotonic() < deadline:
            status, answer = self._post(key, body)
            if status == http.client.CREATED:
                self.acknowledged.append(json.loads(answer)["id"])
                return
            if status not in PASSING and status != 0:
                self.refused.append(f"{status} {answer[:500]!r}")
                return
            time.sleep(0.1)
        self.refused.append(f"never acknowledged: {key}")

    def _post(self, key: str, body: dict[str, object]) -> tuple[int, bytes]:
        """The answer, or (0, b"") when the connection broke."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request("POST", self.path, json.dumps(body), self._headers(key))
            answer = connection.getresponse()
            return answer.status, answer.read()
        except (OSError, http.client.HTTPException):
            return 0, b""
        finally:
            connection.close()

    def _headers(self, key: str) -> dict[str, str]:
        return {
            "Authorization": f"Bearer {self.token}",
            "Content-Type": "application/json",
            "Idempotency-Key": key,
        }
