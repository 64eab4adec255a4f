"""Settings of `make run`: one machine, loopback only, the embedded PostgreSQL, secrets made on the spot."""

from qadaga.config import environment, logs
from qadaga.config.postgres import embedded
from qadaga.config.settings.base import *
from qadaga.config.settings.base import STATE_DIR, database

SECRET_KEY = environment.local_secret("django")
DEBUG = environment.flag("QADAGA_DEBUG")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]

_url = environment.database_url()
_address = environment.parse_database_url(_url) if _url else embedded().address("qadaga")
# At least one connection for each web thread, or requests wait for one another's (decision 2).
DATABASES = {"default": database(_address, pool={"min_size": 1, "max_size": 12, "timeout": 15})}

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True

LOGGING = logs.configure(as_json=False)

# Nothing is collected here (files are found where they lie), but whitenoise wants a directory to exist.
STATIC_ROOT = STATE_DIR / "nothing-collected"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)

DEMO_ALLOWED = True
