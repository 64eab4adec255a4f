"""What a supervisor asks."""

import pytest
from django.test import Client


def test_live_needs_no_database(client: Client) -> None:
    answer = client.get("/health/live")
    assert (answer.status_code, answer.content) == (200, b"live\n")


@pytest.mark.django_db
def test_ready_asks_the_database(client: Client) -> None:
    assert client.get("/health/ready").content == b"ready\n"
