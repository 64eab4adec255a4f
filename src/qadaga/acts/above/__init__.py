"""What an office above decides on a lower one's act or measure: suspends, cancels, changes it (L.1.2)."""
