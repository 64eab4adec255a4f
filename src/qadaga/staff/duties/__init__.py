"""Distribution of duties: who works in which direction, which deputy agrees, who replaces the head (O.14)."""
