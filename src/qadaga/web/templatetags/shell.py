"""Tags every page uses: icons, form controls and components with a body."""

from functools import lru_cache
from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField
from django.template.base import FilterExpression, NodeList, Parser, Token, token_kwargs
from django.template.context import Context
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString, mark_safe

from qadaga.web.components import Table
from qadaga.web.doors import is_open

register = template.Library()


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """One icon of the sprite; without a label it is decoration and hidden from screen readers."""
    return _drawn(str(name), str(label))


@lru_cache(maxsize=512)
def _drawn(name: str, label: str) -> SafeString:
    # A page shows dozens of them, and there are few: each is put together once a process and language.
    aria = format_html('role="img" aria-label="{}"', label) if label else SafeString('aria-hidden="true"')
    return format_html(
        '<svg class="q-icon" {} focusable="false"><use href="{}#{}"/></svg>',
        aria,
        static("qadaga/icons.svg"),
        name,
    )


# Rows are put together here: a template's loop over a page of them takes longer than reading them.
@register.simple_tag
def stacked(table: Table) -> SafeString:
    """The rows of a table that stacks, each cell with the label of its column."""
    open_cells = [f'<td role="cell" data-label="{escape(column.label)}"><div>' for column in table.columns]
    rows = [
        f'<tr role="row" class="q-row-{row.tone}">'
        + "".join(
            f"{opened}{conditional_escape(cell)}</div></td>"
            for opened, cell in zip(open_cells, row.cells, strict=True)
        )
        + "</tr>"
        for row in table.rows
    ]
    return mark_safe("\n".join(rows))  # noqa: S308 - cells are escaped


@register.simple_tag
def plain(table: Table) -> SafeString:
    """The rows of any other table."""
    rows = [
        f'<tr class="q-row-{row.tone}">'
        + "".join(f"<td>{conditional_escape(cell)}</td>" for cell in row.cells)
        + "</tr>"
        for row in table.rows
    ]
    return mark_safe("\n".join(rows))  # noqa: S308 - cells are escaped


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """The field's widget with its style and with what describes it: the help and the errors."""
    attrs: dict[str, Any] = {"class": _css_class(field)}
    described = [f"{field.auto_id}_help"] if field.help_text else []
    if field.errors:
        attrs["aria-invalid"] = "true"
        described.append(f"{field.auto_id}_error")
    if described and not field.use_fieldset:
        attrs["aria-describedby"] = " ".join(described)
    return field.as_widget(attrs=attrs)


@register.inclusion_tag("_components/errors.html")
def error_summary(form: forms.BaseForm) -> dict[str, Any]:
    """What is wrong with the form, each fault a link to its field; nothing when all is right."""
    found: list[tuple[str, Any, Any]] = []
    if form.is_bound:
        found += [("", "", error) for error in form.non_field_errors()]
    for field in form.visible_fields() if form.is_bound else ():
        found += [(field.id_for_label or field.auto_id, field.label, error) for error in field.errors]
    return {"errors": found}


@register.filter
def is_checkbox(field: BoundField) -> bool:
    """Whether the field is one tick box, whose label stands after it."""
    return isinstance(field.field.widget, forms.CheckboxInput)


def _css_class(field: BoundField) -> str:
    widget = field.field.widget
    own = str(widget.attrs.get("class", ""))
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return own  # the class would go to the box round the choices as well
    if isinstance(widget, forms.CheckboxInput):
        style = "form-check-input"
    elif isinstance(widget, forms.Select):
        style = "form-select"
    else:
        style = "form-control"
    wrong = " is-invalid" if field.errors else ""
    return f"{style} {own}{wrong}".strip()


class DoorNode(template.Node):
    """Words of a text that lead to a page, where the page is open to whoever looks."""

    def __init__(self, name: str, body: NodeList) -> None:
        self.name = name
        self.nodelist = body

    def render(self, context: Context) -> SafeString:
        """The link with the words, or the words alone."""
        words = self.nodelist.render(context)
        return format_html('<a href="{}">{}</a>', reverse(self.name), words) if is_open(self.name) else words


@register.tag
def door(parser: Parser, token: Token) -> DoorNode:
    """`{% door "covert:list" %} words {% enddoor %}`."""
    bits = token.split_contents()[1:]
    if len(bits) != 1:
        raise template.TemplateSyntaxError("door needs the name of one page")
    body = parser.parse(("enddoor",))
    parser.delete_first_token()
    return DoorNode(bits[0].strip("'\""), body)


class ComponentNode(template.Node):
    """A component of `_components/` around a body."""

    def __init__(self, name: str, extra: dict[str, FilterExpression], body: NodeList) -> None:
        self.name = name
        self.extra = extra
        self.nodelist = body

    def render(self, context: Context) -> SafeString:
        """The component's template with the named values and the body as `content`."""
        values = {key: value.resolve(context) for key, value in self.extra.items()}
        values["content"] = self.nodelist.render(context)
        page = context.template.engine if context.template else template.Engine.get_default()
        with context.push(**values):
            return page.get_template(f"_components/{self.name}.html").render(context)


@register.tag
def component(parser: Parser, token: Token) -> ComponentNode:
    """`{% component "card" title=… %} body {% endcomponent %}`."""
    bits = token.split_contents()[1:]
    if not bits:
        raise template.TemplateSyntaxError("component needs the name of a component")
    extra = token_kwargs(bits[1:], parser)
    body = parser.parse(("endcomponent",))
    parser.delete_first_token()
    return ComponentNode(bits[0].strip("'\""), extra, body)
