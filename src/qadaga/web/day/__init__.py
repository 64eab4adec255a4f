"""My day: what waits for the person, in the hat they wear."""
