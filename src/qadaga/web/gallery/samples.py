"""Sample data of the gallery; the words are those of the product, so they are shown translated."""

from django.utils.translation import gettext as _

from qadaga.web.components import (
    ActionView,
    Changed,
    Citation,
    Column,
    Crumb,
    DiffLine,
    Empty,
    FileView,
    Pager,
    ProgressView,
    Reason,
    Row,
    RulingView,
    Table,
    TermStep,
    TermView,
    TimelineEntry,
    badge,
    lines,
    link,
)


def o15() -> Citation:
    """The clause about who signs."""
    return Citation(
        "O.15", _("Outgoing documents are signed by the head or whoever replaces the head."), "#O.15"
    )


def table() -> Table:
    """Three appeals: in order, soon due, overdue."""
    columns = [
        Column(_("Number"), "q-date", "#number", "descending"),
        Column(_("About")),
        Column(_("Status"), "q-min"),
        Column(_("Due"), "q-date", "#due"),
    ]
    rows = [
        Row(
            [
                link("#", "Ж-2026/118"),
                lines(_("Unlawful dismissal"), "Әлімхан Ә. Ғ."),
                badge(_("Registered"), "info"),
                "24.12.2026",
            ]
        ),
        Row(
            [
                link("#", "Ж-2026/117"),
                lines(_("Noise at night"), "Іскакова Ң. Қ."),
                badge(_("Due soon"), "warning", "clock"),
                "25.11.2026",
            ],
            "warning",
        ),
        Row(
            [
                link("#", "Ж-2026/096"),
                lines(_("A closed road"), "Петров П. П."),
                badge(_("Overdue"), "danger", "alert-triangle"),
                "19.11.2026",
            ],
            "danger",
        ),
    ]
    return Table(_("Appeals"), columns, rows)


def nothing() -> Empty:
    """An empty register."""
    return Empty(
        _("No appeals yet"), _("Register the first one: it gets its number at once."), "#", _("Register")
    )


def allowed() -> RulingView:
    """A ruling that allows."""
    return RulingView(True, _("You may sign"), [o15()], edition="O@2017-11-03")


def refused() -> RulingView:
    """A ruling that refuses."""
    reason = Reason(_("The head is in office today; a replacement signs only in the head's absence."), o15())
    return RulingView(False, _("You may not sign"), [o15()], [reason], "O@2017-11-03")


def actions() -> list[ActionView]:
    """Two that are allowed, one that is not."""
    return [
        ActionView(_("Submit for agreement"), allowed(), url="#", icon="send", primary=True),
        ActionView(_("Withdraw"), allowed(), dialog="sample-dialog", icon="arrow-back-up"),
        ActionView(_("Sign"), refused()),
    ]


def term() -> TermView:
    """A term that was prolonged."""
    steps = [
        TermStep(
            "03.11.2026", _("The appeal was registered."), Citation("F.76", _("15 working days."), "", True)
        ),
        TermStep("24.11.2026", _("The last of 15 working days.")),
        TermStep("24.12.2026", _("Prolonged by a reasoned decision of the head.")),
    ]
    return TermView(_("Answer to the applicant"), "24.12.2026", _("Prolonged"), "info", steps, True)


def timeline() -> list[TimelineEntry]:
    """What happened to a sample appeal."""
    return [
        TimelineEntry("23.11.2026 18:40", _("Signed"), "Әбенов Б. С.", tone="success", number="1204"),
        TimelineEntry(
            "20.11.2026 11:05",
            _("Sent back with remarks"),
            "Ким В. А.",
            _("Name the norm."),
            "warning",
            "1180",
        ),
        TimelineEntry("03.11.2026 09:12", _("Registered"), "Іңкәр Ә.", number="1002"),
    ]


def values() -> dict[str, object]:
    """Everything the page shows."""
    return {
        "table": table(),
        "empty_table": Table(_("Appeals"), [], [], nothing()),
        "pager": Pager("#newer", "#older", _("51–100, newest first")),
        "allowed": allowed(),
        "refusal": refused(),
        "actions": actions(),
        "refused": [action for action in actions() if not action.ruling.allowed],
        "term": term(),
        "entries": timeline(),
        "pairs": [
            (_("Applicant"), "Әлімхан Әсем Ғалымқызы"),
            (_("IIN"), "850725400331"),
            (_("Address"), "Қ. Сәтбаев көшесі, 12"),
        ],
        "files": [
            FileView(
                "Шағым.pdf",
                "#",
                "1,2 MB",
                "PDF",
                "03.11.2026",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            )
        ],
        "progress": ProgressView(_("Import of appeals"), 62, "#", done=True, detail=_("1,240 of 2,000 rows")),
        "diff": [
            DiffLine("same", [(False, _("The order of the akim is contrary to the law."))]),
            DiffLine("removed", [(False, _("Cancel it ")), (True, _("soon"))]),
            DiffLine("added", [(False, _("Cancel it ")), (True, _("within ten days"))]),
        ],
        "changes": [Changed(_("Address"), "Абай көшесі, 1", "Қ. Сәтбаев көшесі, 12")],
        "crumbs": [Crumb(_("Appeals"), "#")],
    }
