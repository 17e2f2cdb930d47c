"""Further sentences: what to show, what is fine, what is meant."""
