"""Compiles the `when` of a condition: the check applies only where every guard holds."""

from collections.abc import Callable

from qadaga.law.model import Missing, Subject, Who

Check = Callable[[Who, Subject | None, str | None], Missing | None]
Guard = Callable[[Who, Subject | None, str | None], bool]


def guarded(check: Check, when: tuple[tuple[str, str], ...]) -> Check:
    """The check, asked only where all of `when` holds; elsewhere nothing is missing."""
    guards = [_GUARDS[kind](value) for kind, value in when]
    first = guards[0]
    if len(guards) == 1:
        return lambda who, subject, ground: (
            check(who, subject, ground) if first(who, subject, ground) else None
        )
    return lambda who, subject, ground: (
        check(who, subject, ground) if all(guard(who, subject, ground) for guard in guards) else None
    )


def holds(when: tuple[tuple[str, str], ...], who: Who, subject: Subject | None, ground: str | None) -> bool:
    """Whether every guard of a condition lets it apply."""
    return all(_GUARDS[kind](value)(who, subject, ground) for kind, value in when)


_GUARDS: dict[str, Callable[[str], Guard]] = {
    "mark": lambda value: lambda _who, subject, _ground: subject is not None and value in subject.marks,
    "mark_not": lambda value: lambda _who, subject, _ground: subject is None or value not in subject.marks,
    "ground": lambda value: lambda _who, _subject, ground: ground == value,
    "ground_not": lambda value: lambda _who, _subject, ground: ground != value,
    "acting": lambda value: lambda who, _subject, _ground: who.acting is (value == "true"),
    "relation": lambda value: (
        lambda who, subject, _ground: (
            subject is not None and (subject.office == who.office) is (value == "own")
        )
    ),
    "level": lambda value: lambda who, _subject, _ground: str(who.level) == value,
}
