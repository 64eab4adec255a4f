"""Reports of a period: figures by office, direction, task, officer and result, frozen on signing (L.1.3)."""
