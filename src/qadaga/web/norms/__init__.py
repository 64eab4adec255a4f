"""Pages of the register of norms in force and of other duties by law (O.2, O.8.d8)."""
