"""Reading tables that people bring: columns by their headings, rows as text, faults by row and column."""
