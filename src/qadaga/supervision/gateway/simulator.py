"""A simulator of the gateway: keeps contract.yaml over data made up. A process of its own, standard library.

`python -m qadaga.supervision.gateway.simulator --port N`; `make run` starts it where no gateway is named.
Tests let it misbehave: be slow, refuse, redirect, break the contract.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

KEY = "simulator"
KNOWN: dict[tuple[str, str], dict[str, str]] = {
    ("persons", "850725400331"): {
        "full_name": "Ахметова Динара Сериковна",
        "birth_date": "1985-07-25",
        "address": "Кокшетау, улица Абая, 10",
    },
    ("persons", "050312600511"): {
        "full_name": "Ким Олег",
        "birth_date": "2005-03-12",
        "death_date": "2026-01-15",
    },
    ("special/convicted", "850725400331"): {
        "full_name": "Ахметова Динара Сериковна",
        "status": "не судима: судимость погашена",
        "registered_on": "2011-03-02",
    },
    ("special/admin_offences", "850725400331"): {
        "full_name": "Ахметова Динара Сериковна",
        "status": "административное взыскание исполнено",
        "registered_on": "2024-05-14",
    },
    ("organisations", "230140001236"): {
        "name": "ТОО «Сарыарқа Құрылыс»",
        "head": "Ахметова Динара Сериковна",
        "status": "действует",
        "registered_on": "2023-01-10",
    },
}


class Simulator(ThreadingHTTPServer):
    """The server; `mood` is how it behaves: "" well, or the name of a fault."""

    daemon_threads = True

    def __init__(self, port: int = 0, mood: str = "") -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.mood = mood

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Whoever asked may hang up before the answer is out: that is theirs to tell of."""

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.server_address[1]}"


@contextmanager
def serving() -> Iterator[Simulator]:
    """A simulator on a free port of the loopback, for as long as the block lasts."""
    with Simulator() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


class Handler(BaseHTTPRequestHandler):
    """One question and its answer."""

    server: Simulator

    def do_POST(self) -> None:
        """Answer what the contract says, or as the mood is."""
        question = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))))
        if self.headers.get("Authorization") != f"Bearer {KEY}":
            self._send(403, b"")
            return
        mood = getattr(self, f"_{self.server.mood}", None)
        if mood is None:
            self._send(200, json.dumps(answer_to(question), ensure_ascii=False).encode())
        else:
            mood(question)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: numbers of people must not stand in a log."""

    def _slow(self, question: dict[str, str]) -> None:
        time.sleep(1.5)
        self._send(200, json.dumps(answer_to(question)).encode())

    def _down(self, _question: dict[str, str]) -> None:
        self._send(503, b"")

    def _busy(self, _question: dict[str, str]) -> None:
        self._send(429, b"")

    def _elsewhere(self, _question: dict[str, str]) -> None:
        self._send(302, b"", ("Location", "http://127.0.0.1:1/"))

    def _huge(self, _question: dict[str, str]) -> None:
        self._send(200, b'"' + b"x" * 100_000 + b'"')

    def _garbage(self, _question: dict[str, str]) -> None:
        self._send(200, b"\xff\xfe<html>")

    def _another(self, question: dict[str, str]) -> None:
        self._send(200, json.dumps({**answer_to(question), "id": "another"}).encode())

    def _hostile(self, question: dict[str, str]) -> None:
        fact = {"name": "full_name", "value": "a\x00b"}
        self._send(200, json.dumps({"id": question["id"], "found": True, "facts": [fact]}).encode())

    def _send(self, status: int, words: bytes, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in (*headers, ("Content-Length", str(len(words)))):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(words)


def answer_to(question: dict[str, str]) -> dict[str, Any]:
    """What the made-up registers know."""
    register = "/".join(part for part in (question["register"], question.get("record")) if part)
    known = KNOWN.get((register, question["number"]), {})
    facts = [{"name": name, "value": value} for name, value in known.items()]
    return {"id": question["id"], "found": bool(facts), "facts": facts}


def main(words: list[str]) -> None:
    """Serve until told to end."""
    parser = argparse.ArgumentParser(description="Simulate the gateway to outside registers.")
    parser.add_argument("--port", type=int, required=True)
    with Simulator(parser.parse_args(words).port) as server:
        server.serve_forever()


if __name__ == "__main__":
    main(sys.argv[1:])
