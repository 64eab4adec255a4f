"""The card of an act, and of a measure, as the templates show them."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from qadaga.acts.models import Act
from qadaga.acts.selectors import Change
from qadaga.law import wording
from qadaga.matters.gather import Gathered
from qadaga.web.acts.above_steps import above_section
from qadaga.web.acts.term_steps import changes_section
from qadaga.web.cards.sections import Section, section, who
from qadaga.web.components import DiffLine, KeyValues, Text, badge, date_text, link
from qadaga.web.names import language, post_title
from qadaga.web.rulings import edition_text, norm_links


def matter_url(matter_id: UUID) -> str:
    """Where the matter is shown."""
    return reverse("matters:card", args=[matter_id])


def act_url(act_id: UUID) -> str:
    """Where the act is shown."""
    return reverse("acts:card", args=[act_id])


def kind_title(act: Act) -> str:
    """What kind of act it is."""
    return wording.title("act_kinds", act.kind, language())


def summary(act: Act) -> KeyValues:
    """What the act is, in labels and values."""
    pairs: list[tuple[str, Text]] = [
        (_("Matter"), link(matter_url(act.matter_id), act.matter.number_text)),
        (_("To whom"), act.addressee.name(language())),
        (_("Language"), act.get_language_display()),
        (_("Author"), f"{act.author.person.short_name}, {post_title(act.author.post, kind=act.office.kind)}"),
        (_("Drafted"), date_text(act.drafted_on)),
    ]
    if act.carrier is not None:
        pairs.insert(1, (_("Taken over by"), act.carrier.name_in(language())))
    return KeyValues([*pairs, *_protested(act), *_signature(act), *_course(act)])


def _protested(act: Act) -> list[tuple[str, Text]]:
    protested = getattr(act, "protested", None)
    if protested is None:
        return []
    number = f" № {protested.number}" if protested.number else ""
    return [(_("Against"), f"{protested.title}{number}, {date_text(protested.adopted_on)}")]


def _signature(act: Act) -> list[tuple[str, Text]]:
    if act.signer is None:
        return []
    return [
        (_("Signed"), date_text(act.signed_on)),
        (
            _("Signed by"),
            f"{act.signer.person.short_name}, {post_title(act.signer.post, kind=act.office.kind)}",
        ),
        (_("Edition of the law"), edition_text(act.edition or "") or "—"),
        (_("By these norms"), norm_links(act.norms) or "—"),
        (_("Fingerprint (SHA-256)"), act.sha256 or "—"),
    ]


def _course(act: Act) -> list[tuple[str, Text]]:
    dates = [
        (_("Served"), act.served_on),
        (_("Reply due"), act.due_on),
        (_("Replied"), act.replied_on),
        (_("Removal confirmed"), act.removed_on),
        (_("Withdrawn"), act.withdrawn_on),
    ]
    return [(label, date_text(day)) for label, day in dates if day]


def texts(parts: Gathered) -> list[tuple[str, str]]:
    """The last saved text, part by part."""
    last = max(parts["versions"], key=lambda row: row.no)
    named = [
        (_("What was established"), last.facts),
        (_("Norms violated and norms relied on"), last.norms),
        (_("What is demanded"), last.demands),
    ]
    return [(label, text) for label, text in named if text]


def sections(act: Act, parts: Gathered) -> list[Section]:
    """The tables of the card; those with nothing in them are left out."""
    made = [
        _remarks(parts),
        _violations(parts),
        _service(parts),
        _replies(parts),
        _removal(parts),
        _suspensions(parts),
        _escalations(parts),
        _decisions(act, parts),
        changes_section(parts),
        above_section(parts, "acts:above"),
        _versions(act, parts),
    ]
    return [one for one in made if one.count]


def _remarks(parts: Gathered) -> Section:
    rows = [
        (row.text, str(row.version_no), date_text(row.on), who(parts, row.by_id)) for row in parts["remarks"]
    ]
    return section("remarks", _("Remarks"), [_("Remark"), _("On version"), _("When"), _("Who")], rows, "")


def _violations(parts: Gathered) -> Section:
    rows = [
        (
            row.norm,
            row.what,
            badge(_("Removed"), "success") if row.removed_on else badge(_("Stands"), "danger"),
        )
        for row in parts["violations"]
    ]
    return section(
        "violations", _("Violations it is about"), [_("Norm"), _("What was done"), _("Now")], rows, ""
    )


def _service(parts: Gathered) -> Section:
    rows = [
        (row.get_way_display(), date_text(row.served_on), row.recipient, _proof(row), who(parts, row.by_id))
        for row in parts["service"]
    ]
    columns = [_("Way"), _("When"), _("Who took it"), _("Proof"), _("Recorded by")]
    return section("service", _("Service"), columns, rows, "")


def _proof(row: object) -> Text:
    file_id, reference = getattr(row, "proof_id", None), getattr(row, "proof_ref", "")
    return link(reverse("acts:file", args=[row.act_id, file_id]), _("File")) if file_id else reference  # type: ignore[attr-defined]  # a row of the act


def _replies(parts: Gathered) -> Section:
    rows = [
        (
            date_text(row.replied_on),
            row.number or "—",
            row.summary,
            row.get_assessment_display() if row.assessment else badge(_("Not assessed yet"), "warning"),
            row.note,
        )
        for row in parts["replies"]
    ]
    columns = [_("Reply of"), _("Number"), _("What it says"), _("Assessed as"), _("Why")]
    return section("replies", _("Replies"), columns, rows, "")


def _removal(parts: Gathered) -> Section:
    yes, no = _("Yes"), _("No")
    rows = [
        (
            date_text(row.removed_on),
            row.what,
            yes if row.causes_removed else no,
            yes if row.consequences_remedied else no,
            _proof(row),
        )
        for row in parts["removal"]
    ]
    columns = [
        _("Removed on"),
        _("What was done"),
        _("Causes removed"),
        _("Consequences remedied"),
        _("Proof"),
    ]
    return section("removal", _("Removal"), columns, rows, "")


def _suspensions(parts: Gathered) -> Section:
    rows = [
        (row.get_scope_display(), row.part or "—", date_text(row.starts_on), date_text(row.ends_on))
        for row in parts["suspensions"]
    ]
    columns = [_("How far"), _("Which part"), _("From"), _("Until")]
    return section("suspensions", _("The protested act is suspended"), columns, rows, "")


def _escalations(parts: Gathered) -> Section:
    rows = [
        (row.court or _("The office above"), date_text(row.on), row.reason) for row in parts["escalations"]
    ]
    return section("escalations", _("Went further"), [_("Where"), _("When"), _("Why")], rows, "")


def _decisions(act: Act, parts: Gathered) -> Section:
    rows = [
        (
            row.get_outcome_display(),
            date_text(row.decided_on),
            row.number,
            row.summary or "—",
            link(reverse("acts:file", args=[act.id, row.file_id]), _("File")) if row.file_id else "—",
        )
        for row in parts["decisions"]
    ]
    columns = [_("The court's decision"), _("Decided on"), _("Number"), _("What it says"), _("File")]
    return section("court", _("The court decided"), columns, rows, "")


def _versions(act: Act, parts: Gathered) -> Section:
    newest = max(row.no for row in parts["versions"])
    rows = [
        (
            str(row.no),
            date_text(row.on),
            who(parts, row.by_id),
            link(reverse("acts:compare", args=[act.id, row.no - 1, row.no]), _("What changed"))
            if row.no > 1
            else _("First text"),
        )
        for row in sorted(parts["versions"], key=lambda row: -row.no)
    ]
    columns = [_("Version"), _("When"), _("Who"), ""]
    return section("versions", _("Versions (the newest is %(no)s)") % {"no": newest}, columns, rows, "")


def comparison(changes: Sequence[Change]) -> list[tuple[str, list[DiffLine]]]:
    """The changes by part of the act, line by line."""
    labels = {
        "heading": _("Heading"),
        "facts": _("What was established"),
        "norms": _("Norms violated and norms relied on"),
        "demands": _("What is demanded"),
    }
    return diff_lines(labels, changes)


def diff_lines(labels: Mapping[str, str], changes: Sequence[Change]) -> list[tuple[str, list[DiffLine]]]:
    """The changes under the label of their part, in the labels' order."""
    found = {
        name: [line for change in changes if change.field == name for line in _lines(change)]
        for name in labels
    }
    return [(labels[name], lines) for name, lines in found.items() if lines]


def _lines(change: Change) -> list[DiffLine]:
    kind = {"same": "same", "added": "added", "removed": "removed"}[change.kind]
    changed = kind != "same"
    return [DiffLine(kind, [(changed, text)]) for text in change.paragraphs if text]  # type: ignore[arg-type]  # one of the three
