"""Settings of the tests. `tests/conftest.py` puts in the database's address when a test needs one."""

import os
import tempfile
from pathlib import Path

from qadaga.config import environment
from qadaga.config.settings.base import *
from qadaga.config.settings.base import STATE_DIR, database

SECRET_KEY = "only-for-tests-0123456789-0123456789-0123456789-0123456789"
DEBUG = False
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]

# No pool: a test that opens threads closes their connections itself and sees what it leaves open.
_url = environment.database_url()
_nowhere: dict[str, object] = {"NAME": "qadaga", "HOST": "127.0.0.1", "PORT": "1"}
_address = environment.parse_database_url(_url) if _url else _nowhere
DATABASES = {"default": database(_address, pool=None)}

# The right hasher is measured elsewhere; here it would only cost seconds for each login.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "QUEUES": ["default"]}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
DOCUMENTS_ROOT = Path(tempfile.gettempdir()) / f"qadaga-test-files-{os.getpid()}"

# Nothing is collected here (files are found where they lie), but whitenoise wants a directory to exist.
STATIC_ROOT = STATE_DIR / "nothing-collected"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)

DEMO_ALLOWED = True
QADAGA_GATEWAY_KEY = "simulator"  # that of the simulator, which tests start where they need one
GALLERY = True
