"""The dated table of days off that administrators keep over the shipped calendar."""
