"""Hand-over: open work passes from one officer to others in one act, and nothing is left without an owner."""
