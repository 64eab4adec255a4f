"""One row a body, however many people name it at once; files tied to a matter once."""

from functools import partial

import pytest

from qadaga.authority import NotPermitted
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput
from qadaga.matters import services as matters
from qadaga.matters.models import Attachment, Body, Matter
from tests.casework import MONDAY, Town, assigned_matter, make_file
from tests.parallel import at_once

KNOWN = {"kind": "executive", "name_ru": "Акимат", "bin": "230140001236"}


@pytest.mark.django_db(transaction=True)
def test_many_at_once_name_one_body() -> None:
    found = at_once([partial(matters.register_body, **KNOWN)] * 6)
    assert len({body.id for body in found if isinstance(body, Body)}) == 1
    assert Body.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "columns"),
    [("bin", {"bin": "230140001237"}), ("kind", {"kind": "alien"}), ("name_ru", {"name_ru": " "})],
)
def test_a_bad_body_is_named(db: None, field: str, columns: dict[str, str]) -> None:
    with pytest.raises(InvalidInput) as refused:
        matters.register_body(**{**KNOWN, **columns})
    assert [fault.field for fault in refused.value.fields] == [field]


def test_a_body_without_a_number_is_known_by_its_name(db: None) -> None:
    first = matters.register_body(kind="organisation", name_ru="ТОО «Асем»")
    assert matters.register_body(kind="organisation", name_ru="ТОО «Асем»") == first
    assert (first.name_kk, first.name("kk"), first.bin) == ("ТОО «Асем»", "ТОО «Асем»", None)


def test_a_file_is_tied_once_and_never_to_a_closed_matter(town: Town) -> None:
    matter, file = assigned_matter(town), make_file()
    tie = {"matter_id": matter.id, "file": file, "title": "Заявление", "on": MONDAY}
    matters.attach(by=town.actor("clerk"), **tie)
    with pytest.raises(AlreadyDone):
        matters.attach(by=town.actor("assistant"), **tie)
    assert Attachment.objects.get().file == file
    closed = {"status": "closed", "closed_on": MONDAY, "closed_by": town.head, "tasks": ["coordinate"]}
    Matter.objects.filter(pk=matter.pk).update(**closed)
    with pytest.raises(Conflict):
        matters.attach(by=town.actor("clerk"), **{**tie, "file": make_file("b.pdf")})


def test_whoever_is_complained_of_adds_nothing(town: Town) -> None:
    matter = assigned_matter(town, complained_of=[town.second.person_id])
    with pytest.raises(NotPermitted):
        matters.attach(
            matter_id=matter.id, file=make_file(), title="Объяснение", by=town.actor("second"), on=MONDAY
        )
