"""What the database itself refuses about users."""

import pytest
from django.db import IntegrityError, transaction

from qadaga.accounts.models import User

pytestmark = pytest.mark.django_db


def test_a_name_is_kept_in_lower_case_and_found_in_any() -> None:
    made = User.objects.create_user("Іңкәр.Ә", "x")
    assert made.username == "іңкәр.ә"
    assert User.objects.get_by_natural_key("ІҢКӘР.Ә") == made
    assert made.pk.version == 7


@pytest.mark.parametrize("wrong", [{"username": "UPPER"}, {"language": "de"}, {"theme": "pink"}])
def test_the_database_refuses(wrong: dict[str, str]) -> None:
    made = User.objects.create_user("inkar")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=made.pk).update(**wrong)


def test_without_a_password_nobody_signs_in() -> None:
    assert not User.objects.create_user("inkar").has_usable_password()
