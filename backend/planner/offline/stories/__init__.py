"""Clauses around a rule that tell why, and how they are known to change nothing."""
