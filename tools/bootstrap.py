"""Make the checkout able to run: virtual environment, pinned requirements, front-end files, translations.

Runs on the system's Python (3.11 or newer) with the standard library only. Every step leaves a stamp made
of the hash of what it read, so that a second call returns at once: `python3 tools/bootstrap.py run|test|dev`.
"""

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
# Each set holds the one before it, so a wider installation satisfies a narrower wish.
LEVELS = ("run", "test", "dev")


class Failed(Exception):
    """A step could not be done; the message says what to do about it."""


def main(level: str) -> int:
    """Do every step that is not done yet; 0, or 1 with a plain word on standard error."""
    try:
        _check_python()
        _step("virtual environment", VENV / "pyvenv.cfg", sys.version, _make_environment)
        _requirements(level)
        _step("the qadaga command", _stamp("command"), str(ROOT), _make_command)
        _frontend()
        _translations()
        _bytecode()
    except Failed as problem:
        print(f"\nqadaga: {problem}", file=sys.stderr)
        return 1
    return 0


def _check_python() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036  # it is the system's Python that runs this
        raise Failed(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")


def _step(title: str, mark: Path, content: str, work: Callable[[], None]) -> None:
    """Do `work` unless `mark` stands (another's file) or holds the hash of `content` (a stamp of ours)."""
    digest = hashlib.sha256(content.encode()).hexdigest()
    ours = mark.name.startswith(".qadaga-")
    if mark.exists() and (not ours or mark.read_text() == digest):
        return
    with _told(title):
        work()
    if ours:
        mark.write_text(digest)


@contextmanager
def _told(title: str) -> Iterator[None]:
    print(f"  {title} … ", end="", flush=True)
    started = time.monotonic()
    try:
        yield
    except Failed:
        print("failed", flush=True)
        raise
    print(f"done in {time.monotonic() - started:.0f} s", flush=True)


def _stamp(name: str) -> Path:
    return VENV / f".qadaga-{name}"


def _call(*command: str | Path, advice: str, env: dict[str, str] | None = None) -> None:
    """Run a program quietly; its last lines and our advice are shown when it fails."""
    done = subprocess.run(
        [str(word) for word in command], cwd=ROOT, check=False, capture_output=True, text=True,
        stdin=subprocess.DEVNULL, env={**os.environ, **(env or {})},
    )  # fmt: skip
    if done.returncode != 0:
        tail = "\n".join((done.stdout + done.stderr).splitlines()[-20:])
        raise Failed(f"{advice}\n{tail}")


def _make_environment() -> None:
    advice = "The virtual environment could not be made (on Debian: apt-get install python3-venv)."
    _call(sys.executable, "-m", "venv", VENV, advice=advice)


def _requirements(level: str) -> None:
    """Install the pinned set with its hashes checked, unless it or a wider one is there."""
    wanted = {name: (ROOT / "requirements" / f"{name}.txt").read_text() for name in LEVELS}
    for wider in LEVELS[LEVELS.index(level) :]:
        stamp, digest = _stamp(wider), hashlib.sha256(wanted[wider].encode()).hexdigest()
        if stamp.exists() and stamp.read_text() == digest:
            return
    advice = "The pinned requirements could not be installed; is a Python package index reachable?"
    _step(
        f"Python packages ({level})",
        _stamp(level),
        wanted[level],
        lambda: _call(
            PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes",
            "--only-binary", ":all:", "-r", f"requirements/{level}.txt", advice=advice,
        ),
    )  # fmt: skip


def _make_command() -> None:
    """`.venv/bin/qadaga`, and the sources on the environment's path; no build, no download."""
    site = next((VENV / "lib").glob("python3.*")) / "site-packages"
    (site / "qadaga.pth").write_text(f"{ROOT / 'src'}\n")
    command = VENV / "bin" / "qadaga"
    command.write_text(f"#!{PYTHON}\nfrom qadaga.config.cli import main\n\nraise SystemExit(main())\n")
    command.chmod(0o755)


def _frontend() -> None:
    content = "".join((ROOT / name).read_text() for name in ("package.json", "package-lock.json"))
    marker = ROOT / "var" / "frontend"
    if not marker.is_dir():
        _stamp("frontend").unlink(missing_ok=True)
    advice = "The front-end packages could not be installed; is an npm registry reachable?"
    work = lambda: _call(PYTHON, "tools/frontend.py", advice=advice)  # noqa: E731  # one line, used once
    _step("front-end packages", _stamp("frontend"), content, work)


def _translations() -> None:
    """Compile the catalogues; they are read from the parts that every area keeps."""
    parts = sorted((ROOT / "src" / "qadaga" / "locale").rglob("*.[py][oa]*"))
    content = "".join(part.read_text() for part in parts if part.suffix in {".po", ".yaml"})
    script = ROOT / "tools" / "messages.py"
    if script.exists():
        work = lambda: _call(PYTHON, script, "compile", advice="The translations do not compile.")  # noqa: E731  # as above
        _step("translations", _stamp("translations"), content, work)


def _bytecode() -> None:
    """Compile the sources: where Python is told to keep none of it, every start would do it again."""
    files = sorted((ROOT / "src" / "qadaga").rglob("*.py"))
    content = "".join(f"{file} {file.stat().st_mtime_ns}" for file in files)
    advice = "The sources do not compile: they are damaged, or of another version of Python."
    work = lambda: _call(PYTHON, "-m", "compileall", "-q", "src/qadaga", advice=advice)  # noqa: E731  # as above
    _step("compiled sources", _stamp("bytecode"), content, work)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1] if len(sys.argv) > 1 else "run"))
