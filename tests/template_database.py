"""A database of its own for each test run, copied from one that was migrated once.

Migrating takes many seconds, copying a tenth of one. The template is named by the hash of everything that
migrations are made of, so a changed migration makes a new one. One that only lacks new migrations is where
the next begins: whoever writes a migration waits for that one alone.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
from django.core.management import call_command
from django.db import connections
from psycopg import sql

from qadaga.config import environment

SOURCES = environment.SOURCE_ROOT / "src" / "qadaga"
Server = psycopg.Connection[tuple[object, ...]]


@contextmanager
def fresh(server: Server) -> Iterator[None]:
    """Django's default connection on a fresh, migrated database for the time of the block."""
    parts = _parts()
    template = f"tmpl_{_hash(json.dumps(parts).encode())}"
    # Parallel runs wait for the first one's template instead of migrating beside it.
    server.execute("SELECT pg_advisory_lock(20300, 2)")
    if not _exists(server, template):
        _build(server, template, parts)
    server.execute("SELECT pg_advisory_unlock(20300, 2)")
    name = f"test_q{os.getpid()}"
    _copy(server, template, name)
    try:
        _use(name)
        yield
    finally:
        connections.close_all()
        _run(server, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


def drop_left_behind(server: Server) -> None:
    """Databases of runs that were killed; a living run's process is alive."""
    for (name,) in server.execute(
        "SELECT datname FROM pg_database WHERE datname ~ '^test_[qb][0-9]+$'"
    ).fetchall():
        if not Path(f"/proc/{str(name)[6:]}").exists():
            _run(server, "DROP DATABASE IF EXISTS {} WITH (FORCE)", str(name))


def _build(server: Server, template: str, parts: dict[str, str]) -> None:
    """Migrate under a name of our own; only a finished one gets the template's name."""
    draft = f"test_b{os.getpid()}"
    base = _begun(server, parts)
    _copy(server, base or "template0", draft)
    _use(draft)
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    connections.close_all()
    server.execute(
        sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(draft), sql.Literal(json.dumps(parts)))
    )
    with suppress(psycopg.errors.DuplicateDatabase):  # another run was faster: its template is the same
        _run(server, "ALTER DATABASE {} RENAME TO {}", draft, template)
    _drop_old_templates(server, {template, base})


def _templates(server: Server) -> dict[str, dict[str, str]]:
    """The parts each template was made of."""
    found = server.execute(
        "SELECT datname, shobj_description(oid, 'pg_database') FROM pg_database WHERE datname ~ '^tmpl_'"
    ).fetchall()
    return {str(name): json.loads(str(parts)) if parts else {} for name, parts in found}


def _begun(server: Server, parts: dict[str, str]) -> str | None:
    """The template that lacks the fewest of the migrations and has nothing else, if there is one."""
    rest = {name for name in parts if "/migrations/" not in name}
    fit = {
        name: len(of)
        for name, of in _templates(server).items()
        if rest <= of.keys() and of.items() <= parts.items()
    }
    return max(fit, key=fit.__getitem__, default=None)


def _drop_old_templates(server: Server, kept: set[str | None]) -> None:
    for name in _templates(server).keys() - kept:
        with suppress(psycopg.errors.ObjectInUse):
            _run(server, "DROP DATABASE IF EXISTS {}", name)


def _copy(server: Server, template: str, name: str) -> None:
    _run(server, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
    _run(server, "CREATE DATABASE {} TEMPLATE {} ENCODING 'UTF8'", name, template)


def _use(name: str) -> None:
    connection = connections["default"]
    connection.close()
    connection.settings_dict["NAME"] = name


def _exists(server: Server, name: str) -> bool:
    return server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def _run(server: Server, statement: str, *names: str) -> None:
    server.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def _parts() -> dict[str, str]:
    """Hashes by path: the migrations, our modules they import, SQL files, the pinned packages."""
    migrations = sorted(SOURCES.glob("**/migrations/*.py"))
    pins = environment.SOURCE_ROOT / "requirements" / "run.txt"
    files = [*migrations, *sorted(SOURCES.glob("**/*.sql")), *_imported(migrations), pins]
    return {str(path.relative_to(environment.SOURCE_ROOT)): _hash(path.read_bytes()) for path in files}


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def _imported(migrations: list[Path]) -> list[Path]:
    found = set()
    for migration in migrations:
        for module in re.findall(r"(?:from|import) qadaga\.([\w.]+)", migration.read_text()):
            path = SOURCES / module.replace(".", "/")
            found |= {place for place in (path.with_suffix(".py"), path / "__init__.py") if place.exists()}
    return sorted(found)
