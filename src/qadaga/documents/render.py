"""Papers as PDF/A and DOCX, and QR codes. The same data gives the same bytes, whenever and wherever.

What people typed reaches the typesetter as JSON data and never as its source, so no text can be a command.
"""

import json
import threading
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any, Literal

import segno
import typst

from qadaga.common import clock
from qadaga.documents.forms import Form, forms
from qadaga.documents.glyphs import FONTS, showable
from qadaga.documents.outline import Outline, compose

_LAYOUTS = Path(__file__).with_name("layouts")
_STANDARD: Literal["a-2b"] = "a-2b"
# A draft has no day yet; any fixed moment will do, as long as it is the same for equal drafts.
_NO_DAY = date(2000, 1, 1)
_own = threading.local()


def pdf(template: str, data: Mapping[str, Any]) -> bytes:
    """The form `template` of `forms.yaml`, filled with `data`, as PDF/A-2b.

    Raises KeyError for an unknown form, ValueError for data the form lacks or does not know.
    """
    form = forms()[template]
    outline = compose(form, data)
    return _compiled(form, outline, data.get("date"))


def docx(template: str, data: Mapping[str, Any]) -> bytes:
    """The same paper as a Word document, to be worked on. For the task worker: it loads a large library."""
    # Loaded here on purpose: a web worker that imports this module must stay small.
    from qadaga.documents import word

    return word.docx(compose(forms()[template], data))


def qr_svg(text: str) -> str:
    """A QR code of the text as an SVG element, with a quiet zone, black on nothing."""
    return segno.make(text, error="m", micro=False).svg_inline(border=2, scale=4, lineclass=None)


def _compiled(form: Form, outline: Outline, day: object) -> bytes:
    values = _shown(asdict(outline))
    values["qr"] = segno.make(outline.qr, error="m", micro=False).svg_inline(border=0) if outline.qr else ""
    compiled = _compiler().compile(
        input=_LAYOUTS / f"{form.layout}.typ",
        format="pdf",
        sys_inputs={"data": json.dumps(values, ensure_ascii=False)},
        pdf_standards=_STANDARD,
        timestamp=_moment(day),
    )
    assert isinstance(compiled, bytes)
    return compiled


def _shown(value: Any) -> Any:
    if isinstance(value, str):
        return showable(value)
    if isinstance(value, dict):
        return {key: _shown(item) for key, item in value.items()}
    return [_shown(item) for item in value] if isinstance(value, tuple) else value


def _moment(day: object) -> datetime:
    return datetime.combine(day if isinstance(day, date) else _NO_DAY, time(0), clock.ZONE)


def _compiler() -> typst.Compiler:
    """One compiler a thread (it must not be entered twice at once); the fonts are read once for all."""
    compiler = getattr(_own, "compiler", None)
    if compiler is None:
        compiler = _own.compiler = typst.Compiler(root=_LAYOUTS, font_paths=_fonts())
    return compiler


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
