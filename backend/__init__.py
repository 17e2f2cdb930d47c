"""Pandas Codegen Agent: English rules in, proven Pandas programs and flagged rows out."""
