"""The application of summons in appeals."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SummonsesConfig(AppConfig):
    """Whom an office calls to explain what an appeal tells of, and what they said."""

    name = "qadaga.appeals.summonses"
    label = "summonses"
    verbose_name = _("Summons for explanations")
    default_auto_field = "django.db.models.BigAutoField"
