"""Bringing in an office's register of last year: read, checked row by row, staged, written in batches."""
