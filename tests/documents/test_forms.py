"""The file of forms."""

from pathlib import Path

import pytest

from qadaga.documents import forms as module
from qadaga.documents.forms import LANGUAGES, forms


@pytest.mark.parametrize("form", sorted(forms()))
def test_kazakh_wording_is_not_the_russian_one(form: str) -> None:
    """Names and field-only titles may agree; sentences may not."""
    for block in forms()[form].blocks:
        if block.kind == "text":
            assert block.content["ru"] != block.content["kk"]


@pytest.mark.parametrize("form", sorted(forms()))
def test_every_layout_is_there(form: str) -> None:
    assert (Path(module.__file__).parent / "layouts" / f"{forms()[form].layout}.typ").is_file()


@pytest.mark.parametrize("bad", [{"ru": "x"}, {"ru": "x", "kk": "y", "en": "z"}])
def test_wording_in_other_than_both_languages_is_refused(bad: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="wording is needed in"):
        module._both(bad, "act")
    assert LANGUAGES == ("ru", "kk")


@pytest.mark.parametrize("row", [{}, {"text": {"ru": "x", "kk": "y"}, "items": "z"}, {"picture": "x"}])
def test_a_block_of_no_one_kind_is_refused(row: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="a block must be one of"):
        module._block(row, "act")
