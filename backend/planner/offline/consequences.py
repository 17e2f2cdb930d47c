"""What becomes of a row that breaks a rule: … must be renamed, … got into the list by mistake."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import stem

_REPAIRS = frozenset({
    "redone", "renamed", "corrected", "fixed", "repaired", "rewritten", "re-entered", "reentered",
    "recalculated", "recounted", "reworked", "rechecked", "revised", "amended", "clarified",
    "cleaned", "questioned", "flagged", "reported", "retyped", "reconsidered", "remade",
    "reprinted", "rebooked", "recoded", "remeasured", "re-measured", "retaken", "rectified",
    "reclassified", "mended",
})  # fmt: skip
_LONG_REPAIRS = (
    ("looked", "into"), ("looked", "at"), ("sorted", "out"), ("put", "right"), ("sent", "back"),
    ("cleaned", "up"), ("checked", "again"), ("done", "again"), ("entered", "again"),
    ("made", "again"), ("put", "in", "order"), ("set", "right"),
)  # fmt: skip
_DUTIES = (("must",), ("should",), ("has", "to"), ("have", "to"), ("needs", "to"),
           ("need", "to"))  # fmt: skip
_ERRORS = (("by", "mistake"), ("in", "error"), ("by", "accident"), ("by", "error"))
_ENDS = frozenset({".", "?", "!", ";"})
_NONE = frozenset({
    "not", "no", "never", "without", "or", "but", "than", "unless", "only", "if", "when", "where",
    "except", "must", "should", "may", "nor", "neither", "until", "once", "characters", "digits",
    "letters", "signs", "long", "old", "ago", "times", "percent", "years", "months", "hours",
})  # fmt: skip
_NOUNS = frozenset({
    "the", "a", "date", "dates", "value", "values", "entry", "entries", "row", "rows", "number",
    "numbers", "record", "records", "line", "lines", "order", "day", "days",
})  # fmt: skip
_LONGEST = 14


def consequence_leaves(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The account was taken over and must be renamed: what breaks a rule, and its repair."""
    last = min(start + _LONGEST + 1, len(tokens))
    end = next((at for at in range(start, last) if _ends_clause(tokens, at)), last)
    told = tokens[start:end]
    if not 3 <= len(told) <= _LONGEST or any(each.shape != Shape.WORD for each in told):
        return
    words = tuple(each.low for each in told)
    tail = _tail(words)
    opening = told[: len(told) - tail]
    if tail and all(_is_idle(each, lexicon) for each in opening):
        yield Leaf("_consequence", start, end, True, 0.05, "what follows")


def _ends_clause(tokens: Sequence[Token], at: int) -> bool:
    """A full stop, or the comma of ", so flag them"."""
    is_led = at + 1 < len(tokens) and tokens[at + 1].low == "so"
    return tokens[at].text in _ENDS or (tokens[at].text == "," and is_led)


def _tail(words: tuple[str, ...]) -> int:
    """How many of the last words tell of a mistake or its repair."""
    for error in _ERRORS:
        if words[-len(error) :] == error:
            return len(error)
    repairs = [(each,) for each in words[-1:] if each in _REPAIRS]
    for repair in (*repairs, *_LONG_REPAIRS):
        for duty in _DUTIES:
            whole = (*duty, "be", *repair)
            if words[-len(whole) :] == whole:
                return len(whole)
    return 0


def _is_idle(token: Token, lexicon: Lexicon) -> bool:
    """A word that names nothing of the tables, and denies, scopes and demands nothing."""
    held = any(stem(token.low) in named.stems for named in lexicon.columns)
    is_telling = token.low in _NONE or token.low in lexicon.values
    tables = {each for stems in lexicon.table_stems.values() for each in stems}
    is_noun = token.low in _NOUNS or stem(token.low) in tables
    return not is_telling and (not held or is_noun)
