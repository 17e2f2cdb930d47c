"""Phrases for rows that repeat another as a whole: a row that repeats an earlier one is the copy.

Where an earlier row is what is repeated, the first of them repeats nothing, and only the later ones
are flagged; of rows that are identical to another one, all are.
"""

from __future__ import annotations

from backend.rules.duplicate_phrases import no_copies
from backend.rules.duplicates import Duplicates
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()

phrase.words(
    "_earlier_row",
    "(an|any|some) (earlier|previous|former) (one|_row|_table_rows) | (a|one) (previous|former) "
    "(one|_row|_table_rows) | (a|one) (_row|_table_rows) (above|above it|before it|further up)",
)
phrase.words(
    "_other_row",
    "(another|any other|some other) (one|_row|_table_rows) | another",
)
phrase.words(
    "_entirely_alike",
    "_in_full | _in_all_columns | _exactly | in every single column | word for word",
)
phrase.words("_alike_wholly", "completely | exactly | entirely | fully | totally | absolutely")
phrase.words(
    "_alike_all_over",
    "(identical|exact copies|exact duplicates|copies|duplicates) [(to|of) (each other|one another)]",
)
phrase.words("_alike_somehow", "(equal|alike) [to (each other|one another)]")
phrase.words(
    "_repeat_it",
    "(repeat|repeats|duplicate|duplicates|copy|copies) | (is|are|be) [a|an] [_exact] "
    "(copy|copies|repeat|repeats|duplicate|duplicates|repetition|repetitions) of",
)
phrase.words(
    "_is_just_like",
    "(is|are|be) [_exactly] (identical|equal) to | (is|are|be) [_exactly] the same as",
)


@phrase(
    "stmt",
    "_flag <rows> (that|which) [_exactly] _repeat_it _earlier_row [_entirely_alike]",
    "_flag <rows> (that|which) _is_just_like _earlier_row [_entirely_alike]",
    "no <rows> _may [_exactly] (_repeat_it|_is_just_like) _earlier_row [_entirely_alike]",
    "<rows> _must_not [_exactly] (_repeat_it|_is_just_like) _earlier_row [_entirely_alike]",
    cost=0.05,
)
def later_copies(rows: RowSet) -> Statement:
    """Flag rows that repeat an earlier row in every column."""
    told = no_copies(rows)
    assert isinstance(told.rule, Duplicates)
    return told.model_copy(update={"rule": told.rule.model_copy(update={"keep": "later"})})


@phrase(
    "stmt",
    "_flag <rows> (that|which) [_exactly] (_repeat_it|_is_just_like) _other_row [_entirely_alike]",
    "_flag <rows> [_exactly] identical to _other_row [_entirely_alike]",
    "(is|are) (any|two|any two) <rows> [_alike_wholly] _alike_all_over [_entirely_alike] [?]",
    "(is|are) (any|two|any two) <rows> _alike_wholly _alike_somehow [_entirely_alike] [?]",
    "(is|are) (any|two|any two) <rows> _alike_somehow _entirely_alike [?]",
    "(is|are) there [any|two|any two] [_alike_wholly] identical <rows> [_entirely_alike] [?]",
    "(is|are) there [any|two|any two] <rows> that are [_alike_wholly] _alike_all_over [_entirely_alike] [?]",
    "no <rows> _may [_exactly] (_repeat_it|_is_just_like) _other_row [_entirely_alike]",
    "<rows> _must_not [_exactly] (_repeat_it|_is_just_like) _other_row [_entirely_alike]",
    cost=0.05,
)
def all_copies(rows: RowSet) -> Statement:
    """Flag jobs that are identical to another job."""
    return no_copies(rows)


@phrase(
    "stmt",
    "_flag <rows> (that|which) _is_just_like another <noun> [_entirely_alike]",
    "no <rows> _may (_repeat_it|_is_just_like) another <noun> [_entirely_alike]",
    cost=0.1,
)
def like_another(rows: RowSet, other: RowSet) -> Statement | None:
    """Flag wines that are identical to another wine in all columns."""
    is_same = other.where is None and other.table in ("", rows.table)
    return no_copies(rows) if is_same else None
