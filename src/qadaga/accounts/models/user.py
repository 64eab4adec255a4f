"""The person who signs in."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from qadaga.common.ids import new_id


class Language(models.TextChoices):
    """Languages of the pages; each is called by its own name, so these are not translated."""

    RU = "ru", "Русский"
    KK = "kk", "Қазақша"
    EN = "en", "English"


class Theme(models.TextChoices):
    """How bright the pages are."""

    AUTO = "auto", _("As the system")
    LIGHT = "light", _("Light")
    DARK = "dark", _("Dark")


class UserManager(BaseUserManager["User"]):
    """Makes users; a username is kept in lower case, so two cannot differ by case only."""

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> "User":
        """Save a new user; without a password nobody can sign in as them."""
        user = self.model(username=self.model.normalize_username(username).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        """The user of that name, whatever the case it is typed in."""
        return self.get(username=(username or "").lower())


class User(AbstractBaseUser):
    """Who signs in. What they may do comes from their appointments, never from here."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    username = models.CharField(
        _("username"),
        max_length=64,
        unique=True,
        validators=[UnicodeUsernameValidator()],
        error_messages={"unique": _("A user with that username already exists.")},
    )
    is_active = models.BooleanField(_("active"), default=True)
    language = models.CharField(_("language"), max_length=2, choices=Language, default=Language.RU)
    theme = models.CharField(_("theme"), max_length=5, choices=Theme, default=Theme.AUTO)
    must_change_password = models.BooleanField(_("must change the password"), default=False)
    password_changed_at = models.DateTimeField(_("password changed at"), null=True, blank=True)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(username=Lower("username")),
                name="accounts_username_is_lower_case",
            ),
            models.CheckConstraint(
                condition=models.Q(language__in=Language.values), name="accounts_language_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(theme__in=Theme.values), name="accounts_theme_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.username
