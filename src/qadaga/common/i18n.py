"""Marks a message for translation in code that must not know the framework."""


def N_(message: str) -> str:  # noqa: N802 - the name message extractors look for
    """Return the English msgid unchanged; the extractor collects it and the edge translates it."""
    return message
