"""CSV, TSV and Excel files as typed frames, without loss.

Rules of this room:
- Only an empty cell is missing; a column is a number only if every value is one.
- What cannot be read exactly is a problem that names file and line, never a guess.
- The same bytes give the same snapshot and the same cache.
- Nothing outside the data folder is read; nothing outside ``cached_mem/tables`` is written.
"""
