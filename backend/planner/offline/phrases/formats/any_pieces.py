"""Phrases for pieces that may be any text, for small letters, and for a form that is all there is.

At least one more character, 0x as it stands, just a number.
"""

from __future__ import annotations

import re

from backend.planner.offline.phrases.formats.patterns import described
from backend.planner.offline.phrases.formats.texts import _form
from backend.rules.language.terms import Cell, Constant, How, Predicate
from backend.rules.phrasing import Phrases

phrase = Phrases()
Piece = tuple[str, str]
Pieces = tuple[Piece, ...]

# Any text -----------------------------------------------------------------------------------------

phrase.words("_further_ones", "more | further | other | additional | arbitrary | of any kind")
phrase.words("_any_signs", "character | characters | sign | signs | symbol | symbols")


@phrase(
    "piece",
    "(at least one|at least 1|one or more|1 or more|at least a|some) [_further_ones] _any_signs "
    "[_further_ones]",
    "some [more|further|other] text",
    "(anything|something) (else|more|at all)",
    cost=0.1,
)
def some_text() -> Piece:
    """At least one more character: a piece of something, and no form by itself."""
    return ("(?s:.+)", "mark")


@phrase("piece", "(at least|no fewer than) <number> [_further_ones] _any_signs", cost=0.2)
@phrase("piece", "<number> or more [_further_ones] _any_signs", cost=0.2)
def so_much_text(count: Constant) -> Piece | None:
    """At least three more characters."""
    is_whole = isinstance(count.value, int) and count.value > 1
    return (f"(?s:.{{{count.value},}})", "mark") if is_whole else None


@phrase("piece", "<bare>", cost=0.15)
def mixed_text(text: Constant) -> Piece | None:
    """0x: a short text of digits and small letters as it stands."""
    written = str(text.value)
    is_mixed = re.fullmatch("(?=.*[0-9])(?=.*[a-z])[A-Za-z0-9]{2,6}", written)
    return (written, "mark") if is_mixed else None


# Letters ------------------------------------------------------------------------------------------

for _name, _regex in (
    ("small", "[a-z]"),
    ("little", "[a-z]"),
    ("big", "[A-Z]"),
    ("great", "[A-Z]"),
):
    phrase("char_class", f"{_name} (letter|letters)")(lambda regex=_regex: regex)
    phrase("kind", f"{_name} letters")(lambda regex=_regex: (regex,))
phrase("char_class", "digit or letter", "digits or letters", cost=-0.1)(lambda: "[A-Za-z0-9]")


# Just so ------------------------------------------------------------------------------------------


@phrase("adj", "(just|only|nothing but|merely|simply|nothing more than) (a|any) number")
@phrase(
    "adj", "(a mere|a bare|a plain|a pure) number", "(just|only|nothing but) numbers", cost=0.02
)
def just_a_number() -> Predicate:
    """Just a number."""
    return _form(How.FORMAT, "number")


@phrase(
    "adj",
    "(just|only|nothing but|merely|simply|nothing more than) <pieces>",
    "(just|only|merely|simply) [a|an] <pieces> and nothing else",
    cost=0.06,
)
def just_so(pieces: Pieces) -> Predicate | None:
    """Just a dash and a number."""
    return described(pieces)


# What was paid ------------------------------------------------------------------------------------

_DONE = ("ed", "paid", "sold", "bought", "sent", "spent", "lent", "given", "taken", "made", "won")


@phrase(
    "cell",
    "(amount|amounts|sum|sums|value|figure|number|total|price|fee|quantity) <column>",
    cost=0.3,
)
def amount_done(of: Cell) -> Cell | None:
    """The amount paid: of a column that is called by what was done."""
    return of if of.column.lower().endswith(_DONE) else None
