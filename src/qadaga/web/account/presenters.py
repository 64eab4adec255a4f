"""What the pages of one's own account show."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from qadaga.accounts.models import ApiToken, User
from qadaga.authority.actor import Actor
from qadaga.staff.models import Appointment
from qadaga.web.components import Column, Empty, Row, Table, Text, date_text, moment_text
from qadaga.web.names import language, post_title


@dataclass(frozen=True, slots=True)
class HatChoice:
    """One appointment to choose from."""

    id: UUID
    post: str
    office: str
    period: str
    worn: bool


def hat_choices(own: Sequence[Appointment], worn: UUID | None) -> list[HatChoice]:
    """The person's appointments in force, the one they wear marked."""
    return [
        HatChoice(
            id=hat.pk,
            post=post_title(hat.post, kind=hat.office.kind),
            office=hat.office.name_in(language()),
            period=_("since %(day)s") % {"day": date_text(hat.starts_on)},
            worn=hat.pk == worn,
        )
        for hat in own
    ]


def profile_pairs(actor: Actor, user: User) -> list[tuple[str, Text]]:
    """Who one is here, as labels and values."""
    return [
        (_("Name"), actor.name),
        (_("Username"), user.username),
        (_("You act as"), post_title(actor.post, kind=actor.today.office_kind)),
        (_("Password changed"), moment_text(user.password_changed_at)),
        (_("Last sign-in"), moment_text(user.last_login)),
    ]


def token_table(tokens: Iterable[ApiToken], csrf_token: str) -> Table:
    """The person's live tokens, each with a button that ends it."""
    rows = [
        Row(
            [
                token.name,
                date_text(token.created_at),
                date_text(token.expires_at),
                format_html(
                    '<form method="post" action="{}">'
                    '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
                    '<button class="btn btn-danger" type="submit">{}</button></form>',
                    reverse("accounts:revoke_token", args=[token.pk]),
                    csrf_token,
                    _("End it"),
                ),
            ]
        )
        for token in tokens
    ]
    columns = [
        Column(_("What it is for")),
        Column(_("Made on"), "q-date"),
        Column(_("Valid until"), "q-date"),
        Column(_("End it"), "q-min"),
    ]
    nothing = Empty(_("No tokens"), _("Programs that work with your data need one. Make it below."))
    return Table(_("Your API tokens"), columns, rows, nothing)
