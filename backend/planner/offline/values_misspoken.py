"""Words about values that a reading takes for others: no show, spelled IT, first.last@corp.com."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stem
from backend.rules.language.terms import Cell, Compare, Constant, Matches, OneOf, Value
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_SPELLED = frozenset({"spelled", "spelt", "written"})
_FOR_GAPS = frozenset({"NULL", "NONE", "NAN", "NA", "NIL", "EMPTY", "BLANK"})
_HELD_BY = frozenset({"bare", "text", "valuenoun", "adjective"})


def refuse_misspoken_values(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading in which each value is one that the sentence tells.

    Raises:
        Misfit: "first_name.last_name@corp.com" is made of columns; "spelled IT" tells of that one
            value alone; "no shows" are rows with the value "no show"; and what stands in front of
            brackets is a value rather than a word for rows.
    """
    for of, told in _equal(rule):
        _refuse_headers(of, told, rule, context)
        _refuse_spelled(of, told, context, tokens)
        _refuse_not_so(of, told, rule, context, tokens)
    _refuse_forms_as_columns(node, rule, context, tokens)
    _refuse_around_the_clock(node, tokens)
    _refuse_capitals(node, context, tokens)
    _refuse_denied_values(node, context, tokens)
    _refuse_defined_values(node, context, tokens)


def _equal(rule: Rule) -> Iterator[tuple[Cell, str]]:
    """The texts that columns must equal, or must not."""
    for part in walk(rule):
        if not isinstance(part, Compare | OneOf):
            continue
        of = part.of if isinstance(part, OneOf) else part.left
        told: tuple[Value, ...] = part.options if isinstance(part, OneOf) else (part.right,)
        if isinstance(part, Compare) and part.sign not in ("==", "!="):
            continue
        for each in told:
            if isinstance(of, Cell) and isinstance(each, Constant) and isinstance(each.value, str):
                yield of, each.value


def _refuse_headers(of: Cell, told: str, rule: Rule, context: Context) -> None:
    """A text with headers inside: the columns are meant, and not their names."""
    table = context.tables.get(of.table or rule.table)
    if table is None or told in _values(of, context):
        return
    words = re.findall(r"\w+", told)
    found = [column.name for column in table.columns if column.name in words]
    if len(words) > 1 and any("_" in name or len(found) > 1 for name in found):
        raise Misfit(
            f"{told!r} holds the name of {found[0]}: say '{of.column} must be …, then "
            f"{found[0]}, then …' if its values are meant"
        )


def _values(of: Cell, context: Context) -> tuple[str, ...]:
    column = context.column(of.table, of.column)
    return () if column is None else column.values


def _refuse_spelled(of: Cell, told: str, context: Context, tokens: Sequence[Token]) -> None:
    """Spelled IT, where the column has other values: of those alone that are the same word."""
    places = [at for at, token in enumerate(tokens) if token.text == told and at]
    if not any(tokens[at - 1].low in _SPELLED for at in places):
        return
    if {value.strip().lower() for value in _values(of, context)} - {told.lower()}:
        raise Misfit(
            f"{of.column} has other values than {told!r}: say 'must be {told!r}' if no other is "
            f"right, or '{of.column} must not be …' of the wrong spelling"
        )


def _refuse_not_so(
    of: Cell, told: str, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Tasks that are not done: of which the status is "not done", or any other than "done"."""
    words = told.lower().split()
    lows = [token.low for token in tokens]
    places = [at for at in range(1, len(lows)) if lows[at : at + len(words)] == words]
    if words[:1] != ["not"] or any(isinstance(part, OneOf) for part in walk(rule)):
        return
    held = {value.lower() for value in _values(of, context)}
    if " ".join(words[1:]) in held and any(lows[at - 1] in ("is", "are", "were") for at in places):
        raise Misfit(f"{told!r} may be that very value, or any other than {words[1]!r}: use quotes")


def _refuse_forms_as_columns(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """The rank is the number: the column of that name, and no number of whatever kind."""
    table = context.tables.get(rule.table)
    names = {column.name.lower() for column in table.columns} if table is not None else set()
    for part in node.walk():
        word = "_".join(token.low for token in tokens[part.start : part.end])
        if part.symbol != "format" or word not in names or not part.start:
            continue
        formed = {each.of for each in walk(rule) if isinstance(each, Matches)}
        names_itself = any(isinstance(of, Cell) and of.column.lower() == word for of in formed)
        if not names_itself and tokens[part.start - 1].low in ("the", "is", "be", "are"):
            raise Misfit(f"{word!r} is a column as well as a form: say 'a valid {word}', or which")


def _refuse_around_the_clock(node: Node, tokens: Sequence[Token]) -> None:
    """Open 24/7: all the time, and no list of 24 and 7."""
    for part in node.walk():
        texts = [token.text for token in tokens[part.start : part.end]]
        if part.symbol == "comma_list" and texts == ["24", "/", "7"]:
            raise Misfit("'24/7' may be one value; put it in quotes if it is")


def _refuse_capitals(node: Node, context: Context, tokens: Sequence[Token]) -> None:
    """IT is written in capitals: the value IT, and not "it"."""
    if all(token.text.isupper() for token in tokens if token.text.isalpha()):
        return
    values = Lexicon.of(context.tables).values
    for part in node.walk():
        text = tokens[part.start].text
        is_word = part.symbol == f"={text.lower()}" and text.isupper() and text.isalpha()
        is_word = is_word and len(text) > 1 and text not in _FOR_GAPS
        if is_word and any(value == text for _, _, value in values.get(text.lower(), ())):
            raise Misfit(f"{text!r} is a value of the data: put it in quotes, or write it small")


def _refuse_denied_values(node: Node, context: Context, tokens: Sequence[Token]) -> None:
    """No shows: rows whose value is "no show", or no rows at all."""
    values = Lexicon.of(context.tables).values
    taken = {(part.start, part.end) for part in node.walk() if part.symbol in _HELD_BY}
    for at, token in enumerate(tokens[:-1]):
        behind = tokens[at + 1].low
        told = next((f"no {word}" for word in (behind, stem(behind)) if f"no {word}" in values), "")
        is_value = any(start <= at and at + 2 <= end for start, end in taken)
        if token.low == "no" and told and not is_value:
            raise Misfit(f"'{told}' is a value of the data; put it in quotes, or say 'not any'")


def _refuse_defined_values(node: Node, context: Context, tokens: Sequence[Token]) -> None:
    """A rate of 0 (comment = late): a value of the rate, and no word for late ones."""
    for part in node.walk():
        symbols = [each.symbol for each in part.children if each.symbol[0] not in "=_"]
        if part.symbol != "noun" or symbols != ["bare", "definition"]:
            continue
        word, held = part.children[0], Lexicon.of(context.tables).values
        text = " ".join(token.low for token in tokens[word.start : word.end])
        is_value = text.replace(".", "").isdigit() or text in held
        if is_value and word.start and tokens[word.start - 1].low in ("of", "be", "is", "are"):
            raise Misfit(f"{text!r} is a value, and the brackets may tell of which rows it is so")
