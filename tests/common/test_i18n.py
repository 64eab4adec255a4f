"""The mark of a message."""

from qadaga.common.i18n import N_


def test_a_marked_message_is_itself() -> None:
    assert N_("Number %(n)s") == "Number %(n)s"
