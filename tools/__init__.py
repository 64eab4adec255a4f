"""Developer scripts; the Makefile calls them."""
