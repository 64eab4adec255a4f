"""Forms of appeals: registering, and every step on a registered appeal."""
