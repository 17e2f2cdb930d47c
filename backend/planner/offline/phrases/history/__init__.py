"""Rules about earlier runs."""
