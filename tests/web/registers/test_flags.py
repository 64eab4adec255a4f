"""Every condition that a register offers to tick is one that the database answers."""

import pytest

from qadaga.authority.lists import asking, pages
from qadaga.authority.lists.filters import Flag
from qadaga.authority.scope import NATION
from qadaga.common import clock
from qadaga.web.registers.listed import LISTED

FLAGS = [
    (name, one.name)
    for name, listed in LISTED.items()
    for one in listed.register.filters
    if isinstance(one, Flag)
]


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "flag"), FLAGS)
def test_a_ticked_condition_is_answered(name: str, flag: str) -> None:
    ask = asking.asked({flag: True})
    assert pages.fetch(LISTED[name].register, NATION, ask, today=clock.today()).rows == []
