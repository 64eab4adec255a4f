"""Pages of pre-trial investigations."""
