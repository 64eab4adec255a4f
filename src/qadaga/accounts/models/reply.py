"""Answers of the API already given, so that a repeated POST gets the first one."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class IdempotentReply(models.Model):
    """The first answer to one Idempotency-Key of one caller; `status` is 0 while it is being worked out.

    `owner` is a digest of the caller's credentials, `key` one of the Idempotency-Key, `fingerprint` one of
    the request. `body` is sealed: only who sends the same credentials and key again can open it.
    """

    owner = models.CharField(_("digest of the caller"), max_length=64)
    key = models.CharField(_("digest of the key"), max_length=64)
    fingerprint = models.CharField(_("digest of the request"), max_length=64)
    status = models.PositiveSmallIntegerField(_("status"))
    headers = models.JSONField(_("headers"))
    body = models.BinaryField(_("body"))
    created_at = models.DateTimeField(_("created at"), db_index=True)

    class Meta:
        verbose_name = _("answer already given")
        verbose_name_plural = _("answers already given")
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], name="accounts_reply_once"),
        ]

    def __str__(self) -> str:
        return self.key
