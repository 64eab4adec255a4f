"""The demonstration: two districts and their region, with people and cases. Never in a deployment."""
