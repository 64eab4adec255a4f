"""The card of an appeal as its template shows it."""

from collections.abc import Collection, Sequence
from uuid import UUID

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.appeals.kinds import ApplicantKind, ControlOutcome, MaterialsState, Status
from qadaga.appeals.models import Answer, Appeal, Applicant, Decision, Forwarding, MaterialsRequest
from qadaga.law import wording
from qadaga.matters.gather import Gathered
from qadaga.supervision.custody.models import Complaint
from qadaga.web.acts.summons import called_cells
from qadaga.web.cards.sections import Section, section, who
from qadaga.web.components import KeyValues, Text, Tone, badge, date_text, lines, link
from qadaga.web.names import language
from qadaga.web.trust.presenter import in_appeal as said

_TONES: dict[str, Tone] = {
    Status.REGISTERED: "info",
    Status.IN_MATTER: "info",
    Status.ANSWER_DRAFT: "warning",
    Status.ANSWERED: "success",
    Status.CHALLENGED: "danger",
}


def url(appeal_id: UUID) -> str:
    """Where an appeal is shown."""
    return reverse("appeals:card", args=[appeal_id])


def status_badge(appeal: Appeal) -> SafeString:
    """Where the appeal stands."""
    return badge(appeal.get_status_display(), _TONES.get(appeal.status, "neutral"))


def summary(appeal: Appeal, kept: Collection[UUID] = (), complaint: Complaint | None = None) -> KeyValues:
    """What was registered, in labels and values; empty ones are left out.

    `complaint` tells from which place of custody it came. `kept` are ids of appeals that complain of
    whoever looks: no line leads to them.
    """
    pairs: list[tuple[str, Text]] = [
        (_("Kind"), appeal.get_kind_display()),
        (_("Language"), appeal.get_language_display()),
        (_("How it arrived"), appeal.get_way_display()),
        (_("Arrived on"), date_text(appeal.arrived_on)),
        (_("Registered on"), date_text(appeal.registered_on)),
        (_("Coupon"), appeal.coupon),
        (_("Office"), appeal.office.name_in(language())),
        (_("Body complained of"), _body(appeal)),
        (_("Official complained of"), str(appeal.official or appeal.official_name)),
        (_("Circumstances"), _circumstances(appeal)),
        (_("Where the paper lies"), appeal.paper_place),
        (_("Papers that came with it"), appeal.attachments_note),
        *_links(appeal, kept),
        *_custody(complaint),
    ]
    return KeyValues([(label, value) for label, value in pairs if value])


def _body(appeal: Appeal) -> str:
    return appeal.body.name(language()) if appeal.body else appeal.body_name


def _circumstances(appeal: Appeal) -> str:
    said = [
        (appeal.anonymous, appeal.get_anonymous_ground_display()),
        (appeal.oral, _("Said aloud and written down here")),
        (appeal.minor, _("The applicant is under 18")),
        (appeal.detained, _("The applicant is held in custody")),
    ]
    return "; ".join(str(words) for holds, words in said if holds)


def _custody(complaint: Complaint | None) -> list[tuple[str, Text]]:
    if complaint is None:
        return []
    place = link(reverse("places:card", args=[complaint.place_id]), complaint.place.name(language()))
    past = _("The answer goes past the administration.")
    return [(_("Place of custody"), lines(place, complaint.get_handed_display(), past))]


def _links(appeal: Appeal, kept: Collection[UUID]) -> list[tuple[str, Text]]:
    linked = [(_("Repeats"), appeal.repeats), (_("Challenges"), appeal.challenges)]
    found: list[tuple[str, Text]] = [
        (label, link(url(one.id), one.number)) for label, one in linked if one and one.id not in kept
    ]
    if appeal.matter:
        address = reverse("matters:card", args=[appeal.matter.id])
        found.append((_("Matter"), link(address, appeal.matter.number_text)))
    return found


def sections(appeal: Appeal, parts: Gathered, addressees: dict[UUID, str]) -> list[Section]:
    """The tables of the card; those with nothing in them are left out, the applicants never."""
    made = [
        _forwardings(appeal, parts, addressees),
        _decisions(appeal, parts),
        _answers(appeal, parts),
        _materials(appeal, parts),
        _summonses(appeal, parts),
        said(parts),
    ]
    return [_applicants(parts), *(one for one in made if one.count)]


def _summonses(appeal: Appeal, parts: Gathered) -> Section:
    def paper(key: UUID) -> str:
        return reverse("appeals:row_paper", args=[appeal.id, "summons", key])

    rows = [called_cells(row, parts["letters"], paper) for row in parts["summonses"]]
    columns = [_("Who"), _("When and where"), _("About what"), _("Letter"), _("Explanation")]
    return section("summonses", _("Summons for explanations"), columns, rows, "")


def _applicants(parts: Gathered) -> Section:
    rows = sorted(parts["applicants"], key=lambda row: row.position)
    return section(
        "applicants",
        _("Applicants"),
        [_("Name"), _("Number"), _("Address"), _("Contacts"), _("Representative")],
        [_applicant(row) for row in rows],
        _("The appeal is anonymous."),
    )


def _applicant(row: Applicant) -> Sequence[Text]:
    born = _("born %(day)s") % {"day": date_text(row.birth_date)} if row.birth_date else ""
    label = _("BIN") if row.kind == ApplicantKind.ORGANISATION else _("IIN")
    number = f"{label} {row.iin or row.bin}" if row.iin or row.bin else row.get_no_id_reason_display()
    representative = (
        lines(row.representative_name, row.authority_document) if row.representative_name else "—"
    )
    contacts = lines(row.phone or row.email or "—", row.email if row.phone else "")
    return (lines(row.name, born), str(number), row.address or "—", contacts, representative)


def _forwardings(appeal: Appeal, parts: Gathered, addressees: dict[UUID, str]) -> Section:
    rows = [
        (
            lines(
                addressees.get(row.to_office_id, "") if row.to_office_id else row.to_name,
                row.part or _("the whole appeal"),
            ),
            lines(
                date_text(row.forwarded_on),
                _("by itself") if row.automatic else who(parts, row.forwarded_by_id),
            ),
            row.reason if not row.automatic else _(row.reason),
            _told(appeal, row, "forwarding-told"),
            _control(appeal, row),
            lines(
                _paper(appeal, "letter", row.id, _("Letter")), _paper(appeal, "notice", row.id, _("Notice"))
            ),
        )
        for row in parts["forwardings"]
    ]
    columns = [
        _("Where to"),
        _("When and by whom"),
        _("Reason"),
        _("Applicant told"),
        _("Outcome"),
        _("Papers"),
    ]
    return section("forwardings", _("Forwarded"), columns, rows, "")


def _by(parts: Gathered, row: Forwarding) -> str:
    return who(parts, row.forwarded_by_id)


def _ground(row: Decision) -> str:
    return wording.title("grounds", row.ground, language()) if row.ground else ""


def _told(appeal: Appeal, row: Forwarding | Decision, slug: str) -> Text:
    if row.told_on:
        return lines(date_text(row.told_on), row.get_told_way_display())
    return link(_row_url(appeal, slug, row.id), _("Record that the applicant was told"))


def _control(appeal: Appeal, row: Forwarding) -> Text:
    if row.outcome:
        return lines(str(ControlOutcome(row.outcome).label), date_text(row.outcome_on), row.outcome_note)
    if row.control_due_on is None:
        return _("Not under control")
    due = _("due %(day)s") % {"day": date_text(row.control_due_on)}
    return lines(link(_row_url(appeal, "forwarding-outcome", row.id), _("Record the outcome")), due)


def _decisions(appeal: Appeal, parts: Gathered) -> Section:
    rows = [
        (
            lines(
                row.get_kind_display(), wording.title("grounds", row.ground, language()) if row.ground else ""
            ),
            lines(date_text(row.decided_on), who(parts, row.decided_by_id)),
            row.reason,
            date_text(row.until),
            _told(appeal, row, "decision-told") if row.kind in ("prolong", "decline") else "—",
            _paper(appeal, "decision", row.id, _("Notice")) if row.kind in ("prolong", "decline") else "—",
        )
        for row in parts["decisions"]
    ]
    columns = [
        _("Decision"),
        _("When and by whom"),
        _("Reason"),
        _("Until"),
        _("Applicant told"),
        _("Papers"),
    ]
    return section("decisions", _("Decisions"), columns, rows, "")


def _answers(appeal: Appeal, parts: Gathered) -> Section:
    rows = [_answer(appeal, row, parts) for row in parts["answers"]]
    columns = [_("Answer"), _("Outcome"), _("Signed"), _("Sent"), _("Can be challenged until"), _("Paper")]
    return section("answer", _("Answer"), columns, rows, "")


def _answer(appeal: Appeal, row: Answer, parts: Gathered) -> Sequence[Text]:
    paper = reverse("appeals:answer", args=[appeal.id])
    signed = lines(date_text(row.signed_on), who(parts, row.signed_by_id)) if row.signed_on else "—"
    sent = lines(date_text(row.sent_on), row.get_sent_way_display()) if row.sent_on else "—"
    return (
        lines(row.number or _("Draft"), row.get_state_display()),
        row.get_outcome_display(),
        signed,
        sent,
        date_text(row.challenge_until),
        link(paper, _("Open the PDF")),
    )


def _materials(appeal: Appeal, parts: Gathered) -> Section:
    names = {row.id: row.name for row in parts["applicants"]}
    rows = [
        (
            lines(names.get(row.applicant_id, "—"), date_text(row.requested_on)),
            row.what,
            lines(row.get_state_display(), who(parts, row.decided_by_id) if row.decided_by_id else ""),
            lines(row.withheld or "—", row.withheld_why),
            _shown(appeal, row),
        )
        for row in parts["materials"]
    ]
    columns = [_("Who asked"), _("Which materials"), _("Decision"), _("Withheld and why"), _("Shown")]
    return section("materials", _("Materials shown to the applicant"), columns, rows, "")


def _shown(appeal: Appeal, row: MaterialsRequest) -> Text:
    if row.state == MaterialsState.SHOWN:
        return lines(date_text(row.shown_on), row.shown_note, _paper(appeal, "materials", row.id, _("Note")))
    slug, words = {
        MaterialsState.REQUESTED: ("materials-decide", _("Decide")),
        MaterialsState.REFUSED: ("", "—"),
    }.get(MaterialsState(row.state), ("materials-show", _("Note that they were shown")))
    return link(_row_url(appeal, slug, row.id), words) if slug else words


def _paper(appeal: Appeal, kind: str, row_id: UUID, words: str) -> Text:
    return link(reverse("appeals:row_paper", args=[appeal.id, kind, row_id]), words, "q-target")


def _row_url(appeal: Appeal, slug: str, row_id: UUID) -> str:
    return reverse("appeals:row_step", args=[appeal.id, row_id, slug])
