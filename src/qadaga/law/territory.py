"""Places: codes of the country's register of territories (KATO)."""


def within(code: str, territory: frozenset[str]) -> bool:
    """Whether a KATO code is, or lies under, one of the territory's (2, 4 or 6 leading digits, then zeros).

    An empty territory is the whole country.
    """
    if not territory or code in territory:
        return True
    return any(code[:digits] + "0" * (9 - digits) in territory for digits in (2, 4, 6))
