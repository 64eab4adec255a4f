"""Orders and directives of the service: written, agreed, signed, made known, carried out, cancelled (O.4)."""
