"""What is unique, the same within groups, or depends on other columns."""
