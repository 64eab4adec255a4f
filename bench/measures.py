"""What is measured, each beside its floor."""

from __future__ import annotations

from bench.report import Figure
from qadaga.config.postgres import Cluster


class Bench:
    """What every measure needs: the database, how much is in it, and who looks."""

    def __init__(self, cluster: Cluster, rows: int) -> None:
        self.cluster, self.rows = cluster, rows


ALL: list = []
__all__ = ["ALL", "Bench", "Figure"]
