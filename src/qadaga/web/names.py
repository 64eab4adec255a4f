"""Names of the law's records in the language of the page."""

from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from qadaga.law import wording

LANGUAGES = ("ru", "kk", "en")


def language() -> str:
    """The page's language: ru, kk or en."""
    code = (get_language() or "ru")[:2]
    return code if code in LANGUAGES else "ru"


def quarter_name(first: date) -> str:
    """The quarter that begins on the day, as a sentence names it."""
    return _("quarter %(number)s of %(year)s") % {"number": (first.month + 2) // 3, "year": first.year}


def post_title(post: str, code: str = "", kind: str = "") -> str:
    """The title of a post of the catalogue, as an office of that kind calls it; its id when none has it."""
    return wording.post_called(post, kind, code or language())
