"""What the surroundings say: environment variables, the state directory and the private secrets in it.

Nothing here is Django: the supervisor, the tests and the settings all read the same few functions.
"""

import json
import os
import secrets
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

SOURCE_ROOT = Path(__file__).resolve().parents[3]


def state_dir() -> Path:
    """The directory everything that is kept lives in: `QADAGA_VAR`, else `var` beside the checkout."""
    named = os.environ.get("QADAGA_VAR")
    if named:
        return Path(named).resolve()
    checkout = (SOURCE_ROOT / "pyproject.toml").exists()
    return (SOURCE_ROOT if checkout else Path.cwd()) / "var"


def database_url() -> str | None:
    """The server that `QADAGA_DATABASE_URL` names, or None when the embedded one is to be used."""
    return os.environ.get("QADAGA_DATABASE_URL") or None


def parse_database_url(url: str) -> dict[str, object]:
    """Django's connection settings for `postgresql://user:password@host:port/name?option=value`.

    Raises ValueError for any other scheme: there is no second database.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ValueError("QADAGA_DATABASE_URL must begin with postgresql://")
    options = dict(parse_qsl(parts.query))
    host = options.pop("host", None) or unquote(parts.hostname or "")
    return {
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(options),
    }


def our_sources() -> dict[str, str]:
    """What a child process needs in its environment to import this very product."""
    before = os.environ.get("PYTHONPATH")
    ours = str(Path(__file__).resolve().parents[2])
    return {"PYTHONPATH": os.pathsep.join([ours, before] if before else [ours])}


def flag(name: str, *, default: bool = False) -> bool:
    """Whether an environment variable says yes."""
    value = os.environ.get(name)
    return default if value is None else value.strip().lower() in {"1", "true", "yes", "on"}


def count(name: str, *, default: int = 0) -> int:
    """A number from 0 on that an environment variable gives; ValueError with a plain word otherwise."""
    value = (os.environ.get(name) or str(default)).strip()
    if not (value.isascii() and value.isdigit()):
        raise ValueError(f"{name} must be a number from 0 on")
    return int(value)


def required(name: str) -> str:
    """An environment variable that a deployment must give; raises KeyError with a plain word."""
    value = os.environ.get(name)
    if not value:
        raise KeyError(
            f"{name} must be set in the environment: production keeps no secrets in files of its own"
        )
    return value


def gateway() -> tuple[str, str]:
    """Where the gateway to outside registers is and the key it knows us by; both empty where there is none.

    Raises ValueError where an address is given without a key: no key is guessed for an outside register.
    """
    url, key = os.environ.get("QADAGA_GATEWAY_URL", ""), os.environ.get("QADAGA_GATEWAY_KEY", "")
    if url and not key:
        raise ValueError(
            "QADAGA_GATEWAY_URL names a gateway to outside registers, so QADAGA_GATEWAY_KEY must be set too:"
            " the key that its operator gave this service"
        )
    return url, key


def local_secret(name: str) -> str:
    """A secret of this machine, made once and kept in a file only its owner can read.

    Only the development settings use it; production takes secrets from the environment.
    """
    path = state_dir() / "secrets.json"
    known: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
    if name not in known:
        known[name] = secrets.token_urlsafe(48)
        write_private(path, json.dumps(known))
    return known[name]


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(path)
