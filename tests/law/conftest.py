"""Properties here walk years of days: a slow machine is no fault of theirs."""

from hypothesis import settings

settings.register_profile("law", deadline=None)
settings.load_profile("law")
