"""A small catalogue for tests of loading: a directory that a test can spoil."""

from pathlib import Path
from textwrap import dedent

T = "{ru: р, kk: қ, en: e}"
BASE = f"""
sources:
  - {{id: S, kind: normative, title: {T}}}
editions:
  - {{id: S@1, source: S, valid_from: 2017-01-01, title: {T}}}
provisions:
  - {{id: S.1, title: {T}}}
  - {{id: S.2, title: {T}}}
subjects:
  - {{id: none, cites: [S.1], title: {T}}}
  - {{id: act, cites: [S.1], title: {T}}}
posts:
  - {{id: head, cites: [S.1], heads: true, staff: officer, levels: [3], appointed_by: unverified, title: {T}}}
  - {{id: clerk, cites: [S.1], staff: employee, levels: [3], appointed_by: unverified, title: {T}}}
powers:
  - id: act.sign
    cites: [S.1]
    title: {T}
    conditions:
      - {{about: [act], cite: S.1}}
      - {{posts: {{heads: true}}, cite: S.2}}
"""


def write(folder: Path, *texts: str) -> Path:
    """The base catalogue and more files after it; returns the folder."""
    for place, text in enumerate((BASE, *texts)):
        (folder / f"{place}.yaml").write_text(dedent(text), encoding="utf-8")
    return folder
