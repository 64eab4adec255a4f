"""The card of a measure, as the template shows it."""

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.acts.models import Measure
from qadaga.web.acts.presenter import matter_url
from qadaga.web.components import KeyValues, Text, badge, date_text, link
from qadaga.web.names import language, post_title


def measure_badge(measure: Measure) -> SafeString:
    """Where a measure stands."""
    return badge(measure.get_status_display(), "success" if measure.status == "replied" else "info")


def measure_summary(measure: Measure) -> KeyValues:
    """What the measure is, in labels and values."""
    by = measure.issued_by
    pairs: list[tuple[str, Text | None]] = [
        (_("Matter"), link(matter_url(measure.matter_id), measure.matter.number_text)),
        (_("What"), measure.get_kind_display()),
        (_("To whom"), measure.addressee.name(language()) if measure.addressee else None),
        (_("Issued"), date_text(measure.issued_on)),
        (_("By"), f"{by.person.short_name}, {post_title(by.post, kind=by.office.kind)}"),
        (_("Served"), date_text(measure.served_on) if measure.served_on else None),
        (_("Reply due"), date_text(measure.due_on) if measure.due_on else None),
        (_("Replied"), date_text(measure.replied_on) if measure.replied_on else None),
    ]
    return KeyValues([(label, value) for label, value in pairs if value is not None])
