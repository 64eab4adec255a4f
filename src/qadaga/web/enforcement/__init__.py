"""Pages of enforcement proceedings: bailiffs, writs, checks, writs passed to a state bailiff (L.3.5)."""
