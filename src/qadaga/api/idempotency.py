"""Idempotency-Key: a POST that is sent again gets the first answer and does nothing twice.

The key's row, the change and the stored answer are one transaction. A second request with the same key
waits on the unique index until the first has committed; when the first failed, its row is gone and the second
is carried out.

Answers hold names and numbers of people, so they are kept sealed and only a working day long (`sealing`).
"""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import RequestDataTooBig
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from qadaga.accounts.models import IdempotentReply
from qadaga.api.auth import is_known
from qadaga.api.problems import problem, say, unknown_caller
from qadaga.api.sealing import seal, unseal
from qadaga.common.clock import now
from qadaga.common.i18n import N_

PREFIX = "/api/v1/"
ONLY_READ = "only_read"
"""The attribute that marks the answer to a POST that asks and changes nothing. No header says it: every
private answer has the same ones, and an answer taken for a question would be undone.
"""
# A working day: what is sent again later is a new request.
KEEP = timedelta(hours=12)
_KEY = re.compile(r"[\x21-\x7e]{8,128}")
_KEPT = ("Content-Type", "ETag", "Location")
_CLAIM = """
INSERT INTO accounts_idempotentreply (owner, key, fingerprint, status, headers, body, created_at)
VALUES (%s, %s, %s, 0, '{}', '', %s) ON CONFLICT (owner, key) DO NOTHING
"""


class IdempotencyMiddleware:
    """Requires and honours Idempotency-Key on every POST of the API."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method != "POST" or not request.path.startswith(PREFIX):
            return self.get_response(request)
        key = request.headers.get("Idempotency-Key", "")
        if not _KEY.fullmatch(key):
            return problem(
                400,
                code="idempotency_key_required",
                detail=say(
                    N_("Send an Idempotency-Key header of 8 to 128 visible characters, new for each request.")
                ),
            )
        try:
            return self._once(request, key)
        except RequestDataTooBig:
            return problem(413)

    def _once(self, request: HttpRequest, key: str) -> HttpResponse:
        sent = _Sent.of(request, key)
        with transaction.atomic():
            if not _claim(sent):
                return _replayed(request, sent)
            answer = self.get_response(request)
            # What failed may be tried again; what only reads need not be kept, and may hold names.
            if answer.status_code >= 400 or getattr(answer, ONLY_READ, False):
                transaction.set_rollback(True)
            else:
                _keep(sent, answer)
            return answer


def sweep(at: datetime) -> int:
    """Delete answers older than that; returns how many (for the clockwork)."""
    return IdempotentReply.objects.filter(created_at__lt=at - KEEP).delete()[0]


@dataclass(frozen=True, slots=True)
class _Sent:
    """A request that may be sent again: the secrets it came with, and the digests that are kept of it."""

    secret: bytes
    token: bytes
    fingerprint: str

    @classmethod
    def of(cls, request: HttpRequest, key: str) -> "_Sent":
        token = request.headers.get("Authorization", "").encode("utf-8", "replace")
        return cls(key.encode("ascii"), token, _fingerprint(request))

    @property
    def owner(self) -> str:
        """What stands for the caller: the token stands for its owner."""
        return _digest(self.token)

    @property
    def key(self) -> str:
        """What stands for the Idempotency-Key."""
        return _digest(b"key", self.secret)

    @property
    def secrets(self) -> dict[str, bytes]:
        """What seals the answer."""
        return {"key": self.secret, "token": self.token, "about": self.fingerprint.encode("ascii")}


def _digest(*parts: bytes) -> str:
    total = hashlib.sha256()
    for part in parts:
        total.update(len(part).to_bytes(8, "big") + part)
    return total.hexdigest()


def _fingerprint(request: HttpRequest) -> str:
    # An upload is streamed to its file, never held in memory: its length stands for it.
    upload = request.content_type == "multipart/form-data"
    body = request.headers.get("Content-Length", "").encode() if upload else request.body
    parts = (request.get_full_path(), request.headers.get("If-Match", ""))
    return _digest(*(part.encode("utf-8", "replace") for part in parts), body)


def _claim(sent: _Sent) -> bool:
    """Take the key; False when an earlier request has it. Waits while that request is under way."""
    with connection.cursor() as cursor:
        cursor.execute(_CLAIM, [sent.owner, sent.key, sent.fingerprint, now()])
        return bool(cursor.rowcount)


def _replayed(request: HttpRequest, sent: _Sent) -> HttpResponse:
    """The first answer; 422 when the key came with another request, 401 when the token has ended since."""
    if not is_known(request):
        return unknown_caller()
    first = IdempotentReply.objects.get(owner=sent.owner, key=sent.key)
    body = unseal(bytes(first.body), **sent.secrets) if first.fingerprint == sent.fingerprint else None
    if body is None:
        return problem(
            422,
            code="idempotency_key_reused",
            detail=say(N_("This Idempotency-Key was used for another request. Send a new key.")),
        )
    answer = HttpResponse(body, status=first.status)
    for name, value in first.headers.items():
        answer[name] = value
    answer["Idempotent-Replayed"] = "true"
    return answer


def _keep(sent: _Sent, answer: HttpResponse) -> None:
    headers = {name: answer[name] for name in _KEPT if name in answer}
    IdempotentReply.objects.filter(owner=sent.owner, key=sent.key).update(
        status=answer.status_code, headers=headers, body=seal(answer.content, **sent.secrets)
    )
