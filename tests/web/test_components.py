"""Finished strings are escaped; fields say what describes them; errors lead to their fields."""

from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils.html import format_html

from qadaga.web.components import badge, date_text, lines, link, moment_text
from qadaga.web.gallery.forms import SampleForm

EVIL = "<script>alert(1)</script>"


def test_finished_strings_are_escaped() -> None:
    for made in (link("#", EVIL), badge(EVIL), lines(EVIL, EVIL)):
        assert "<script>" not in made
        assert "&lt;script&gt;" in made


def test_days_and_moments_read_alike_in_every_language() -> None:
    assert date_text(date(2026, 9, 5)) == "05.09.2026"
    assert date_text(None) == "—"
    # Midnight in UTC is five in the morning here.
    assert moment_text(datetime(2026, 9, 5, tzinfo=UTC)) == "05.09.2026 05:00"
    assert date_text(datetime(2026, 9, 5, 20, tzinfo=UTC)) == "06.09.2026"


def draw(source: str, **values: object) -> str:
    """The template drawn with the tags of the shell."""
    return Template("{% load shell %}" + source).render(Context(values))


def test_a_component_wraps_its_body_and_escapes_its_title() -> None:
    drawn = draw("{% component 'card' title=title %}<p>body</p>{% endcomponent %}", title=EVIL)
    assert "<p>body</p>" in drawn
    assert "<script>" not in drawn


def test_a_component_needs_a_name() -> None:
    with pytest.raises(TemplateSyntaxError):
        draw("{% component %}{% endcomponent %}")


def test_a_wrong_field_is_described_by_its_error() -> None:
    form = SampleForm({"applicant": ""})
    drawn = str(form)
    assert 'aria-invalid="true"' in drawn
    assert 'aria-describedby="id_applicant_help id_applicant_error"' in drawn
    assert 'id="id_applicant_error"' in drawn
    assert '<a href="#id_applicant">' in drawn


def test_an_icon_without_a_label_is_hidden() -> None:
    assert 'aria-hidden="true"' in draw("{% icon 'x' %}")
    assert 'aria-label="Close"' in draw("{% icon 'x' 'Close' %}")


def test_a_help_text_cannot_bring_markup_of_its_own() -> None:
    # People's names and titles stand in some of them; only what was made as markup stays markup.
    for text, shown in ((EVIL, "&lt;script&gt;"), (format_html("<b>{}</b>", EVIL), "<b>&lt;script&gt;")):
        form = SampleForm()
        form.fields["applicant"].help_text = text
        drawn = draw("{% include '_components/field_notes.html' %}", field=form["applicant"])
        assert "<script>" not in drawn
        assert shown in drawn
