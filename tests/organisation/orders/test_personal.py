"""What in an order looks like personal data, and who has to say that it may be published (O.P2)."""

import pytest

from qadaga.common.errors import InvalidInput
from qadaga.organisation.orders import content, services
from qadaga.organisation.orders.personal import personal_data
from tests.casework import MONDAY, make_town
from tests.ordering import WORDING, make_draft, signed_order


@pytest.mark.django_db
def test_numbers_and_names_are_found_and_have_to_be_confirmed() -> None:
    town = make_town()
    head = town.actor("head")
    person = town.assistant.person
    person.last_name = "Сейтказина"
    person.save(update_fields=["last_name"])
    text = "1. Поручить Сейтказиной (ИИН 850725400331), вх. 123456789012, сентябрь."
    order = signed_order(head, MONDAY, wording=services.Wording(title_ru="О приёме", text_ru=text))
    found = personal_data(order)
    assert (found.numbers, found.names) == (("85…31",), ("Сейтказиной",))
    given = {"order_id": order.id, "version": order.version, "by": head, "on": MONDAY}
    where = {"where": "Сайт", "published_on": MONDAY}
    with pytest.raises(InvalidInput) as refused:
        services.publish(**given, **where)
    assert [(one.field, one.code) for one in refused.value.fields] == [("confirmed", "personal_data")]
    assert services.publish(**given, **where, confirmed=True).published_on == MONDAY
    assert not personal_data(signed_order(head, MONDAY, wording=WORDING))


@pytest.mark.django_db
def test_the_paper_prints_the_clauses_it_rests_on() -> None:
    order = make_draft(make_town().actor("head"), MONDAY, norms=["O.13.2", "L.1.2"])
    data = content.printed(order, order.versions.get(), signer=None, on=None)
    assert "подпункт 2 пункта 13" in data["norms"]
    assert "O.13" not in data["norms"]
    assert content.pdf(order, order.versions.get()).startswith(b"%PDF")
