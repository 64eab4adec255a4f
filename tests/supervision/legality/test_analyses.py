"""An analysis of the state of legality: ordered on a ground, written, approved by the head, told."""

from datetime import date
from typing import Any

import pytest

from qadaga.authority import NotPermitted
from qadaga.common.errors import Conflict, InvalidInput
from qadaga.documents.services import open_file
from qadaga.supervision.legality import services
from qadaga.supervision.legality.models import Analysis
from tests.casework import MONDAY, Town, make_body, make_town
from tests.legality import JANUARY, make_analysis, submitted


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


def test_an_analysis_is_approved_by_the_head_and_told(town: Town) -> None:
    row = submitted(town)
    values: dict[str, Any] = {"analysis_id": row.id, "version": row.version, "on": MONDAY}
    with pytest.raises(NotPermitted):  # the deputy, while the head is there
        services.approve(by=town.actor("deputy"), **values)
    row = services.approve(by=town.actor("head"), **values)
    assert row.number_text == "ТЛ-dis-2026/000001"
    assert row.pdf is not None
    with open_file(row.pdf) as printed:
        assert printed.read(5) == b"%PDF-"
    told: dict[str, Any] = {"body": make_body(), "told_on": MONDAY, "way": "post", "reference": "Исх. 4"}
    services.tell(analysis_id=row.id, version=row.version, by=town.actor("clerk"), on=MONDAY, **told)
    with pytest.raises(InvalidInput):  # the same body twice
        services.tell(analysis_id=row.id, version=row.version + 1, by=town.actor("clerk"), on=MONDAY, **told)
    with pytest.raises(NotPermitted) as frozen:
        services.add_source(
            analysis_id=row.id,
            version=row.version + 1,
            kind="media",
            reference="Газета",
            shows="Ещё",
            by=town.actor("assistant"),
            on=MONDAY,
        )
    assert {str(one.citation.clause) for one in frozen.value.ruling.missing} == {"ORD32.1"}


def test_an_analysis_without_findings_is_not_submitted(town: Town) -> None:
    row = make_analysis(town)
    with pytest.raises(Conflict) as refused:
        services.submit(analysis_id=row.id, version=1, conclusion="Да", by=town.actor("assistant"), on=MONDAY)
    assert refused.value.code == "incomplete"


def test_one_sent_back_is_written_on(town: Town) -> None:
    row = submitted(town)
    row = services.send_back(
        analysis_id=row.id, version=row.version, remarks="Мало", by=town.actor("head"), on=MONDAY
    )
    source = row.sources.get()
    services.drop(
        analysis_id=row.id,
        version=row.version,
        part="source",
        row_id=source.id,
        by=town.actor("assistant"),
        on=MONDAY,
    )
    assert not row.sources.exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"subject": ""}, "subject"),
        ({"ends_on": JANUARY}, "ends_on"),
        ({"due_on": date(2026, 1, 1)}, "due_on"),
        ({"ground": "curiosity"}, "ground"),
        ({"kato": "000000000"}, "kato"),
    ],
)
def test_an_analysis_is_ordered_whole(town: Town, changes: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        make_analysis(town, **changes)
    assert [one.field for one in refused.value.fields] == [field]
    assert not Analysis.objects.exists()


def test_an_analysis_is_ordered_once_and_at_home(town: Town) -> None:
    make_analysis(town)
    with pytest.raises(InvalidInput):
        make_analysis(town)
    with pytest.raises(NotPermitted) as refused:
        make_analysis(town, kato="103200000", subject="Чужое")
    assert {str(one.citation.clause) for one in refused.value.ruling.missing} == {"O.1"}
