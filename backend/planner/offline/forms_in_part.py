"""Forms told in part: a count without its noun, a value beside a form, a number word as a text.

"Six digits or five", "35 or 36 and three digits", "three capitals and three": the second count has
no noun, so it was taken for a value of the column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.spelling import column_of
from backend.planner.offline.tokens import Token
from backend.planner.offline.torn_texts import subject, values_of
from backend.planner.offline.words import NUMBER_WORDS
from backend.rules.language.terms import Any as AnyOf
from backend.rules.language.terms import (
    Cell,
    Compare,
    Matches,
    OneOf,
)
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_FEW = 40
"""Up to here, a number beside "six digits" may be how many of them."""

_PAIR = 2
_ARTICLES = frozenset({"a", "an", "the"})
_MASSES = frozenset({
    "stock", "inventory", "cargo", "freight", "money", "cash", "budget", "load", "output",
    "production", "turnover", "revenue", "supply", "payroll",
})  # fmt: skip
_SHARE = re.compile(r"\b(?:half|third|quarter|fifth|tenth|percent|%|part|share) of the (?P<of>\w+)")


def refuse_forms_in_part(node: Node, rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading in which no count of signs and no measure became a value.

    Raises:
        Misfit: what is counted is not said, or said of something else.
    """
    words = [token.low for token in tokens]
    _refuse_values_as_pieces(node, rule, context, tokens)
    _refuse_number_words_as_signs(node, words)
    _refuse_split_capitals(node, words)
    _refuse_last_and_form(node, words)
    _refuse_no_digits(node, words)
    if any(part.symbol in ("piece", "pieces") for part in node.walk()):
        _refuse_counts_as_values(rule, context, words)
    _refuse_words_and_counts(node, rule, context, words)
    _refuse_masses(node, words)
    _refuse_rows_within(node, words)


_JOINTS = frozenset({",", "and", "or"})


def _refuse_values_as_pieces(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Three capital letters, EUR or USD: each is those letters, and does not follow them."""
    cells = (column_of(of, context) for of in walk(rule) if isinstance(of, Cell))
    held = {value for column in cells if column is not None for value in column.values}
    for part in node.walk():
        if part.symbol != "pieces" or len(part.children) < _PAIR:
            continue
        left, last = part.children[0], part.children[-1]
        between = {token.low for token in tokens[left.end : last.start]}
        said = [each for each in last.walk() if each.symbol == "bare"]
        if not said or not between or not between <= _JOINTS:
            continue
        for each in said:
            text = " ".join(token.text for token in tokens[each.start : each.end])
            if text in held or re.fullmatch(_regex_of(left.meaning), text):
                raise Misfit(
                    f"{text!r} may be such a text itself: say 'one of …', or 'then {text}'"
                )


def _regex_of(told: object) -> str:
    """The pattern of one piece, or of several in turn."""
    if not isinstance(told, tuple):
        return "(?!)"
    pieces = [told] if isinstance(told[0], str) else [*told]
    return "".join(f"(?:{piece[0]})" for piece in pieces)


def _refuse_counts_as_values(rule: Rule, context: Context, words: Sequence[str]) -> None:
    """Six digits or five; three letters, or two."""
    for either in walk(rule):
        if not isinstance(either, AnyOf):
            continue
        if not any(isinstance(part, Matches) for part in either.parts):
            continue
        for part in either.parts:
            if not isinstance(part, Compare | OneOf):
                continue
            for value in values_of(part):
                said = next((word for word in words if _is_said(word, value)), None)
                if said is not None and not _is_held(part, value, context):
                    raise Misfit(
                        f"it is not clear what {said!r} counts: say 'so many digits or so many "
                        "digits', or put the value in quotes"
                    )


def _is_said(word: str, value: object) -> bool:
    """Whether the word is this number, and small enough for a count."""
    number = _number(word)
    return 0 < number <= _FEW and str(value) == str(number)


def _number(word: str) -> int:
    if word in NUMBER_WORDS:
        return NUMBER_WORDS[word]
    return int(word) if word.isdecimal() and word.isascii() and not word.startswith("0") else 0


def _is_held(told: Compare | OneOf, value: object, context: Context) -> bool:
    of = subject(told)
    column = column_of(of, context) if isinstance(of, Cell) else None
    return column is not None and str(value) in column.values


def _refuse_words_and_counts(
    node: Node, rule: Rule, context: Context, words: Sequence[str]
) -> None:
    """VF and four: four signs, and no value that is a 4."""
    counts = {
        str(_number(words[at]))
        for at in range(1, len(words))
        if words[at - 1] == "and" and words[at] in NUMBER_WORDS and _number(words[at])
    }
    if not counts or not any(part.symbol == "options" for part in node.walk()):
        return
    for part in walk(rule):
        if not isinstance(part, OneOf):
            continue
        values = values_of(part)
        is_mixed = any(not str(value).isdecimal() for value in values)
        for value in values:
            if is_mixed and str(value) in counts and not _is_held(part, value, context):
                raise Misfit(f"it is not clear what {value} counts: put the value in quotes")


def _refuse_number_words_as_signs(node: Node, words: Sequence[str]) -> None:
    """A hash and six hex digits: no text has the letters s, i and x."""
    for part in _pieces(node):
        if len(part.children) == 1 and part.children[0].symbol == "bare":
            said = " ".join(words[part.start : part.end])
            if said in NUMBER_WORDS:
                raise Misfit(f"{said!r} counts something: say of what, or put the text in quotes")


def _refuse_split_capitals(node: Node, words: Sequence[str]) -> None:
    """AA, UA or a capital W and a capital N."""
    for part in node.walk():
        symbols = [child.symbol for child in part.children]
        if len(symbols) < 3 or symbols[0] not in ("choice", "choices") or symbols[1] != "_in_turn":
            continue
        joined = part.children[1]
        if words[joined.start : joined.end] != ["and"]:
            continue
        last = [each for each in _pieces(part.children[0])][-1:]
        then = [each for each in _pieces(part.children[2])][:1]
        if len(last) != 1 or len(then) != 1:
            continue
        opened = [_bare_words(each[0], words)[:1] for each in (last, then)]
        lengths = {len(_bare_words(each[0], words)) for each in (last, then)}
        if opened[0] == opened[1] and lengths == {2}:
            raise Misfit(
                "it is not clear whether the last part goes with all that are listed, or with one: "
                "say it of each"
            )


def _refuse_no_digits(node: Node, words: Sequence[str]) -> None:
    """PK then two digits or none: PK alone, or nothing at all."""
    for part in node.walk():
        ends = [child.end for child in part.children if child.symbol == "_or_none"]
        is_none = any(words[end - 1] == "none" for end in ends)
        if is_none and len([*_pieces(part)]) > 1:
            raise Misfit("'or none' may be no digits, or no value at all: say which")


def _refuse_last_and_form(node: Node, words: Sequence[str]) -> None:
    """12 or 99 and two digits: four signs, and no 12 that has two digits."""
    for part in node.walk():
        symbols = [child.symbol for child in part.children]
        if part.symbol != "adj" or symbols != ["adj", "=and", "adj"]:
            continue
        listed, form = part.children[0], part.children[2]
        is_list = any(each.symbol == "=or" for each in listed.walk()) and isinstance(
            listed.meaning, OneOf | AnyOf
        )
        is_form = any(each.symbol in ("char_class", "kinds") for each in form.walk())
        is_number = _bare_words(form, words) == ["number"]
        if is_list and (is_form or is_number):
            raise Misfit("'A or B and a form' may be one text: say how the parts make it")


def _pieces(node: Node) -> Iterator[Node]:
    yield from (part for part in node.walk() if part.symbol == "piece")


def _bare_words(part: Node, words: Sequence[str]) -> list[str]:
    return [word for word in words[part.start : part.end] if word not in _ARTICLES]


def _refuse_rows_within(node: Node, words: Sequence[str]) -> None:
    """Three slots within five are so many of five rows; 20 grams within 2 are a tolerance."""
    for part in node.walk():
        if part.symbol not in ("cell", "rows") or words[part.end : part.end + 1] != ["within"]:
            continue
        if _number(words[part.start - 1]) and _number("".join(words[part.end + 1 : part.end + 2])):
            raise Misfit("'so many within so many' is told of several rows, not of a value")


def _refuse_masses(node: Node, words: Sequence[str]) -> None:
    """Half of the stock is no half of the rows."""
    told = _SHARE.search(" ".join(words))
    if told is None or told["of"] not in _MASSES:
        return
    for part in node.walk():
        if part.symbol == "rows" and [w for w in _bare_words(part, words)] == [told["of"]]:
            raise Misfit(
                f"it is not clear whether {told['of']!r} counts rows or adds up an amount: say "
                "'of the rows', or name the column"
            )
