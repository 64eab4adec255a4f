"""A complaint of the inspected begins the minutes of lifting the hindrance; returning documents ends them."""

from qadaga.authority.alarms.models import Alarm
from qadaga.common.ids import new_id
from qadaga.supervision.inspections import services
from tests.casework import MONDAY, Town
from tests.inspecting import at, notified, running, take


def test_the_minutes_run_until_the_documents_are_back(town: Town) -> None:
    inspection = notified(town, running(town))
    document = take(town, inspection)
    services.record_complaint(
        inspection_id=inspection.id, appeal_id=new_id(), number="ЖТ-1", by=town.actor("clerk"), on=MONDAY
    )
    alarm = Alarm.objects.get(subject_id=inspection.id)
    assert (alarm.duty, alarm.office, alarm.ended_at) == (
        "duty.do_not_obstruct",
        town.district,
        None,
    )
    services.return_documents(
        inspection_id=inspection.id,
        document_ids=[document.id],
        returned=services.Returned(at(9, 45), "Бухгалтер", "Расписка 1"),
        by=town.actor("clerk"),
        on=MONDAY,
    )
    alarm.refresh_from_db()
    assert alarm.ended_at is not None
