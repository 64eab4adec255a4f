"""The bench: a million appeals across all offices, and every promise of speed measured beside its floor."""
