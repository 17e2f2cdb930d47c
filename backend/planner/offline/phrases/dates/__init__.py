"""Days, spans, ages and calendars."""
