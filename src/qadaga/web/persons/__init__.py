"""Pages of people by IIN."""
