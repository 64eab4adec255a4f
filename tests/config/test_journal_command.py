"""`qadaga journal verify` and `qadaga journal heads`."""

import io
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from qadaga.common.ids import new_id
from qadaga.journal import services
from qadaga.journal.models import Chain


def run(*arguments: str) -> tuple[str, str]:
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("journal", *arguments, stdout=out, stderr=err)
    except CommandError as failure:
        err.write(str(failure))
    return out.getvalue(), err.getvalue()


@pytest.fixture
def two_entries(db: None) -> None:
    """A chain of two entries."""
    office_id = new_id()
    for _ in range(2):
        with transaction.atomic():
            services.record(
                office_id=office_id,
                action="act.sign",
                subject_kind="act",
                subject_id=new_id(),
                by=None,
                ruling=None,
                on=date(2026, 3, 2),
                data={},
            )


@pytest.mark.usefixtures("two_entries")
def test_a_whole_journal_is_said_to_be_whole() -> None:
    out, err = run("verify")
    assert "2" in out
    assert err == ""


@pytest.mark.usefixtures("two_entries")
def test_a_changed_entry_fails_the_command_and_is_named() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("UPDATE journal_entry SET action = 'act.draft' WHERE seq = 2")
        cursor.execute("SET LOCAL session_replication_role = origin")
    out, err = run("verify")
    assert out == ""
    assert "[changed, id " in err


@pytest.mark.usefixtures("two_entries")
def test_heads_are_printed_to_be_kept_outside() -> None:
    out, _ = run("heads")
    (line,) = out.splitlines()
    assert line.split("\t")[1:] == ["work", "2", bytes(Chain.objects.get().hash).hex()]


@pytest.mark.usefixtures("two_entries")
def test_heads_kept_outside_betray_a_chain_cut_back_together_with_its_head(tmp_path: Path) -> None:
    kept = tmp_path / "heads.txt"
    kept.write_text(run("heads")[0])
    assert run("verify", "--heads", str(kept))[1] == ""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("DELETE FROM journal_entry WHERE seq = 2")
        cursor.execute(
            "UPDATE journal_chain SET seq = 1, hash = (SELECT hash FROM journal_entry WHERE seq = 1)"
        )
        cursor.execute("SET LOCAL session_replication_role = origin")
    assert run("verify")[1] == ""
    out, err = run("verify", "--heads", str(kept))
    assert out == ""
    assert "2" in err.splitlines()[0]


@pytest.mark.django_db
@pytest.mark.parametrize("content", ["nonsense", "a\tb\tc\td", "\udcff"])
def test_a_file_of_no_heads_is_refused(tmp_path: Path, content: str) -> None:
    kept = tmp_path / "heads.txt"
    kept.write_bytes(content.encode(errors="surrogateescape"))
    assert str(kept) in run("verify", "--heads", str(kept))[1]


@pytest.mark.django_db
def test_an_unknown_office_is_refused() -> None:
    _, err = run("verify", "--office", "no-such-office")
    assert "no-such-office" in err
