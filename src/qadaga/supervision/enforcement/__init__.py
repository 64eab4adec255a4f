"""Direction 5 (L.3.5): bailiffs, writs, checks of them, writs withdrawn and passed to a state bailiff."""
