"""Points that were put under control before they had a ledger get one from the days they were given."""

from typing import Any

from django.db import migrations


def begin(apps: Any, _editor: Any) -> None:
    """A term for every point: begun when it was set, prolonged as recorded, ended when it went off control."""
    point_model = apps.get_model("orders", "OrderPoint")
    for point in point_model.objects.select_related("order__office").order_by("id").iterator():
        _term(apps, point)


def _term(apps: Any, point: Any) -> None:
    changes = list(point.terms.order_by("id"))
    over = point.done_on or point.order.cancelled_on
    term = apps.get_model("matters", "Term").objects.create(
        office_id=point.order.office_id,
        region_id=point.order.office.region_id,
        subject_kind="order_point",
        subject_id=point.id,
        rule="order_point",
        started_on=point.set_on,
        due_on=point.due_on,
        ended_on=over,
        state="finished" if over else "running",
    )
    first = {"kind": "start", "on": point.set_on, "until": changes[0].was if changes else point.due_on}
    later = [
        {"kind": "prolong", "on": row.on, "until": row.until, "reason": row.reason, "by_id": row.by_id}
        for row in changes
    ]
    last = [{"kind": "end", "on": over, "by_id": point.done_by_id}] if over else []
    event = apps.get_model("matters", "TermEvent")
    event.objects.bulk_create(
        event(term=term, no=no, **row) for no, row in enumerate([first, *later, *last], start=1)
    )


class Migration(migrations.Migration):
    dependencies = [
        ("matters", "0012_terms_of_order_points"),
        ("orders", "0003_points_changed"),
    ]

    operations = [migrations.RunPython(begin, migrations.RunPython.noop)]
