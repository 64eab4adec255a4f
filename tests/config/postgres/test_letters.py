"""A database that does not know Kazakh letters is refused."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from qadaga.config.postgres import letters


@pytest.mark.django_db
def test_the_database_of_the_tests_is_accepted() -> None:
    letters.check(connection)


class Deaf:
    """A connection to a database whose lower() leaves what is not ASCII alone."""

    def cursor(self) -> "Deaf":
        return self

    def __enter__(self) -> "Deaf":
        return self

    def __exit__(self, *problem: object) -> None: ...

    def execute(self, statement: str) -> None:
        assert "lower('Қ')" in statement

    def fetchone(self) -> tuple[str, str, str]:
        return ("Қ", "Ә", "UTF8")


def test_one_that_does_not_fold_their_case_is_refused() -> None:
    deaf: BaseDatabaseWrapper = Deaf()  # type: ignore[assignment]  # stands in for the three calls that are made
    with pytest.raises(ImproperlyConfigured, match="does not know Kazakh letters"):
        letters.check(deaf)
