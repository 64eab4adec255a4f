"""What of orders waits for a person: to sign, agree, read, carry out, control, publish (O.15, O.P2-P4)."""

from qadaga.law import catalogue
from qadaga.law.coverage import implements
from qadaga.law.records import Post

PUBLISH = "duty.publish"
UNPUBLISHED = """
(SELECT 'publish', o.id, o.number_text, coalesce(nullif(o.title_kk, ''), o.title_ru), NULL::date
FROM orders_order o
WHERE %(publishes)s AND o.office_id = ANY(%(own)s::uuid[]) AND o.status = 'signed' AND o.to_publish
    AND o.published_on IS NULL
ORDER BY o.signed_on, o.id LIMIT 7)
"""

# The first seven of each: drafts of the office for those who lead it, orders to read, own points, those under
# one's control. Columns and values are those of `acts.selectors.waiting`, which asks for all at once.
_OTHERS = """
(SELECT 'sign', o.id, '', coalesce(nullif(o.title_kk, ''), o.title_ru), NULL::date FROM orders_order o
WHERE %(leads)s AND o.office_id = ANY(%(own)s::uuid[]) AND o.status = 'agreed'
ORDER BY o.drafted_on, o.id LIMIT 7)
UNION ALL
(SELECT 'agree', o.id, '', coalesce(nullif(o.title_kk, ''), o.title_ru), NULL::date FROM orders_order o
WHERE %(leads)s AND o.office_id = ANY(%(own)s::uuid[]) AND o.status = 'agreement'
ORDER BY o.drafted_on, o.id LIMIT 7)
UNION ALL
(SELECT 'read', o.id, o.number_text, coalesce(nullif(o.title_kk, ''), o.title_ru), NULL::date
FROM orders_orderaddressee f JOIN orders_order o ON o.id = f.order_id
WHERE f.appointment_id = %(me)s AND f.familiar_on IS NULL AND o.status = 'signed'
ORDER BY f.id LIMIT 7)
UNION ALL
(SELECT 'carry_out', o.id, o.number_text, p.what, p.due_on
FROM orders_orderpoint p JOIN orders_order o ON o.id = p.order_id
WHERE p.executor_id = %(me)s AND p.done_on IS NULL AND o.status = 'signed'
ORDER BY p.due_on, p.id LIMIT 7)
UNION ALL
(SELECT 'watch', o.id, o.number_text, p.what, p.due_on
FROM orders_order o JOIN orders_orderpoint p ON p.order_id = o.id
WHERE o.controller_id = %(me)s AND o.status = 'signed' AND p.done_on IS NULL AND p.executor_id <> %(me)s
ORDER BY p.due_on, p.id LIMIT 7)
"""
WAITING = " UNION ALL ".join((_OTHERS, UNPUBLISHED))
implements("O.P2", "O.P3", "O.P4", code="qadaga.organisation.orders.selectors.waiting")


def publishes(post: Post, *, leads: bool) -> bool:
    """Whether the holder of the post answers for publishing orders (O.P2)."""
    falls_on = catalogue.load().duties[PUBLISH].falls_on
    return post.id in falls_on or (leads and "@heads" in falls_on)
