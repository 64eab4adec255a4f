"""Which strings must be translated: those of our code and templates, and the libraries' on our pages."""

from collections.abc import Iterator
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

_KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "N_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
# Our pages show these parts of the libraries; their other pages (sign-up, e-mail, the admin) are not here.
_DJANGO = ["conf", "contrib/auth", "contrib/humanize", "contrib/postgres", "contrib/contenttypes"]
_ALLAUTH = (
    "account/",
    "core/",
    "mfa/",
    "usersessions/",
    "templates/mfa/messages/",
    "templates/usersessions/",
)
_NOT_SHOWN = ("mfa/webauthn", "account/admin", "mfa/admin", "usersessions/admin", "/management/", "models.py")


def needed(package: Path, language: str) -> dict[str, str]:
    """msgid (with context) → where it stands, for everything that must read in that language."""
    return {**_libraries(language), **_ours(package)}


def _ours(package: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted(package.rglob("*.py")):
        if "migrations" not in path.parts:
            found |= dict(_messages("python", path.read_bytes(), path.relative_to(package)))
    for path in sorted([*package.rglob("templates/**/*.html"), *package.rglob("templates/**/*.txt")]):
        # Django turns a template into code; the lexer of JavaScript reads that without minding its layout.
        code = templatize(path.read_text(), origin=str(path))
        found |= dict(_messages("javascript", code.encode(), path.relative_to(package)))
    return found


def _messages(method: str, source: bytes, where: Path) -> Iterator[tuple[str, str]]:
    options = {"encoding": "utf-8"}
    for line, message, _comments, context in extract(method, BytesIO(source), _KEYWORDS, options=options):
        msgid = message[0] if isinstance(message, tuple) else message
        if msgid and msgid.strip():
            yield (f"{context}\x04{msgid}" if context else msgid), f"{where}:{line}"


def _libraries(language: str) -> dict[str, str]:
    return {**_missing_in_django(language), **_missing_in_allauth(language)}


def _missing_in_django(language: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in _DJANGO:
        folder = _root("django") / part / "locale"
        done = {_key(message) for message in _read(folder, language) if _translated(message)}
        asked = [message for message in _read(folder, "en") if message.id]
        found |= {_key(m): f"django {part}" for m in asked if _key(m) not in done}
    return found


def _missing_in_allauth(language: str) -> dict[str, str]:
    folder = _root("allauth") / "locale"
    done = {_key(message) for message in _read(folder, language) if _translated(message)}
    shown = (message for message in _read(folder, "ru") if message.id and _is_shown(message))
    return {_key(message): "allauth" for message in shown if _key(message) not in done}


def _is_shown(message: Message) -> bool:
    places = [str(place) for place, _line in message.locations]
    return any(p.startswith(_ALLAUTH) and not any(word in p for word in _NOT_SHOWN) for p in places)


def _read(folder: Path, language: str) -> Catalog:
    path = folder / language / "LC_MESSAGES" / "django.po"
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as stream:
        return read_po(stream, locale=language)


def _translated(message: Message) -> bool:
    texts = message.string if isinstance(message.string, (tuple, list)) else [message.string]
    return bool(message.id) and not message.fuzzy and all(texts)


def _key(message: Message) -> str:
    msgid = message.id[0] if isinstance(message.id, (tuple, list)) else message.id
    return f"{message.context}\x04{msgid}" if message.context else str(msgid)


def _root(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise LookupError(f"{name} is not installed")
    return Path(spec.origin).parent
