"""What the clauses before a rule name, and the words by which they may part rows or loosen it."""

from __future__ import annotations

from backend.planner.offline.stories.clauses import Clause
from backend.planner.offline.stories.cues import (
    CARELESS,
    EXCEPTING,
    GAPS,
    LENIENT,
    OTHERNESS,
    RULES,
    SCOPING,
    SILENT,
    UNITS,
)
from backend.planner.offline.stories.mentions import Mentions
from backend.planner.offline.stories.words import PREPOSITIONS
from backend.planner.offline.tokens import Shape
from backend.planner.offline.words import ORDINALS, stems_of

_CONDITIONS = frozenset({
    "if", "whether", "when", "whenever", "where", "wherever", "while", "provided", "providing",
    "assuming", "suppose", "during", "otherwise", "but", "unless", "until", "till", "although",
    "though", "which", "who", "whose", "that", "than", "net", "gross", "treated", "considered",
    "equal", "equals", "null", "zero",
})  # fmt: skip
_OBLIGING = frozenset({"must", "should", "shall", "ought", "please", "required", "mandatory"})
BARRED = EXCEPTING | SCOPING | LENIENT | RULES | GAPS | SILENT | CARELESS | _CONDITIONS | _OBLIGING
APART = OTHERNESS - {"same"}
SMALL_WORDS = PREPOSITIONS | {"back", "out", "up", "off", "no", "number", "away", "here", "there"}


def spelled(clause: Clause, named: Mentions) -> str:
    """The words of a clause, with @ for a column, # for rows and $ for a value or number."""
    return " ".join(sign(at, named) for at in range(clause.body, clause.end))


def sign(at: int, named: Mentions) -> str:
    """A word, or what it names as one sign."""
    token = named.tokens[at]
    is_value = token.shape in (Shape.QUOTED, Shape.NUMBER) or named.is_a(at, "adjective")
    if named.is_header(at) and not is_value and token.low not in SMALL_WORDS:
        return "@"
    if named.names_table(at):
        return "#"
    is_letter = token.text.isupper() and len(token.text) == 1 and named.is_header(max(at - 1, 0))
    return "$" if is_value or is_letter else token.low


def held(at: int, named: Mentions) -> set[str]:
    """What a word names; a boathouse is no boat, and going back no day of return."""
    token = named.tokens[at]
    if token.low in SMALL_WORDS:
        return set()
    is_loose = named.is_a(at, "column") and not named.is_a(at, "adjective", "flag_word", "number")
    return {
        told
        for told in named.held(at)
        if not is_loose or set(stems_of(token.text)) & set(stems_of(told))
    }


def told_words(clause: Clause, named: Mentions, start: int | None = None) -> frozenset[str] | None:
    """What the words from a place on name, if none of them parts rows, loosens or counts."""
    found: set[str] = set()
    lows = [token.low for token in named.tokens[clause.body : clause.end]]
    if set(lows) & (BARRED | APART):
        return None
    for at in range(clause.body if start is None else start, clause.end):
        token = named.tokens[at]
        if token.shape == Shape.SIGN and token.text not in (",", "'", "\u2019"):
            return None
        is_unit = token.low in UNITS - set(ORDINALS) and not named.is_a(max(at - 1, 0), "number")
        if token.shape not in (Shape.WORD, Shape.NUMBER, Shape.SIGN) or is_unit:
            return None
        if named.is_a(at, "month", "date", "clock", "parameter", "regex", "percent"):
            return None
        found |= held(at, named)
    return frozenset(found)
