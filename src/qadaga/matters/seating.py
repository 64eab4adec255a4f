"""A matter goes over to another office's register: what stands in it follows, asked of every layer.

Upper layers register how their records follow in their AppConfig.ready; the case file knows none by name.
"""

from collections.abc import Callable

from qadaga.matters import searching
from qadaga.matters.models import Matter, Term

Follow = Callable[[Matter], None]
_following: list[Follow] = []


def register(follow: Follow) -> Follow:
    """Call `follow` whenever a matter has gone over, in the transaction of the move."""
    if follow not in _following:
        _following.append(follow)
    return follow


def follow(matter: Matter) -> None:
    """Let terms, the search and the records of upper layers follow to the office that has the matter now."""
    Term.objects.filter(matter=matter).update(office=matter.office, region_id=matter.region_id)
    searching.put(matter)
    for one in _following:
        one(matter)
