"""A paper as a Word document, to be worked on. Only the task worker imports this: the library is large."""

import io
import re

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from qadaga.documents.outline import Outline, Part

_FACE = "Times New Roman"
# What XML cannot hold at all; services refuse it earlier, an old import may still carry it.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def docx(outline: Outline) -> bytes:
    """The outline as DOCX bytes, in the order of the printed paper."""
    document = Document()
    _lay_out(document)
    _head(document, outline)
    _addressee(document, outline)
    _line(document, outline.title.upper(), bold=True, align=WD_ALIGN_PARAGRAPH.CENTER)
    if outline.subject:
        _line(document, outline.subject, align=WD_ALIGN_PARAGRAPH.CENTER)
    for part in outline.parts:
        _part(document, part)
    _signature(document, outline)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _lay_out(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.8), Cm(1.5)
    section.top_margin, section.bottom_margin = Cm(1.6), Cm(2)
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FACE, Pt(13)


def _head(document: WordDocument, outline: Outline) -> None:
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    for cell, name in zip(cells, (outline.office_kk, outline.office_ru), strict=True):
        _write(cell.paragraphs[0], name.upper(), bold=True, align=WD_ALIGN_PARAGRAPH.CENTER)
    if outline.office_address:
        _line(document, outline.office_address, align=WD_ALIGN_PARAGRAPH.CENTER)
    _line(document, outline.draft or f"№ {outline.number or '______________'}")
    if outline.date:
        _line(document, outline.date)


def _addressee(document: WordDocument, outline: Outline) -> None:
    for name in outline.addressee:
        paragraph = _line(document, name, bold=True)
        paragraph.paragraph_format.left_indent = Cm(8.5)


def _part(document: WordDocument, part: Part) -> None:
    if part.kind == "items":
        for item in part.items:
            _line(document, item, style="List Number" if part.numbered else "List Bullet")
    elif part.kind == "rows":
        for label, value in part.rows:
            _line(document, f"{label}: {value}")
    elif part.kind == "table":
        for row in part.table:
            _line(document, " — ".join(row), bold=len(row) == 1)
    else:
        paragraph = _line(document, part.text, bold=part.bold, align=WD_ALIGN_PARAGRAPH.JUSTIFY)
        paragraph.paragraph_format.first_line_indent = Cm(1.25)


def _signature(document: WordDocument, outline: Outline) -> None:
    if outline.signer_post or outline.signer_name:
        cells = document.add_table(rows=1, cols=2).rows[0].cells
        _write(cells[0].paragraphs[0], outline.signer_post, bold=True)
        _write(cells[1].paragraphs[0], outline.signer_name, bold=True, align=WD_ALIGN_PARAGRAPH.RIGHT)
    if outline.executor:
        _line(document, outline.executor)


def _line(
    document: WordDocument,
    text: str,
    *,
    bold: bool = False,
    align: WD_ALIGN_PARAGRAPH | None = None,
    style: str | None = None,
) -> Paragraph:
    paragraph = document.add_paragraph(style=style)
    _write(paragraph, text, bold=bold, align=align)
    return paragraph


def _write(paragraph: Paragraph, text: str, *, bold: bool, align: WD_ALIGN_PARAGRAPH | None = None) -> None:
    paragraph.add_run(_NOT_XML.sub("", text)).bold = bold
    if align is not None:
        paragraph.alignment = align
