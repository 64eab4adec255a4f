"""The reference section: the law as the product reads it, in plain words, on any day."""
