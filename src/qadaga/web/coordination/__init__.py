"""Pages of coordination: councils, sessions of collegia and councils, decisions (L.1.11, O.7.4)."""
