"""Look-ups as pages show them: the line in a matter, the card with the answer."""

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qadaga.law import catalogue
from qadaga.matters.gather import Gathered
from qadaga.supervision.gateway import records
from qadaga.supervision.gateway.models import LookUp
from qadaga.supervision.gateway.selectors import facts_of
from qadaga.web.acts.presenter import matter_url
from qadaga.web.cards.sections import Section, section, who
from qadaga.web.components import KeyValues, Text, Tone, badge, lines, link
from qadaga.web.names import language, post_title

TONES: dict[str, Tone] = {"answered": "success", "failed": "danger", "asked": "info"}
FACTS = {
    "full_name": gettext_lazy("Full name"),
    "birth_date": gettext_lazy("Date of birth"),
    "death_date": gettext_lazy("Date of death"),
    "address": gettext_lazy("Address"),
    "name": gettext_lazy("Name"),
    "head": gettext_lazy("Who heads it"),
    "status": gettext_lazy("Status"),
    "registered_on": gettext_lazy("Entered in the register"),
}


def lookup_badge(row: LookUp) -> Text:
    """Where the look-up stands."""
    return badge(row.get_status_display(), TONES.get(row.status, "neutral"))


def in_matter(parts: Gathered) -> Section:
    """That look-ups were made in the matter: when, where, by whom; never whom they ask about."""
    rows = [
        (
            link(reverse("lookups:card", args=[row.id]), _moment(row)),
            lines(row.get_register_display(), _record(row)),
            lookup_badge(row),
            who(parts, row.asked_by_id),
        )
        for row in parts["lookups"]
    ]
    columns = [_("When"), _("Outside register"), _("Status"), _("Who")]
    return section("lookups", _("Look-ups in outside registers"), columns, rows, "")


def _record(row: LookUp) -> str:
    """What the kind of special records is called; nothing of other registers."""
    kind = records.kinds().get(row.record or "")
    return kind.title.get(language()) if kind else row.record or ""


def summary(row: LookUp) -> KeyValues:
    """What was asked, by whom, what for, what went wrong, and the fingerprint of the answer."""
    by = row.asked_by
    pairs: list[tuple[str, Text | None]] = [
        (_("Matter"), link(matter_url(row.matter_id), row.matter.number_text)),
        (_("Kind of special records"), _record(row) or None),
        (_("Number"), row.sought),
        (_("Ground"), catalogue.load().grounds[row.ground].title.get(language())),
        (_("What for"), row.purpose),
        (_("Asked"), _moment(row)),
        (_("By"), f"{by.person.short_name}, {post_title(by.post, kind=by.office.kind)}"),
        (_("What went wrong"), row.get_fault_display() if row.fault else None),
        (_("SHA-256 of the answer"), row.sha256),
    ]
    return KeyValues([(label, value) for label, value in pairs if value is not None])


def answer(row: LookUp) -> Section:
    """The facts that came back."""
    rows = [(str(FACTS[name]), value) for name, value in facts_of(row)]
    empty = _("The register knows nothing of this number, or gave no answer. Ask again from the matter.")
    return section("answer", _("Answer of the register"), [_("What"), _("Value")], rows, empty)


def _moment(row: LookUp) -> str:
    return date_format(timezone.localtime(row.asked_at), "SHORT_DATETIME_FORMAT")
