"""Applications to court for people, for many, for the state: from a matter to the decision (O.7.2)."""
