"""Random fleets of machines with known truth."""
