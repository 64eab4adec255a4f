"""Pages of the service of people: the staff officers' home, personal files, ranks and their list."""
