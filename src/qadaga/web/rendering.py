"""Every form of the house, the sign-in library's too, is drawn by our components."""

from django.forms.renderers import TemplatesSetting


class FormRenderer(TemplatesSetting):
    """Draws forms and fields with `_components/form.html` and `_components/field.html`."""

    form_template_name = "_components/form.html"
    field_template_name = "_components/field.html"
