"""The card of a measure, as the template shows it."""

from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.acts.models import Measure, Ordered
from qadaga.acts.services import silent
from qadaga.law import catalogue
from qadaga.matters.gather import Gathered
from qadaga.web.acts.above_steps import above_section
from qadaga.web.acts.presenter import matter_url
from qadaga.web.acts.term_steps import changes_section
from qadaga.web.cards.sections import Section, section, who
from qadaga.web.components import KeyValues, Text, Tone, badge, date_text, link
from qadaga.web.names import language, post_title

_TONES: dict[str, Tone] = {"replied": "success", "suspended": "warning", "cancelled": "danger"}


def measure_badge(measure: Measure) -> SafeString:
    """Where a measure stands."""
    return badge(measure.get_status_display(), _TONES.get(measure.status, "info"))


def measure_summary(measure: Measure, parts: Gathered) -> KeyValues:
    """What the measure is, in labels and values."""
    by = measure.issued_by
    pairs: list[tuple[str, Text | None]] = [
        (_("Matter"), link(matter_url(measure.matter_id), measure.matter.number_text)),
        (_("What"), measure.get_kind_display()),
        (_("To whom"), measure.addressee.name(language()) if measure.addressee else None),
        *((_("Norm"), link(reverse("norms:card", args=[row.id]), str(row))) for row in parts["norms"]),
        *(pair for row in parts["ordered"] for pair in _ordered(measure, row)),
        *(
            (_("Days for the answer, as the letter says"), str(row.days))
            for row in parts["letters"]
            if row.days
        ),
        (_("Issued"), date_text(measure.issued_on)),
        (_("By"), f"{by.person.short_name}, {post_title(by.post, kind=by.office.kind)}"),
        (_("Served"), date_text(measure.served_on) if measure.served_on else None),
        (_("Reply due"), date_text(measure.due_on) if measure.due_on else None),
        (_("Replied"), date_text(measure.replied_on) if measure.replied_on else None),
    ]
    if measure.carrier is not None:
        pairs.insert(1, (_("Taken over by"), measure.carrier.name_in(language())))
    return KeyValues([(label, value) for label, value in pairs if value is not None])


def _ordered(measure: Measure, row: Ordered) -> list[tuple[str, Text | None]]:
    """What was ordered from others: the ground of the law, whom it concerns, the proof, what came of it."""
    proof: Text | None = row.proof_ref or None
    if row.proof_id:
        proof = link(reverse("measures:proof", args=[measure.id]), row.proof_ref or _("Proof of service"))
    return [
        (_("Ground"), catalogue.load().grounds[row.ground].title.get(language())),
        (_("Expert"), row.expert or None),
        (_("Restriction"), row.imposed_what),
        (_("Who imposed it"), row.imposed_by),
        (_("Day it was imposed"), date_text(row.imposed_on) if row.imposed_on else None),
        (_("Proof of service"), proof),
        (_("What came of it"), row.get_outcome_display() if row.outcome else None),
    ]


def measure_sections(measure: Measure, parts: Gathered, on: date) -> list[Section]:
    """What may follow the silence of the addressee, reminders, what was decided on the term; none empty."""
    found = [_silence(measure) if silent(measure, on) else None, _reminders(parts), changes_section(parts)]
    found.append(above_section(parts, "measures:above"))
    return [one for one in found if one is not None and one.count]


def _silence(measure: Measure) -> Section:
    """The term ran out without an answer: what the law lets follow, with its clause and the way to it."""
    steps = [("act.draft", reverse("matters:step", args=[measure.matter_id, "draft"]))]
    steps.insert(0, ("measure.remind", reverse("measures:step", args=[measure.id, "remind"])))
    steps.append(("admin.open", reverse("law:record", args=["powers", "admin.open"])))
    rows = [
        (link(url, _follows(power)), catalogue.load().powers[power].citations[0].clause)
        for power, url in steps
    ]
    title = _("The addressee is silent since %(day)s: what may follow") % {"day": date_text(measure.due_on)}
    return section("silence", title, [_("What"), _("Clause")], rows, "")


def _follows(power: str) -> str:
    if power == "act.draft":
        return _("Draft a representation on the silence")
    return catalogue.load().powers[power].title.get(language()).capitalize()


def _reminders(parts: Gathered) -> Section:
    rows = [
        (date_text(row.on), row.get_way_display(), row.reference, who(parts, row.by_id))
        for row in parts["reminders"]
    ]
    return section("reminders", _("Reminders"), [_("When"), _("Way"), _("Number"), _("Who")], rows, "")
