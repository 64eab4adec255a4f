"""Powers passed down for a time by an office above (L.1.2, O.9): dated records and questions to them."""
