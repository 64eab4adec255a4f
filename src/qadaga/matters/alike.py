"""When two names are of the same body: the legal form, quotes and case do not count."""

from qadaga.common.sortkeys import sort_key

# Legal forms as they are written before a name, in Russian and Kazakh.
_FORMS = frozenset(
    sort_key(form)
    for form in [
        "ТОО",
        "ЖШС",
        "АО",
        "АҚ",
        "ОО",
        "ҚБ",
        "ГУ",
        "ММ",
        "КГУ",
        "КММ",
        "РГУ",
        "РММ",
        "ГКП",
        "МКК",
        "РГП",
        "РМК",
        "КГП",
        "КМК",
        "ПК",
        "ИП",
        "ЖК",
        "ФХ",
        "ШҚ",
        "НАО",
        "КеАҚ",
    ]
)


def alike(name: str) -> str:
    """A key that names of one body share; the whole name's key where nothing but a form stands in it."""
    words = sort_key(name).split()
    return " ".join(word for word in words if word not in _FORMS) or " ".join(words)
