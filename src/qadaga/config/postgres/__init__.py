"""The embedded PostgreSQL: the wheel's binaries under our own small supervisor (decision 2)."""

from pathlib import Path

from qadaga.config import environment
from qadaga.config.postgres.cluster import Cluster, ClusterError

__all__ = ["Cluster", "ClusterError", "embedded"]


def embedded(directory: Path | None = None, *, durable: bool = True) -> Cluster:
    """The cluster of this checkout (or of `directory`); nothing is started by asking for it."""
    return Cluster(directory or environment.state_dir() / "postgres", durable=durable)
