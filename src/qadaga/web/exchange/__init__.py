"""Pages of the exchange of information with bodies (O.7.4)."""
