"""Each test of documents has a storage of its own."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_storage(settings: object, tmp_path: Path) -> Path:
    """An empty folder for the bytes of this test alone."""
    settings.DOCUMENTS_ROOT = tmp_path  # type: ignore[attr-defined]  # pytest-django's settings wrapper
    return tmp_path
