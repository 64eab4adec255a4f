"""A task that only tests have: it tells when it begins and when it is through."""

import time
from pathlib import Path

from django_tasks import task


@task()
def slow(path: str, seconds: float) -> None:
    """Write "began" to the file, and "through" after so many seconds."""
    log = Path(path)
    with log.open("a") as stream:
        stream.write("began\n")
    time.sleep(seconds)
    with log.open("a") as stream:
        stream.write("through\n")
