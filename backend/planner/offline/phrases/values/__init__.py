"""Which values a column may hold."""
