"""Appeals of citizens and organisations: intake, applicants, forwarding, prolongation, answers."""
