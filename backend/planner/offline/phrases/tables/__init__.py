"""Rules over several tables: keys, kin, deeds, look-ups."""
