"""Names of the law's records in the language of the page."""

from django.utils.translation import get_language

from qadaga.law import catalogue

LANGUAGES = ("ru", "kk", "en")


def language() -> str:
    """The page's language: ru, kk or en."""
    code = (get_language() or "ru")[:2]
    return code if code in LANGUAGES else "ru"


def post_title(post: str, code: str = "") -> str:
    """The title of a post of the catalogue; its id when a later edition has dropped it."""
    record = catalogue.load().posts.get(post)
    return record.title.get(code or language()) if record else post
