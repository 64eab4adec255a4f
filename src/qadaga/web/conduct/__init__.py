"""Pages of conduct, gifts and contacts, and of reports of interference."""
