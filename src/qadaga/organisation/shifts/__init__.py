"""The duty prosecutor: who is on duty in an office from when to when, and what happened on the shift."""
