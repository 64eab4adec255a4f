"""Each stage: so many appeals, then every measure; at the end each register with a million rows."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from bench import growing, large_registers, loading, measures, site
from bench.measuring import Bench
from bench.report import Figure
from qadaga.config.postgres import Cluster


def run(cluster: Cluster, state: Path, stages: list[int], registers: int, only: str) -> list[Figure]:
    """The figures of every stage, in the order they were taken, then of registers with so many rows each."""
    growing.settle(cluster)
    found: list[Figure] = []
    for rows in stages:
        since = site.loaded(cluster)
        if since < rows:
            seconds = loading.load(cluster, rows=rows, since=since)
            found.append(Figure("loading", rows, "appeals/s", (rows - since) / seconds, at_least=rows / 900))
        found += _measured(cluster, state, rows, only)
    with site.served(state) as (server, _):
        found += large_registers.measure(Bench(cluster, registers, server))
    return found


def _measured(cluster: Cluster, state: Path, rows: int, only: str) -> list[Figure]:
    found: list[Figure] = []
    with site.served(state) as (server, seconds):
        found.append(Figure("start-up", rows, "s", seconds, at_most=3.0))
        bench = Bench(cluster, rows, server)
        for measure in measures.ALL:
            if only and only not in measure.__name__:
                continue
            sys.stdout.write(f"\r\033[K{rows:,}: {measure.__name__}")
            sys.stdout.flush()
            began = time.monotonic()
            found += measure(bench)
            sys.stdout.write(f", {time.monotonic() - began:.0f} s\n")
        resident, share = site.memory(server)
        # What a worker costs is its share of the pages it has in common with the others (ADR 20).
        found.append(Figure("worker memory, resident", rows, "MB", resident))
        found.append(Figure("worker memory, its share", rows, "MB", share, at_most=150.0))
    sys.stdout.write("\r\033[K")
    return found
