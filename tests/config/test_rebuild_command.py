"""`qadaga rebuild due|uses` puts every due date and every count right, and then changes nothing more."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from qadaga.acts.models import Act
from qadaga.authority.uses.models import Use
from qadaga.matters.models import Matter, Term
from tests.casework import Town, assigned_matter, make_town, served_protest


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


def rebuilt() -> list[int]:
    out = StringIO()
    call_command("rebuild", "due", stdout=out)
    return [int(word.strip(";.")) for word in out.getvalue().split() if word.strip(";.").isdigit()]


def test_dates_that_went_wrong_are_put_right(town: Town) -> None:
    act = served_protest(town, assigned_matter(town))
    finished = served_protest(town, assigned_matter(town))
    Term.objects.filter(subject_id=finished.id).update(state="finished", ended_on=finished.served_on)
    right = act.due_on
    assert right is not None
    wrong = right + timedelta(days=30)
    Term.objects.update(due_on=wrong)
    Act.objects.filter(pk=act.pk).update(due_on=wrong)
    Matter.objects.update(due_on=wrong)
    assert rebuilt() == [1, 1]
    assert rebuilt() == [1, 0]
    act.refresh_from_db()
    assert act.due_on == act.matter.due_on == Term.objects.get(subject_id=act.id).due_on == right


def test_uses_are_counted_again_from_the_journal(town: Town) -> None:
    assigned_matter(town)
    out = StringIO()
    call_command("rebuild", "uses", stdout=out)
    assert Use.objects.filter(record="matter.open").exists()
    before = set(Use.objects.values_list("record", "unit", "times"))
    call_command("rebuild", "uses", stdout=out)
    assert set(Use.objects.values_list("record", "unit", "times")) == before
