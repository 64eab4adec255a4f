"""A malformed catalogue stops the start: one line names file, line, record and field, and nothing runs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from qadaga.law import catalogue

START = """
import sys
from pathlib import Path
from qadaga.law import catalogue
catalogue.DIRECTORY = Path(sys.argv[1])
from qadaga.config.cli import main
sys.exit(main(sys.argv[2:]))
"""


@pytest.mark.parametrize("words", [["check"], ["run", "--address", "127.0.0.1:1"]])
def test_a_broken_file_is_named_and_nothing_starts(tmp_path: Path, words: list[str]) -> None:
    for file in catalogue.DIRECTORY.glob("*.yaml"):
        shutil.copy(file, tmp_path)
    broken = tmp_path / "o2e-powers-act.yaml"
    text = broken.read_text(encoding="utf-8")
    broken.write_text(text.replace("cites: [O.15, O.12, O.4]", "cites: [O.99]"), encoding="utf-8")
    line = text[: text.index("id: act.sign\n")].count("\n") + 1
    state = {"QADAGA_VAR": str(tmp_path / "var")}
    settings = {**os.environ, **state, "DJANGO_SETTINGS_MODULE": "qadaga.config.settings.test"}
    command = [sys.executable, "-c", START, str(tmp_path), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=settings, timeout=60)
    assert done.returncode == 1
    said = done.stderr.strip().splitlines()[-1]
    assert said.startswith(f"o2e-powers-act.yaml, line {line}: record 'act.sign', field 'cites'"), said
    assert "Traceback" not in done.stderr
    # Nothing was started, not even the directory of the database; and what runs can still be ended.
    assert not (tmp_path / "var" / "postgres").exists()
    ended = subprocess.run(
        [*command[:4], "stop"], capture_output=True, text=True, check=False, env=settings, timeout=60
    )
    assert (ended.returncode, ended.stderr) == (0, "")
