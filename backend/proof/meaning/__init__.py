"""The plain reading of a rule: which rows break it, row by row, under three-valued logic.

Rules of this room: nothing of an emitter is used here, and nothing of Pandas; what a rule means
is read from its data alone, so that a fault of a program is not shared. What this reading does
not know raises ``NoPlainReading``: nothing is then proven, and nothing is guessed.
"""

from __future__ import annotations

from backend.proof.meaning.reading import Found as Found
from backend.proof.meaning.reading import find as find
from backend.proof.meaning.unknowns import NoPlainReading as NoPlainReading
