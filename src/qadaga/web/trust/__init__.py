"""Pages of public trust and of the improvement of the work (O.8.d7)."""
