"""The web server loads the product once, and its workers share it without sharing what must differ."""

import os
import subprocess
import sys

_LOADED = """
import sys, threading
from qadaga.config.serving import loaded
loaded()
from django.db import connections
from django.utils.translation import trans_real
import gc
print(len(threading.enumerate()), any(one.connection for one in connections.all(initialized_only=True)))
known = set(trans_real._translations) >= {"en", "kk", "ru"}
print("qadaga.web.urls" in sys.modules, known, gc.get_freeze_count() > 100_000)
"""
_FORKED = """
import os
from qadaga.common.ids import new_id
new_id()
read, write = os.pipe()
if os.fork() == 0:
    os.write(write, new_id().hex.encode())
    os._exit(0)
os.wait()
print(os.read(read, 32).decode() != new_id().hex)
"""


def _said(code: str) -> list[str]:
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "qadaga.config.settings.test"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.split()


def test_loading_starts_no_thread_and_opens_no_connection() -> None:
    assert _said(_LOADED) == ["1", "False", "True", "True", "True"]


def test_two_forks_give_out_different_identifiers() -> None:
    assert _said(_FORKED) == ["True"]
