"""Compiles the conditions of the catalogue into small closures, once, at load.

A check takes (who, subject, ground) and returns None when its condition holds, else what is missing. What is
missing is built at load wherever its values are known then: a refusal must cost microseconds.
"""

from collections.abc import Callable, Container, Iterable, Mapping
from typing import Any

from qadaga.law.guards import Check, guarded
from qadaga.law.loading import Catalogue
from qadaga.law.messages import BY_KIND, BY_MARK
from qadaga.law.model import Citation, Missing, Subject, Who
from qadaga.law.records import Condition, Post
from qadaga.law.territory import within

Verdicts = Callable[[Condition, Citation, Catalogue], Mapping[str, Missing | None]]


def compile_check(condition: Condition, state: Catalogue) -> Check:
    """The closure of one condition under one state of the law."""
    check = BY_CONDITION[condition.kind](condition, state.cite(condition.cite), state)
    return guarded(check, condition.when) if condition.when else check


def posts_of(condition: Condition, posts: Mapping[str, Post]) -> frozenset[str]:
    """The posts a `posts` condition opens to, its sets (@heads, …) resolved."""
    found: set[str] = set()
    for value in condition.values:
        found |= {p.id for p in posts.values() if _in_set(value, p)} if value.startswith("@") else {value}
    return frozenset(found)


def _in_set(name: str, post: Post) -> bool:
    return {
        "@heads": post.heads,
        "@deputies": post.deputy,
        "@unit_heads": post.unit_head,
        "@officers": post.staff == "officer",
        "@employees": post.staff == "employee",
        "@any": True,
    }[name]


class _Verdicts(dict[str, Missing | None]):
    """A verdict for each id. `allowed` are there from the start; another is built when first met.

    It is kept only if the catalogue knows the id: what comes from outside may not fill the memory.
    """

    def __init__(
        self, allowed: Iterable[str], known: Container[str], lacking: Callable[[str], Missing]
    ) -> None:
        super().__init__(dict.fromkeys(allowed))
        self._known, self._lacking = known, lacking

    def __missing__(self, key: str) -> Missing | None:
        found = self._lacking(key)
        if key in self._known:
            self[key] = found
        return found


def _lacking(
    condition: Condition, citation: Citation, needs: Iterable[str] | None = None
) -> Callable[..., Missing]:
    message, wanted = BY_KIND[condition.kind], tuple(condition.values if needs is None else needs)
    kind = condition.kind

    def build(**data: Any) -> Missing:
        return Missing(kind, {"needs": wanted, **data}, citation, message)

    return build


def _posts(condition: Condition, citation: Citation, state: Catalogue) -> Check:
    allowed = posts_of(condition, state.posts)
    needs = (
        *condition.values,
        *(["@acting"] if condition.acting else []),
        *(f"@{d}" for d in sorted(condition.doors)),
    )
    lack = _lacking(condition, citation, needs)
    verdicts = _Verdicts(allowed, state.posts, lambda post: lack(post=post))
    if not condition.acting and not condition.doors:
        return lambda who, _subject, _ground: verdicts[who.post]
    doors, acting = condition.doors, condition.acting

    def check(who: Who, subject: Subject | None, _ground: str | None) -> Missing | None:
        missing = verdicts[who.post]
        if missing is None or (acting and who.acting):
            return None
        return None if subject is not None and not doors.isdisjoint(subject.marks) else missing

    return check


def _officer(condition: Condition, citation: Citation, state: Catalogue) -> Check:
    verdicts = officer_verdicts(condition, citation, state)
    return lambda who, _subject, _ground: None if who.officer else verdicts[who.post]


def officer_verdicts(
    condition: Condition, citation: Citation, state: Catalogue
) -> Mapping[str, Missing | None]:
    """What an `officer` condition answers to somebody of that post who is none."""
    lack = _lacking(condition, citation)
    return _Verdicts((), state.posts, lambda post: lack(post=post))


def _levels(condition: Condition, citation: Citation, _state: Catalogue) -> Check:
    allowed, lack = frozenset(int(v) for v in condition.values), _lacking(condition, citation)
    return lambda who, _subject, _ground: None if who.level in allowed else lack(level=who.level)


def _kinds(condition: Condition, citation: Citation, state: Catalogue) -> Check:
    allowed, lack = frozenset(condition.values), _lacking(condition, citation)
    verdicts = _Verdicts(allowed, state.office_kinds, lambda kind: lack(kind=kind))
    return lambda who, _subject, _ground: verdicts[who.office_kind]


def _relation(condition: Condition, citation: Citation, _state: Catalogue) -> Check:
    lack = _lacking(condition, citation)
    own, higher, lower, other = (
        None if name in condition.values else lack(relation=name)
        for name in ("own", "higher", "lower", "other")
    )

    def check(who: Who, subject: Subject | None, _ground: str | None) -> Missing | None:
        if subject is None or subject.office == who.office:
            return own if subject is not None else None
        if who.office in subject.path:
            return own if subject.office in who.succeeds else higher
        return lower if subject.office in who.path else other

    return check


def _about(condition: Condition, citation: Citation, state: Catalogue) -> Check:
    verdicts = about_verdicts(condition, citation, state)
    without = verdicts["none"]
    return lambda _who, subject, _ground: without if subject is None else verdicts[subject.kind]


def about_verdicts(
    condition: Condition, citation: Citation, state: Catalogue
) -> Mapping[str, Missing | None]:
    """What an `about` condition answers to each kind of subject; "none" is no subject."""
    lack = _lacking(condition, citation)
    return _Verdicts(condition.values, state.subjects, lambda kind: lack(kind=kind))


def _status(condition: Condition, citation: Citation, _state: Catalogue) -> Check:
    lack, listed = _lacking(condition, citation), frozenset(condition.values)
    wanted = condition.kind == "status"

    def check(_who: Who, subject: Subject | None, _ground: str | None) -> Missing | None:
        if subject is None or (subject.status in listed) is wanted:
            return None
        return lack(status=subject.status or "")

    return check


def _direction(condition: Condition, citation: Citation, _state: Catalogue) -> Check:
    lack, listed = _lacking(condition, citation), frozenset(condition.values)

    def check(_who: Who, subject: Subject | None, _ground: str | None) -> Missing | None:
        if subject is None or subject.direction in listed:
            return None
        return lack(direction=subject.direction or "")

    return check


def _act_kinds(condition: Condition, citation: Citation, _state: Catalogue) -> Check:
    missing, listed = _lacking(condition, citation)(), frozenset(condition.values)
    return lambda _who, subject, _ground: (
        None if subject is None or not listed.isdisjoint(subject.marks) else missing
    )


def _ground(condition: Condition, citation: Citation, _state: Catalogue) -> Check:
    lack, listed = _lacking(condition, citation), frozenset(condition.values)
    without = lack(ground="")

    def check(_who: Who, _subject: Subject | None, ground: str | None) -> Missing | None:
        if ground is None:
            return without
        return None if ground in listed else lack(ground=ground)

    return check


def _territory(condition: Condition, citation: Citation, _state: Catalogue) -> Check:
    lack = _lacking(condition, citation)

    def check(who: Who, subject: Subject | None, _ground: str | None) -> Missing | None:
        territory = who.territory
        if not territory or subject is None or subject.territory is None or subject.territory in territory:
            return None
        return None if within(subject.territory, territory) else lack(place=subject.territory)

    return check


def _sphere(condition: Condition, citation: Citation, _state: Catalogue) -> Check:
    message = BY_KIND["sphere"]

    def check(who: Who, subject: Subject | None, _ground: str | None) -> Missing | None:
        spheres = who.spheres
        if not spheres or subject is None or subject.sphere in spheres:
            return None
        data = {"needs": tuple(sorted(spheres)), "sphere": subject.sphere or ""}
        return Missing("sphere", data, citation, message)

    return check


def _forbid(condition: Condition, citation: Citation, _state: Catalogue) -> Check:
    mark, missing = condition.values[0], forbidden_mark(condition, citation)
    return lambda _who, subject, _ground: missing if subject is not None and mark in subject.marks else None


def forbidden_mark(condition: Condition, citation: Citation) -> Missing:
    """What a `forbid` condition answers when its mark is there."""
    mark = condition.values[0]
    return Missing("forbid", {"mark": mark}, citation, BY_MARK[mark])


BY_CONDITION: dict[str, Callable[[Condition, Citation, Catalogue], Check]] = {
    "posts": _posts,
    "officer": _officer,
    "levels": _levels,
    "kinds": _kinds,
    "relation": _relation,
    "about": _about,
    "status": _status,
    "not_status": _status,
    "directions": _direction,
    "act_kinds": _act_kinds,
    "ground": _ground,
    "territory": _territory,
    "sphere": _sphere,
    "forbid": _forbid,
}
