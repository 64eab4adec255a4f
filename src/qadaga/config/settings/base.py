"""What every way of running shares. Secrets come from the environment, never from here."""

import os
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from qadaga.config import environment

PACKAGE = environment.SOURCE_ROOT / "src" / "qadaga"
STATE_DIR = environment.state_dir()

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.forms",
    # allauth's own strings and templates stand behind ours: ours come first.
    "qadaga.journal",
    "qadaga.accounts",
    "qadaga.offices",
    "qadaga.documents",
    "qadaga.workdays",
    "qadaga.staff",
    "qadaga.staff.duties",
    "qadaga.authority",
    "qadaga.authority.lists",
    "qadaga.authority.alarms",
    "qadaga.authority.uses",
    "qadaga.authority.delegations",
    "qadaga.matters",
    "qadaga.matters.norms",
    "qadaga.matters.bodies",
    "qadaga.matters.persons",
    "qadaga.acts",
    "qadaga.acts.above",
    "qadaga.acts.letters",
    "qadaga.organisation",
    "qadaga.organisation.staffing",
    "qadaga.organisation.orders",
    "qadaga.organisation.assignments",
    "qadaga.organisation.seals",
    "qadaga.organisation.collegia",
    "qadaga.organisation.restructuring",
    "qadaga.organisation.personnel",
    "qadaga.organisation.handover",
    "qadaga.organisation.careers",
    "qadaga.organisation.conduct",
    "qadaga.organisation.notices",
    "qadaga.organisation.shifts",
    "qadaga.organisation.limits",
    "qadaga.appeals",
    "qadaga.appeals.trust",
    "qadaga.appeals.summonses",
    "qadaga.coordination",
    "qadaga.coordination.plans",
    "qadaga.coordination.exchange",
    "qadaga.supervision.custody",
    "qadaga.supervision.legality",
    "qadaga.court",
    "qadaga.court.applications",
    "qadaga.supervision.inspections",
    "qadaga.supervision.offences",
    "qadaga.supervision.enforcement",
    "qadaga.supervision.pretrial",
    "qadaga.supervision.covert",
    "qadaga.supervision.statistics",
    "qadaga.supervision.gateway",
    "qadaga.treaties",
    "qadaga.reports",
    "qadaga.web",
    "qadaga.api",
    "qadaga.config",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "django_filters",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "ninja",
]

MIDDLEWARE = [
    "qadaga.config.middleware.RequestIdMiddleware",
    "django.middleware.security.SecurityMiddleware",
    # Static files are answered before anything that would touch the database.
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "qadaga.api.edge.ApiEdgeMiddleware",
    # Opens the transaction of an API call, so it stands before whatever writes.
    "qadaga.api.idempotency.IdempotencyMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "qadaga.accounts.expiry.SessionExpiryMiddleware",
    "qadaga.web.middleware.LanguageMiddleware",
    "qadaga.web.middleware.PrivateMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "qadaga.web.errors.ErrorPagesMiddleware",
    # Innermost: readings of cards are written before the answer leaves, in a transaction of their own.
    "qadaga.journal.reads.middleware",
]

ROOT_URLCONF = "qadaga.config.urls"
WSGI_APPLICATION = "qadaga.config.wsgi.application"
ASGI_APPLICATION = "qadaga.config.asgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "qadaga.web.navigation.shell",
            ],
        },
    },
]

# --- the database -------------------------------------------------------------------------------
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"


def database(address: dict[str, object], *, pool: Mapping[str, object] | None) -> dict[str, Any]:
    """Django's DATABASES entry for an address; `pool` are psycopg_pool's limits, None for no pool."""
    options: dict[str, object] = dict(address.get("OPTIONS") or {})  # type: ignore[call-overload]  # built by us
    # A statement that runs for minutes holds locks that everybody waits on: it is ended instead.
    # A statement that is kept is planned once and without its values, not five times with them first.
    bounds = {
        "statement_timeout": 60_000,
        "idle_in_transaction_session_timeout": 120_000,
        "plan_cache_mode": "force_generic_plan",
    }
    options.setdefault("options", " ".join(f"-c {name}={value}" for name, value in bounds.items()))
    # Django has the driver keep none. With this it keeps those asked for (`database.prepared`), no others.
    options.setdefault("prepare_threshold", 1_000_000_000)
    if pool is not None:
        options["pool"] = dict(pool)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "CONN_MAX_AGE": 0,
        # Without it every pooled connection gives one error after the database was restarted.
        "CONN_HEALTH_CHECKS": True,
        "ATOMIC_REQUESTS": False,
        **address,
        "OPTIONS": options,
    }


# --- who one is ---------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["qadaga.accounts.backends.Backend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username",)},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_ADAPTER = "qadaga.accounts.adapter.AccountAdapter"
# Lock-out by name is counted in a table of ours; this one slows down an address, and guesses of a code.
ACCOUNT_RATE_LIMITS = {"login_failed": "60/m/ip,10/5m/key", "login": "240/m/ip"}
# How many proxies of our own stand in front. None unless the deployment says so: the header that names the
# client's address is then looked at by nobody, so that nobody gets anything by writing it.
ALLAUTH_TRUSTED_PROXY_COUNT = environment.count("QADAGA_TRUSTED_PROXIES")
LOGIN_FAILURES = 5
LOGIN_WINDOW = timedelta(minutes=15)
# How long a one-time password waits for its first sign-in.
ONE_TIME_PASSWORD_AGE = timedelta(days=3)
LOGIN_LOCK = timedelta(minutes=15)
# A code that was read in one half minute and typed in the next is still taken (RFC 6238, 5.2).
MFA_TOTP_TOLERANCE = 1
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
USERSESSIONS_TRACK_ACTIVITY = False

# One table for sessions and one for the cache: a worker keeps no state of its own (decision 12).
SESSION_ENGINE = "qadaga.accounts.sessions"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_IDLE = timedelta(hours=1)
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "qadaga.web.errors.csrf_failure"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "shared_cache"}}

# --- languages and time -------------------------------------------------------------------------
LANGUAGE_CODE = "ru"
LANGUAGES = [("ru", _("Russian")), ("kk", _("Kazakh")), ("en", _("English"))]
LOCALE_PATHS = [PACKAGE / "locale"]
FORMAT_MODULE_PATH = ["qadaga.config.formats"]
USE_I18N = True
FORM_RENDERER = "qadaga.web.rendering.FormRenderer"
USE_TZ = True
# UTC+5 for the whole country since 1 March 2024. "Asia/Almaty" would still be UTC+6 on a machine with
# older zone data; this name means the same everywhere, and the same as `qadaga.common.clock`.
TIME_ZONE = "Etc/GMT-5"

# --- files --------------------------------------------------------------------------------------
STATIC_URL = "static/"
STATIC_ROOT = Path(os.environ.get("QADAGA_STATIC") or STATE_DIR / "static")
# The pinned front-end files that the npm step laid out; absent where no page is shown.
STATICFILES_DIRS = [folder for folder in [STATE_DIR / "frontend"] if folder.is_dir()]
DOCUMENTS_ROOT = STATE_DIR / "files"
# Bytes of one uploaded file, and of one request's fields (the API refuses larger bodies with 413).
DOCUMENT_MAX_BYTES = 50 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

# --- background work ----------------------------------------------------------------------------
TASKS: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}
}

# --- what a browser may do ----------------------------------------------------------------------
# The gallery of components (/gallery/): for those who build pages, and in the tests.
GALLERY = environment.flag("QADAGA_GALLERY")
X_FRAME_OPTIONS = "SAMEORIGIN"  # the live preview of a PDF is a frame of our own
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # it asks for DENY; see the line above
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],  # the component library draws its marks as data: images in CSS
        "font-src": [SELF],
        "connect-src": [SELF],
        "frame-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    },
}

# Demonstration people with passwords everybody knows: never in a deployment.
DEMO_ALLOWED = False

# How many months before its end the term of a post (L.2.2) is shown to whoever leads the office.
TERM_WARNING_MONTHS = environment.count("QADAGA_TERM_WARNING_MONTHS") or 6

# The gateway to outside registers (O.8.6), as supervision/gateway/contract.yaml says; none by default.
QADAGA_GATEWAY_URL, QADAGA_GATEWAY_KEY = environment.gateway()
QADAGA_GATEWAY_SECONDS = float(os.environ.get("QADAGA_GATEWAY_SECONDS", "5"))
