"""Which kind of act a signed order is, for the counts of use."""

from qadaga.authority.uses import naming

naming.declare(
    "act_kinds",
    "SELECT e.id, o.form AS record FROM entries e JOIN orders_order o ON o.id = e.subject_id"
    " WHERE e.power = 'order.sign'",
)
