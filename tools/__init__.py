"""What the repository needs and a run does not: set-up, locks, the example tables."""
