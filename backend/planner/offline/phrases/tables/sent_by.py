"""Phrases for rows by who took part in them: orders shipped by Speedy Express, that go out with them.

What took part is told by its name alone, which one column of the tables holds.
"""

from __future__ import annotations

from backend.rules.language.terms import Predicate
from backend.rules.phrasing import Phrases

phrase = Phrases()

phrase.words(
    "_sent_by",
    "(shipped|sent|sent out|delivered|dispatched|carried|transported|moved|going out) (by|with|via|through)",
)
phrase.words(
    "_goes_by",
    "(go|goes|went|go out|goes out|travel|travels|leave|leaves) (by|with|via|through)",
)


@phrase(
    "rel", "[_is_a_row_that (was|were|is|are|has been|have been)] _sent_by <adjective>", cost=0.15
)
@phrase("rel", "_is_a_row_that _goes_by <adjective>", cost=0.15)
def sent_by(told: Predicate) -> Predicate:
    """Shipped by Speedy Express."""
    return told
