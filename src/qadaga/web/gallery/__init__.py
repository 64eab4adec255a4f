"""Every component of the pages with sample data, for those who build pages."""
