"""What waits in the registry, until it is done."""

from qadaga.appeals import services as appeals
from qadaga.appeals.selectors import inbox_size, to_register, to_tell
from tests.intake import MONDAY, make_appeal


def forwarded(registry):
    return appeals.forward(
        appeal_id=make_appeal(registry).id,
        to=appeals.Addressee(office_id=registry.other.id),
        ground="competent_office",
        reason="Другой район",
        version=1,
        by=registry.actor("head"),
        on=MONDAY,
    )


def test_what_was_forwarded_waits_until_it_is_registered(registry):
    forwarding = forwarded(registry)
    assert to_register(registry.actor("other_clerk")) == [forwarding]
    assert to_register(registry.actor("clerk")) == []
    appeals.receive(forwarding_id=forwarding.id, by=registry.actor("other_clerk"), on=MONDAY)
    assert to_register(registry.actor("other_clerk")) == []


def test_an_applicant_waits_for_word_until_told(registry):
    forwarding = forwarded(registry)
    (notice,) = to_tell(registry.actor("clerk"))
    assert (notice.appeal, notice.term.rule) == (forwarding.appeal, "appeal_forward")
    appeals.tell_of_forwarding(
        appeal_id=forwarding.appeal_id,
        forwarding_id=forwarding.id,
        told_on=MONDAY,
        way="post",
        by=registry.actor("clerk"),
        on=MONDAY,
    )
    assert to_tell(registry.actor("clerk")) == []


def test_the_link_to_the_registry_counts_what_waits(registry, django_assert_num_queries):
    assert inbox_size(registry.actor("other_clerk")) == (0, False)
    forwarded(registry)
    clerk = registry.actor("other_clerk")
    with django_assert_num_queries(1):
        assert inbox_size(clerk) == (1, False)
    assert inbox_size(registry.actor("clerk")) == (1, False)
