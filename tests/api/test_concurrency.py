"""ETag and If-Match: nobody overwrites what somebody else has changed meanwhile."""

from qadaga.law import catalogue
from tests.api.conftest import Call
from tests.api.test_problems import said
from tests.intake import Registry, make_appeal, open_for

TASKS = {"tasks": sorted(catalogue.load().tasks)[:1]}


def test_an_update_names_the_version_that_was_read(call: Call, registry: Registry) -> None:
    matter = open_for(registry, make_appeal(registry))
    head, path = call("head"), f"/matters/{matter.id}"
    tag = head.get(path)["ETag"]
    assert tag == f'"v{matter.version}"'
    assert said(head.put(f"{path}/tasks", TASKS), 428)["code"] == "precondition_required"
    changed = head.put(f"{path}/tasks", TASKS, **{"If-Match": tag})
    assert changed.status_code == 200, changed.content
    assert changed["ETag"] == f'"v{matter.version + 1}"'


def test_the_second_of_two_people_is_told_the_version_there_is(call: Call, registry: Registry) -> None:
    matter = open_for(registry, make_appeal(registry))
    path = f"/matters/{matter.id}/tasks"
    call("head").put(path, TASKS, version=matter.version)
    body = said(call("head").put(path, TASKS, version=matter.version), 412)
    assert body["current_version"] == matter.version + 1


def test_what_is_no_tag_of_ours_is_no_precondition(call: Call, registry: Registry) -> None:
    matter = open_for(registry, make_appeal(registry))
    for tag in ("*", "v1", '"x"', '"v99999999999999999999"'):
        said(call("head").put(f"/matters/{matter.id}/tasks", TASKS, **{"If-Match": tag}), 428)
