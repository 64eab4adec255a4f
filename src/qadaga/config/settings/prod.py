"""Settings of a deployment: every secret and address comes from the environment, or nothing starts."""

import os

from qadaga.config import environment, logs
from qadaga.config.settings.base import *
from qadaga.config.settings.base import database

SECRET_KEY = environment.required("QADAGA_SECRET_KEY")
DEBUG = False
ALLOWED_HOSTS = environment.required("QADAGA_HOSTS").split(",")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]

_pool = {"min_size": 2, "max_size": int(os.environ.get("QADAGA_POOL", "12")), "timeout": 15}
DATABASES = {
    "default": database(
        environment.parse_database_url(environment.required("QADAGA_DATABASE_URL")), pool=_pool
    )
}

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Only HTTPS, behind a proxy that says so.
SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True

LOGGING = logs.configure(as_json=True)
