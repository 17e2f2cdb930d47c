"""How owners put rules, by theme; each module fills one register of phrases."""
