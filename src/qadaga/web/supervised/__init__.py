"""Pages of supervised bodies and of their officials."""
