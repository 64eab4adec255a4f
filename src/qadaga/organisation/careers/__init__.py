"""Decisions about people: what an appointment rests on, checks of entry, cards that turned out to be one."""
