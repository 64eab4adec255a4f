"""The days of rest that the `holidays` library knows of Kazakhstan.

Asked for one country, the library imports the modules of all 250: eight megabytes in every process, for good.
"""

import importlib
import importlib.util
import sys
from collections.abc import Mapping
from datetime import date
from typing import Any

_PACKAGE = "holidays.countries"


def _country() -> Any:
    """The library's class, its module imported under a package that was found but not run."""
    if _PACKAGE in sys.modules:
        return importlib.import_module(f"{_PACKAGE}.kazakhstan").Kazakhstan
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None:
        raise ModuleNotFoundError(_PACKAGE)
    sys.modules[_PACKAGE] = importlib.util.module_from_spec(spec)
    try:
        return importlib.import_module(f"{_PACKAGE}.kazakhstan").Kazakhstan
    finally:
        # Whoever asks for the package itself later gets the whole of it.
        del sys.modules[_PACKAGE]


# Now, while this module is imported by one thread; not when two requests first ask for a day.
_KAZAKHSTAN = _country()


def days_of(year: int) -> Mapping[date, str]:
    """The days of rest of the year, each with its name in English as the library puts it."""
    found: Mapping[date, str] = _KAZAKHSTAN(years=[year], language="en_US")
    return found
