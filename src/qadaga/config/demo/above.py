"""Cases of the demonstration in which the region decides on an act of its district (L.1.2)."""

from typing import Any

from qadaga.acts.above import services as above
from qadaga.config.demo import people
from qadaga.config.demo.case import Case
from qadaga.config.demo.schedule import Story
from qadaga.config.demo.stories import served
from qadaga.config.demo.subjects import words


def suspended(case: Case) -> Story:
    """The region suspends a protest until it decides."""
    yield from served(case)
    yield 2
    above.suspend(decided=_decided(case), **_region(case))


def changed(case: Case) -> Story:
    """The region gives a protest another wording; the office has noted it and told the body."""
    yield from served(case)
    yield 2
    above.change(decided=_decided(case, wording=words("new_wording", case.subject.language)), **_region(case))
    yield 1
    case.act.refresh_from_db()
    given = {"kind": "act", "record_id": case.act.id, **case.who("head")}
    above.note(version=case.act.version, **given)
    above.tell(version=case.act.version + 1, told_on=case.stage.on, way="electronic", **given)


def cancelled(case: Case) -> Story:
    """The region cancels a protest."""
    yield from served(case)
    yield 3
    above.cancel(decided=_decided(case), **_region(case))


def _decided(case: Case, *, wording: str = "") -> above.Decided:
    language = case.subject.language
    return above.Decided(
        words("above_why", language),
        "lower_act_unlawful",
        words("above_norm", language),
        language=language,
        wording=wording,
    )


def _region(case: Case) -> dict[str, Any]:
    case.act.refresh_from_db()
    by, on = people.actor("akmola.head", case.stage.on), case.stage.on
    return {"kind": "act", "record_id": case.act.id, "version": case.act.version, "by": by, "on": on}
