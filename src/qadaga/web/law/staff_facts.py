"""The facts of posts and kinds of offices: rank, levels, who appoints, what stands above."""

from __future__ import annotations

from datetime import date

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from qadaga.law import wording
from qadaga.law.loading import Catalogue
from qadaga.law.records import Limit, OfficeKind, Post, Rank, Requirement, ServiceFactor, ServiceKind
from qadaga.law.references import UNKNOWN
from qadaga.web.components import Text
from qadaga.web.law.conditions import names, plain_link, status_flag
from qadaga.web.law.links import listed
from qadaga.web.names import language

Pairs = list[tuple[str, Text]]
STAFF = {
    "officer": gettext_lazy("officers"),
    "employee": gettext_lazy("employees who are no officers"),
    "either": gettext_lazy("officers or other employees"),
}


def yes(value: bool) -> str:
    """Yes or no."""
    return _("yes") if value else _("no")


def of_post(record: Post, state: Catalogue, on: date | None) -> Pairs:
    pairs: Pairs = [
        (_("Rank in the office"), _place(record)),
        (_("Held by"), str(STAFF[record.staff])),
        (_("At the levels"), ", ".join(str(level) for level in sorted(record.levels))),
    ]
    if record.kinds:
        pairs.append((_("In offices of the kind"), names(sorted(record.kinds), "office_kinds", on)))
    return [*pairs, *appointing(record, state, on)]


def appointing(record: Post, state: Catalogue, on: date | None) -> Pairs:
    """Who appoints to a post, on whose proposal, with whose consent, for how long."""
    if record.appointed_by == UNKNOWN:
        return [(_("Appointed by"), format_html("{} {}", _("not said in the sources"), status_flag(UNKNOWN)))]
    pairs: Pairs = [(_("Appointed by"), authority(record.appointed_by, on))]
    if record.proposed_by:
        pairs.append((_("On the proposal of"), authority(record.proposed_by, on)))
    if record.consent_of:
        pairs.append((_("With the consent of"), authority(record.consent_of, on)))
    years = record.term_years
    term = (
        ngettext("%(count)s year", "%(count)s years", years) % {"count": years}
        if years
        else _("without a term")
    )
    pairs.append((_("For how long"), term))
    if record.ex_officio:
        pairs.append((_("By this post is also"), plain_link("posts", record.ex_officio, on)))
    return pairs


def authority(name: str, on: date | None = None) -> Text:
    """Who appoints or consents: a post of the service, or a body outside it."""
    title = wording.title("posts", name, language())
    return plain_link("posts", name, on) if title != name else wording.title("authorities", name, language())


def _place(record: Post) -> str:
    if record.heads:
        return _("heads an office")
    if record.deputy:
        return _("deputy of the head")
    return _("heads a unit inside an office") if record.unit_head else _("works under a head")


def of_requirement(record: Requirement, _state: Catalogue, _on: date | None) -> Pairs:
    return [
        (_("What it means for entry"), _("bars entry") if record.bar else _("is asked of whoever enters")),
        (_("Of whom"), _("of officers only") if record.officers else _("of officers and other employees")),
    ]


def of_rank(record: Rank, _state: Catalogue, _on: date | None) -> Pairs:
    ladder = _("class ranks") if record.ladder == "class" else _("military ranks")
    years = str(record.years) if record.years else _("no term is set")
    return [
        (_("Ladder"), ladder),
        (_("Step, from the lowest"), str(record.place)),
        (_("Years before the next"), years),
    ]


def of_service_kind(record: ServiceKind, _state: Catalogue, _on: date | None) -> Pairs:
    return [(_("Part of the service length"), yes(record.counts))]


def of_service_factor(record: ServiceFactor, _state: Catalogue, _on: date | None) -> Pairs:
    return [(_("Days counted for days served"), f"{record.numerator} : {record.denominator}")]


def of_limit(record: Limit, _state: Catalogue, _on: date | None) -> Pairs:
    return [(_("Hours at most, as shipped"), str(record.hours))]


def of_office_kind(record: OfficeKind, _state: Catalogue, on: date | None) -> Pairs:
    pairs: Pairs = [
        (_("Level"), str(record.level)),
        (_("Headed by"), plain_link("posts", record.head, on)),
    ]
    if record.sphere:
        pairs.append((_("Sphere"), plain_link("spheres", record.sphere, on)))
    if record.parents:
        pairs.append((_("Stands under"), names(sorted(record.parents), "office_kinds", on)))
    pairs.append((_("Has a collegium"), yes(record.collegium)))
    pairs.append((_("Is a legal person"), yes(record.legal_personality)))
    if record.calls:
        called = [
            format_html("{} — {}", plain_link("posts", post, on), text.get(language()))
            for post, text in record.calls.items()
        ]
        pairs.append((_("Posts called otherwise here"), listed(called)))
    return pairs
