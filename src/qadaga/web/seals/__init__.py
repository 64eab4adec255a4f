"""Pages of seals, stamps and blanks, and of the symbols of the service."""
