"""`make bench`: load, measure, print the table, keep it as JSON."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STATE = ROOT / "var" / "bench"


def main() -> int:
    """Load each stage and measure it; 0 when every promise was kept, 1 when one was not."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--stages", default="100000,1000000", help="appeals to load before each measuring")
    parser.add_argument("--registers", type=int, default=1_000_000, help="rows of each register at the end")
    parser.add_argument("--only", default="", help="measure only what has this in its name")
    parser.add_argument("--dry", action="store_true", help="keep no result file")
    options = parser.parse_args()
    os.environ["QADAGA_VAR"] = str(STATE)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qadaga.config.settings.dev")
    STATE.mkdir(parents=True, exist_ok=True)

    # The models can be imported only after the settings found the database that `prepare` makes.
    from bench import site

    cluster = site.prepare()
    try:
        from bench import report, stages

        wanted = [int(stage) for stage in options.stages.split(",") if stage]
        found = stages.run(cluster, STATE, wanted, options.registers, options.only)
    finally:
        cluster.stop()
    return report.show(found, keep=not options.dry and not options.only)


if __name__ == "__main__":
    sys.exit(main())
