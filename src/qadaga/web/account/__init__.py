"""One's own account: hat, language, brightness, tokens."""
