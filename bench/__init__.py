"""What the system costs, measured by anyone."""
