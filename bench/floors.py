"""The floor under each figure: the same rows and pages by plain SQL, driven by the wheel's pgbench."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from pathlib import Path

from qadaga.config.postgres import Cluster, binaries


def once(cluster: Cluster, name: str, script: str, *, times: int = 200) -> float:
    """Mean milliseconds of the script's statement, asked so many times by one client."""
    return _run(cluster, name, script, "--client", "1", "--transactions", str(times))[1]


def pgbench(cluster: Cluster, name: str, script: str, *, clients: int, seconds: int) -> tuple[float, float]:
    """(statements of the script a second, mean milliseconds of one) with that many clients."""
    how = ("--client", str(clients), "--jobs", str(min(clients, 2)), "--time", str(seconds))
    return _run(cluster, name, script, *how)


def _run(cluster: Cluster, name: str, script: str, *how: str) -> tuple[float, float]:
    with tempfile.TemporaryDirectory(prefix="qadaga-bench-") as folder:
        path = Path(folder) / "script.sql"
        path.write_text(script)
        command = [
            str(binaries.program_directory() / "pgbench"), "--no-vacuum", "--file", str(path),
            *how, "--protocol", "prepared",
            "--host", str(cluster.socket_directory), "--port", "5432", "--username", "qadaga", name,
        ]  # fmt: skip
        done = subprocess.run(
            command, check=False, capture_output=True, text=True,
            env={**os.environ, "PGPASSWORD": cluster.password(), "LC_ALL": "C"},
        )  # fmt: skip
    rate = re.search(r"tps = ([\d.]+)", done.stdout)
    latency = re.search(r"latency average = ([\d.]+)", done.stdout)
    if done.returncode or rate is None or latency is None:
        raise RuntimeError(f"pgbench failed: {done.stderr[-800:]}")
    return float(rate[1]), float(latency[1])


def one_line(statement: str) -> str:
    """A statement as pgbench takes it: one line, nothing that it reads as a variable."""
    return " ".join(statement.split()).replace("::", "\x00").replace(":", " :").replace("\x00", "::") + ";\n"
