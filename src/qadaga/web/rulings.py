"""Rulings of the law in the words of the page."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga.law import catalogue, wording
from qadaga.law.again import Again, again
from qadaga.law.model import Citation as Norm
from qadaga.law.model import Missing, Ruling
from qadaga.web.components import ActionView, AgainView, Citation, Reason, RulingView
from qadaga.web.law.links import clause_url
from qadaga.web.names import language


def citation_view(norm: Norm) -> Citation:
    """A norm with its title in our words, and whether that is unverified."""
    record = catalogue.load().provisions.get(norm.clause)
    unverified = record is not None and record.status == "unverified"
    title = wording.clause_title(norm, language())
    return Citation(norm.clause, title, clause_url(norm.clause), unverified)


def reason_view(missing: Missing) -> Reason:
    """One condition that is not met, as a sentence, with its clause."""
    return Reason(wording.sentence(missing, language(), _), citation_view(missing.citation))


def ruling_view(ruling: Ruling) -> RulingView:
    """The whole ruling: the answer, what is missing, and the norms it rests on."""
    title = _("Allowed: %(power)s") if ruling.allowed else _("Refused: %(power)s")
    return RulingView(
        allowed=ruling.allowed,
        title=title % {"power": wording.title("powers", ruling.power, language())},
        citations=[citation_view(norm) for norm in ruling.citations],
        reasons=[reason_view(missing) for missing in ruling.missing],
        edition=edition_text(ruling.edition),
    )


def again_view(kept: Mapping[str, Any] | None, on: date) -> AgainView | None:
    """The ruling that a signed paper keeps, run again, and the law of the day on the same facts.

    None for a paper that is not signed. Reads nothing: the paper keeps its facts, the law is in memory.
    """
    if kept is None:
        return None
    found = again(kept, on)
    return AgainView(
        kept=ruling_view(found.kept) if found.kept else None,
        same=found.state == "same",
        said=_said_again(found),
        same_now=found.now is not None and found.now == found.kept,
        now=ruling_view(found.now) if found.now and found.now != found.kept else None,
    )


def _said_again(found: Again) -> str:
    if found.state == "unreadable":
        return _("The ruling that the paper keeps cannot be read.")
    if found.state == "unknown_edition":
        return _("The law kept here no longer has the edition of this ruling: %(edition)s.") % {
            "edition": found.edition or "—"
        }
    if found.state == "same":
        return _("Run again today under its own edition, the law gives the same ruling.")
    return _("Run again today under its own edition, the law gives another ruling.")


def norm_links(clauses: Iterable[str]) -> SafeString:
    """Clauses that a paper rests on, each leading to what it says."""
    return format_html_join(", ", '<a href="{}">{}</a>', ((clause_url(one), one) for one in clauses))


def edition_text(state: str) -> str:
    """The editions of the product's own sources that a state of the law is made of, in words."""
    law, code = catalogue.load(), language()
    live = [law.editions[part] for part in state.split("+") if part in law.editions]
    return "; ".join(f"{law.sources[one.source].title.get(code)} ({one.title.get(code)})" for one in live)


def ground_choices(grounds: Iterable[str]) -> list[tuple[str, str]]:
    """Grounds of the law as a field offers them: the code, the title in the person's language."""
    law, code = catalogue.load(), language()
    return [(ground, law.grounds[ground].title.get(code)) for ground in grounds]


def grounds_of(power: str) -> list[tuple[str, str]]:
    """The grounds on which the power may be used, as a field offers them."""
    return ground_choices(catalogue.load().powers[power].grounds)


def power_title(power: str) -> str:
    """The name of a power in the page's language, as a line begins; its id when no edition has it."""
    title = wording.title("powers", power, language())
    return title[:1].upper() + title[1:]


def refused(actions: Iterable[ActionView]) -> list[ActionView]:
    """The actions that the law refuses, for the second half of the panel."""
    return [action for action in actions if not action.ruling.allowed]
