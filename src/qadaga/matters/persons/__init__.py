"""One card of a person by IIN: every role in which a register knows them, as far as the reader may see."""
