"""The registers of papers."""

from pathlib import Path

import pytest

from qadaga.documents import registers as module
from qadaga.documents.registers import registers


def test_every_number_names_its_office_year_and_register() -> None:
    texts = {one.number(office_code="7511", year=2026, number=7) for one in registers().values()}
    assert len(texts) == len(registers())
    assert all("7511" in text and "2026" in text and "000007" in text for text in texts)


@pytest.mark.parametrize(
    "rows",
    [
        "- {id: a, format: '{office}-{year}'}",
        "- {id: a, format: '{office}-{year}/{number}-{secret}'}",
        "- {id: a, format: '{office}-{year}/{number}'}\n- {id: a, format: 'X{office}-{year}/{number}'}",
    ],
)
def test_a_wrong_file_is_refused(rows: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "registers.yaml"
    file.write_text(rows, encoding="utf-8")
    monkeypatch.setattr(module, "_FILE", file)
    with pytest.raises(ValueError, match="register a"):
        registers.__wrapped__()
