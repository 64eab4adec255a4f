"""Papers as Word documents."""

import io

import pytest
from docx import Document

from qadaga.documents import render
from qadaga.documents.forms import forms
from tests.documents.test_render import filled


@pytest.mark.parametrize("form", sorted(forms()))
def test_every_form_opens_as_a_document_and_says_the_same(form: str) -> None:
    data = filled(form, "kk") | {"signer_post": "Аудан прокуроры", "signer_name": "Қ. Өтегенұлы"}
    document = Document(io.BytesIO(render.docx(form, data)))
    said = "\n".join(
        [paragraph.text for paragraph in document.paragraphs]
        + [cell.text for table in document.tables for cell in table.rows[0].cells]
    )
    assert "АЛМАТЫ ҚАЛАСЫ" in said
    assert "әіңғүұқөһ" in said
    assert "Қ. Өтегенұлы" in said


def test_what_xml_cannot_hold_is_left_out() -> None:
    data = filled("letter", "ru") | {"text": "a\0b\x07c\ud800d"}
    document = Document(io.BytesIO(render.docx("letter", data)))
    assert "abcd" in [paragraph.text for paragraph in document.paragraphs]
