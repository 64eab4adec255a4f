"""Duties of law that run against the clock: raised by a fact, heard up the line, ended by the act of law."""
