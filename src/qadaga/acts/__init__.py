"""Acts and measures: draft, agree, sign, serve, reply, removal, escalation."""
