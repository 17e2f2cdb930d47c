"""Counts, shares, sums and statistics."""
