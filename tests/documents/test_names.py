"""File names made safe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qadaga.documents import names


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("акт.pdf", "акт.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\Шағым №1.PDF", "Шағым №1.pdf"),
        ("a\x00b\ud800c.txt", "a_bc.txt"),
        ("gpj\u202efdp.pdf", "gpjfdp.pdf"),
        (".hidden", "hidden"),
        ('a<b>"c".docx', "a_b__c_.docx"),
        ("   ", ""),
    ],
)
def test_sanitised(given_name: str, kept: str) -> None:
    assert names.sanitised(given_name) == kept


@given(st.text(st.characters(), max_size=400))
def test_any_name_becomes_short_and_writable(name: str) -> None:
    safe = names.sanitised(name)
    assert len(safe) <= names.LONGEST
    assert not set('/\\<>:"|?*\x00\r\n') & set(safe)
    safe.encode()
    assert not safe.startswith(".")
