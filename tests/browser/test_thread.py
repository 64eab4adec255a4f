"""The main thread in a real browser: from an appeal to a removed violation, as the people of one office.

Once in Russian on a desk's screen, once in Kazakh on a telephone's; every page on the way is checked for
accessibility.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from qadaga.accounts.models import User
from qadaga.acts.models import Act, Measure
from qadaga.appeals.models import Appeal
from qadaga.common import clock
from qadaga.matters.models import Matter
from qadaga.staff.models import Appointment
from tests.browser.conftest import NewPage, assert_accessible, enter
from tests.casework import PDF, Town, make_body, make_town

PASSWORD = "korshau-bereke-2026"
IIN = "850725400331"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at a browser."""

    page: Page

    def go(self, path: str) -> Page:
        """Open a page; it must be accessible."""
        answer = self.page.goto(path)
        assert answer is not None
        assert answer.status == 200, f"{path}: {answer.status}"
        assert_accessible(self.page)
        return self.page

    def refused(self, path: str) -> str:
        """Open a page that the law refuses or that is out of scope; what it says."""
        answer = self.page.goto(path)
        assert answer is not None
        assert answer.status in (403, 404), f"{path}: {answer.status}"
        assert_accessible(self.page)
        return self.page.locator("main").inner_text()

    def do(self, path: str, **fields: object) -> None:
        """Open a step, fill it in, send it; it must be carried out."""
        self._send(path, fields)
        errors = self.page.locator("[data-error-summary]")
        assert errors.count() == 0, f"{path}: {errors.inner_text()}"

    def tries(self, path: str, **fields: object) -> str:
        """Open a step, fill it in, send it; it must be refused, with what was typed kept. What it says."""
        self._send(path, fields)
        assert_accessible(self.page)
        for name, value in fields.items():
            assert self.page.locator(f"main form [name='{name}']").first.input_value() == value
        return self.page.locator("[data-error-summary]").inner_text()

    def _send(self, path: str, fields: Mapping[str, object]) -> None:
        self.go(path)
        for name, value in fields.items():
            fill(self.page, name, value)
        self.page.locator("main form:has(input[name=submission]) button.btn-primary[type=submit]").click()
        self.page.wait_for_load_state()


def fill(page: Page, name: str, value: object) -> None:
    """Give a field its value, whatever kind of control it is."""
    control = page.locator(f"main form [name='{name}']")
    kind = control.first.evaluate("control => control.type")
    if kind in ("checkbox", "radio"):
        _tick(page, name, value)
    elif kind == "select-one":
        control.select_option(str(value))
    elif kind == "file":
        control.set_input_files(str(value))
    else:
        control.fill(str(value))


def _tick(page: Page, name: str, value: object) -> None:
    chosen = value if isinstance(value, list) else [value]
    for one in chosen:
        box: Locator = page.locator(f"main form [name='{name}']")
        (box if one is True else page.locator(f"main form [name='{name}'][value='{one}']")).first.check()


@pytest.fixture
def town(transactional_db: None) -> Town:
    """Offices and people, each able to sign in."""
    return make_town()


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A PDF to attach."""
    file = tmp_path / "proof.pdf"
    file.write_bytes(PDF)
    return file


Seat = Callable[[str], Person]


def seats(town: Town, new_page: NewPage, language: str, width: int) -> Seat:
    """Gives each person of the town a browser of their own, signed in, in that language."""

    def seat(name: str) -> Person:
        return seat_of(getattr(town, name), name, new_page, language, width)

    return seat


def seat_of(held: Appointment, name: str, new_page: NewPage, language: str, width: int) -> Person:
    """A browser of whoever holds the post, signed in, in that language."""
    held.person.user = User.objects.create_user(name, PASSWORD, language=language)
    held.person.save(update_fields=["user"])
    page = new_page(width=width)
    enter(page, name)
    return Person(page)


WORDS = {
    "ru": {
        "name": "Әлімова Айгүл Серікқызы",
        "about": "Школа взимает незаконный сбор",
        "facts": "Сбор установлен без основания в законе.",
        "demands": "Приказ отменить.",
    },
    "kk": {
        "name": "Әлімова Айгүл Серікқызы",
        "about": "Мектеп заңсыз алым алады",
        "facts": "Алым заңда көзделмеген.",
        "demands": "Бұйрықтың күші жойылсын.",
    },
}


@pytest.mark.clause(
    *("O.6.1", "O.6.2", "O.8.2", "O.8.d1", "O.8.d3", "O.9", "O.12", "O.13.1", "O.14.1", "O.15"),
    *("L.1.2", "L.1.3", "L.2.1"),
)
@pytest.mark.parametrize(("language", "width"), [("ru", 1440), ("kk", 360)])
def test_from_an_appeal_to_a_removed_violation(
    town: Town, new_page: NewPage, paper: Path, language: str, width: int
) -> None:
    make_body("Средняя школа № 3", kind="institution")
    today, words = clock.today().isoformat(), WORDS[language]
    seat = seats(town, new_page, language, width)
    clerk, head, deputy, assistant = map(seat, ("clerk", "head", "deputy", "assistant"))

    # The clerk registers the appeal; the IIN is checked and kept.
    clerk.do(
        "/appeals/new/",
        **{"a0-name": words["name"], "a0-iin": IIN, "a0-address": "Семей, Абай 1"},
        kind="complaint",
        language=language,
        summary=words["about"],
        body="Средняя школа № 3",
        paper_place="Шкаф 2",
    )
    appeal = Appeal.objects.get()
    coupon = clerk.page.request.get(f"/appeals/{appeal.id}/coupon.pdf")
    assert coupon.ok
    assert coupon.body().startswith(b"%PDF")

    # The head finds it, opens a matter of it and gives it to the assistant.
    assert appeal.number in head.go("/").locator("main").inner_text()
    head.do(
        f"/appeals/{appeal.id}/matter/",
        direction="legality_of_acts",
        title=words["about"],
        tasks=["protect_rights", "remove_violations"],
    )
    matter = Matter.objects.get()
    head.do(f"/matters/{matter.id}/assign/", assignee=town.assistant.id)

    # The assistant asks for documents, records the violation and drafts the act.
    of_matter = f"/matters/{matter.id}"
    assistant.do(f"{of_matter}/request/", language=language, ground=words["about"], text=words["facts"])
    measure = Measure.objects.get()
    assistant.do(f"/measures/{measure.id}/serve/", way="courier", served_on=today, proof_ref="вх. 7")
    clerk.do(f"/measures/{measure.id}/reply/", replied_on=today, reply=words["facts"], file=paper)
    assistant.do(
        f"{of_matter}/violation/",
        norm="Статья 31",
        what=words["facts"],
        violator_kind="body",
        rights_of="person",
    )
    assistant.do(
        f"{of_matter}/draft/",
        kind="representation",
        language=language,
        heading=words["about"],
        facts=words["facts"],
        norms="Статья 31",
        demands=words["demands"],
    )
    act = Act.objects.get()
    of_act = f"/acts/{act.id}"
    assistant.do(f"{of_act}/submit/")

    # The deputy sends it back with a remark; the comparison shows what changed; then it is agreed.
    deputy.do(f"{of_act}/send-back/", remarks=words["demands"])
    assistant.do(f"{of_act}/edit/", facts=words["facts"] + "\n" + words["about"])
    assert words["about"] in assistant.go(f"{of_act}/versions/1-2/").locator("ins").all_inner_texts()
    assistant.do(f"{of_act}/submit/")
    assert "O.15" in deputy.refused(f"{of_act}/sign/")
    deputy.do(f"{of_act}/agree/")

    # The head signs; the paper is frozen with its fingerprint.
    head.do(f"{of_act}/sign/")
    act.refresh_from_db()
    assert act.sha256 is not None
    assert act.sha256 in head.go(f"{of_act}/").locator("main").inner_text().replace("\n", "")

    # The clerk serves it and records the reply; the assistant assesses it and confirms the removal.
    clerk.do(f"{of_act}/serve/", way="courier", served_on=today, recipient="Директор", proof=paper)
    why = assistant.go(f"{of_act}/").locator(".q-term details").first
    why.locator("summary").click()
    assert why.locator("li").count() >= 3
    clerk.do(f"{of_act}/reply/", replied_on=today, summary=words["facts"])
    assistant.do(f"{of_act}/assess/", assessment="satisfied")
    assistant.do(f"{of_act}/removal/", removed_on=today, what=words["demands"], proof=paper)

    # Whose rights were restored, the four results, the answer to the applicant, the end.
    assistant.do(
        f"{of_matter}/protected/",
        kind="adult",
        name=words["name"],
        count=1,
        restored=words["demands"],
        restored_on=today,
        told_on=today,
        told_how="SMS",
    )
    for kind, outcome, note in (
        ("violations", "reached", ""),
        ("removal", "reached", ""),
        ("protection", "reached", ""),
        ("liability", "not_needed", words["about"]),
    ):
        assistant.do(f"{of_matter}/result/", kind=kind, outcome=outcome, note=note)
    of_appeal = f"/appeals/{appeal.id}"
    assistant.do(f"{of_appeal}/draft/", language=language, outcome="granted", text=words["demands"])
    head.do(f"{of_appeal}/sign/")
    clerk.do(f"{of_appeal}/send/", sent_on=today)
    head.do(f"{of_matter}/close/", conclusion=words["demands"])
    matter.refresh_from_db()
    appeal.refresh_from_db()
    assert (matter.status, appeal.status) == ("closed", "answered")

    # The timeline has it all; the region sees it; the neighbour finds nothing.
    card = head.go(f"{of_matter}/")
    assert card.locator(".q-timeline > li").count() >= 15
    region, neighbour = seat("region_head"), seat("neighbour")
    assert region.go(f"{of_matter}/").locator("h1").inner_text().startswith(matter.number_text)
    assert re.search(r"404|табыл|найден", neighbour.refused(f"{of_matter}/"), re.IGNORECASE)
