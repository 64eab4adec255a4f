"""My day also shows what stands in another office's register, or in none."""

from datetime import timedelta

import pytest

from qadaga.appeals.selectors.day import sections
from qadaga.authority.alarms import declared
from qadaga.matters import services as matters
from qadaga.web.day.elsewhere import SORTS, elsewhere, everything
from qadaga.web.day.orders import SORTS as ORDER_SORTS
from tests.casework import MONDAY, Town, assigned_matter, issued_request, make_town


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


def titles(town: Town, who: str) -> list[str]:
    return [view.title for view in elsewhere(everything(town.actor(who), MONDAY), MONDAY)]


def test_a_request_waits_with_its_officer_and_is_marked_when_late(town: Town) -> None:
    from qadaga.acts import services as acts

    request = issued_request(town, assigned_matter(town))
    acts.serve_request(
        measure_id=request.id,
        version=1,
        delivered=acts.Delivered("electronic", MONDAY, proof_ref="e-7"),
        by=town.actor("assistant"),
        on=MONDAY,
    )
    late = MONDAY + timedelta(days=30)
    (section,) = elsewhere(everything(town.actor("assistant", late), late), late)
    assert request.number_text in section.rows[0]
    assert "q-row-danger" in section.rows[0]
    assert titles(town, "second") == titles(town, "clerk") == []


def test_a_called_up_matter_waits_in_the_region(town: Town) -> None:
    matter = assigned_matter(town, title="О сборе <script>")
    matters.call_up(matter_id=matter.id, version=2, reason="Область", by=town.actor("region_head"), on=MONDAY)
    (section,) = elsewhere(everything(town.actor("region_head"), MONDAY), MONDAY)
    assert f"/matters/{matter.id}/" in section.rows[0]
    assert "<script>" not in section.rows[0]
    assert titles(town, "head") == titles(town, "region_prosecutor") == []


def test_every_section_that_a_duty_names_is_one_of_the_first_page(town: Town) -> None:
    of_register = {one.title for who in ("head", "assistant") for one in sections(town.actor(who), MONDAY)}
    assert set(declared.SHOWN.values()) <= {*SORTS, *ORDER_SORTS, *of_register, "inbox"}
