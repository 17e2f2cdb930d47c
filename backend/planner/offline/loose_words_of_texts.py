"""Words that may be a column or what a text is made of, and squares and zeros of doubtful reach."""

from __future__ import annotations

import re
from collections.abc import Sequence

from backend.contracts.schema import ColumnType
from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import stem, stems_of
from backend.planner.offline.years_in_texts import ONE_YEAR
from backend.rules.language.terms import (
    Cell,
    Compare,
    Constant,
    How,
    Lookup,
    Made,
    Matches,
    Missing,
)
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_KINDS = frozenset({
    "number", "letter", "digit", "character", "text", "word", "sign", "symbol", "year", "month",
    "day", "date", "blank", "space", "figure", "value", "point", "mark", "capital",
})  # fmt: skip
_SURELY_ITS_OWN = frozenset({
    "the", "its", "their", "his", "her", "own", "of", "column", "field", "exactly",
})  # fmt: skip
_SIGNS = frozenset({
    "/", "*", "+", "-", "x", "\u2013", "\u2212", "\u00d7", "\u00f7", "divided", "times",
    "multiplied", "plus", "minus", "over", "less",
})  # fmt: skip
_POWERS = frozenset({"square", "cube"})
_DOTTED = re.compile(r"\b\d{1,3}(?:\.\d{1,3}){2,}\b")
_DOTTED_DIGITS = re.compile(r"\\d(?:\{[1-3]\})?(?:\\\.\\d(?:\{[1-3]\})?){2,}")
_NO_ZEROS = re.compile(r"\bno (?:zeros?|zeroes)\b")
_OR_NOTHING = re.compile(
    r"\b(?:unless|except|or|may be|can be|where|when|if)"
    r"(?: (?:it|they|is|are|be|when|where|if|for|also))* "
    r"(unknown|missing|none|absent|unset|unrecorded|n/a|na)\b"
)
_ENDS_WITH = re.compile(
    r"\b(?:must|may|should|shall|can|not|never|to) (?P<verb>end|start|begin) (?:in|with|on)\b"
)


def refuse_loose_words_of_texts(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading in which each such word can mean but one thing.

    Raises:
        Misfit: "must end in a number" was read of the column number; "the square of height / 100"
            may square the height or the quotient; "no zeros" of a text may be of its signs; the
            column holds the word of "unless it is unknown".
    """
    _refuse_kinds_as_columns(rule, tokens)
    _refuse_loose_squares(node, tokens)
    _refuse_zeros_of_texts(rule, context, tokens)
    _refuse_ends_as_columns(rule, tokens)
    _refuse_addresses_as_digits(rule, context)
    _refuse_values_as_nothing(rule, context, tokens)


def _refuse_kinds_as_columns(rule: Rule, tokens: Sequence[Token]) -> None:
    words = [token.low for token in tokens]
    said = {stem(part) for word in words for part in word.split("_")}
    if any(isinstance(part, Matches) and part.says == ONE_YEAR for part in walk(rule)):
        return
    for made in walk(rule):
        if not isinstance(made, Made):
            continue
        for part in made.parts if len(made.parts) == 1 else ():
            if not isinstance(part, Cell | Lookup):
                continue
            stems = stems_of(part.column)
            if not {*stems} <= said:
                raise Misfit(f"it is not clear whether {part.column} is meant: name it in full")
            if len(stems) == 1 and stems[0] in _KINDS and not _is_named(words, stems[0]):
                raise Misfit(
                    f"'{part.column}' may be the column or what the text is made of: say 'the "
                    f"{part.column} of the same row', or 'a digit', 'a letter'"
                )


def _is_named(words: Sequence[str], wanted: str) -> bool:
    """Whether "the" or the like stands before every such word."""
    places = [at for at, word in enumerate(words) if stem(word) == wanted]
    return all(at and words[at - 1] in _SURELY_ITS_OWN for at in places)


def _refuse_loose_squares(node: Node, tokens: Sequence[Token]) -> None:
    for part in node.walk():
        words = [token.low for token in tokens[part.start : part.end]]
        told = words[1:] if words[:1] == ["the"] else words
        is_power = part.symbol == "factor" and told[:1] and told[0] in _POWERS and "of" in told[1:2]
        if not is_power or words[-1] == ")":
            continue
        behind = tokens[part.end].low if part.end < len(tokens) else ""
        if behind in _SIGNS:
            raise Misfit(
                f"it is not clear how far 'the {told[0]} of' reaches: put brackets around what is "
                f"raised to it, 'the {told[0]} of (…)', or around the whole of it"
            )


def _refuse_zeros_of_texts(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    if not _NO_ZEROS.search(" ".join(token.low for token in tokens)):
        return
    for part in walk(rule):
        if not isinstance(part, Compare) or not isinstance(part.left, Cell):
            continue
        column = context.column(part.left.table or getattr(rule, "table", ""), part.left.column)
        is_zero = isinstance(part.right, Constant) and str(part.right.value) == "0"
        if is_zero and column is not None and column.type == ColumnType.TEXT:
            raise Misfit(
                f"{column.name} holds texts: say 'must not be 0', or 'must not contain the digit 0'"
            )


def _refuse_ends_as_columns(rule: Rule, tokens: Sequence[Token]) -> None:
    words = [token.low for token in tokens]
    found = _ENDS_WITH.search(" ".join(words))
    for part in walk(rule) if found is not None else ():
        if isinstance(part, Cell) and part.column.lower() not in words:
            own = stems_of(part.column)[:1]
            if found is not None and own and own[0].startswith(found["verb"]) and len(own[0]) < 8:
                raise Misfit(
                    f"'{found['verb']}' is a verb there, and not {part.column}: say whose text "
                    f"must {found['verb']} so"
                )


def _refuse_addresses_as_digits(rule: Rule, context: Context) -> None:
    found = _DOTTED.search(context.check.calculation_hint)
    for part in walk(rule) if found is not None else ():
        if found is None or not isinstance(part, Matches) or part.how != How.PATTERN:
            continue
        if _DOTTED_DIGITS.fullmatch(part.text):
            raise Misfit(
                f"{found[0]} may be an address, a version or thousands, in which there may be more "
                "or fewer digits: say which, or write the pattern"
            )


def _refuse_values_as_nothing(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Unless it is unknown: that a cell may be empty goes without saying, a value does not."""
    said = " ".join("'" if token.shape == Shape.QUOTED else token.low for token in tokens)
    told = {*_OR_NOTHING.findall(said)}
    parts = [*walk(rule)] if told else []
    read = {str(part.value).lower() for part in parts if isinstance(part, Constant)}
    if any(isinstance(part, Missing) for part in parts):
        return
    for cell in parts:
        if not isinstance(cell, Cell):
            continue
        column = context.column(cell.table or getattr(rule, "table", ""), cell.column)
        held = {value.lower() for value in column.values} if column is not None else set()
        for word in sorted(told & held - read - {each.lower() for each in cell.empty_if}):
            raise Misfit(
                f"{word!r} is a value of {cell.column}; put it in quotes if that value is meant, "
                "or say 'empty'"
            )
