"""Exchange of information with law-enforcement and other bodies: requests and notices, both ways (O.7.4)."""
