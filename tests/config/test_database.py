"""The database every test gets: real PostgreSQL with the letters of the country."""

import pytest
from django.db import connection


@pytest.mark.django_db
def test_kazakh_letters_have_their_case() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT lower('Қ'), upper('ә')")
        assert cursor.fetchone() == ("қ", "Ә")
