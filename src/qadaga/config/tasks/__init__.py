"""Background work: the worker, the reaper of tasks a killed worker left, and the clockwork."""
