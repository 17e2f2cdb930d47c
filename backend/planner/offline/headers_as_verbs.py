"""Headers that are taken for a verb, and second columns that a verb is not said of again."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.lexicon import says_yes_or_no
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stem, stems_of
from backend.rules.language.terms import Cell

_ARTICLES = frozenset({"the", "a", "an", "every", "each"})
_VERBS = frozenset({"verb", "vp"})
_AT_AN_END = frozenset({"starts", "start", "begins", "begin", "ends", "end"})
_GOES_ON = frozenset({"and", "but", ",", ";"})


def refuse_headers_as_verbs(node: Node, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading whose verbs are none of the table's columns.

    Raises:
        Misfit: "and the state one of CA and NY" was read as "and states one of CA and NY"; "starts
            with a digit and the sort with a letter", where the letter has lost its place; or
            "closes", a column, was read as another one, closed_on.
    """
    tables = context.tables.values()
    headers = {stems_of(column.name) for table in tables for column in table.columns}
    for part in node.walk():
        _refuse_other_headers(part, context, tokens)
        before = [token.low for token in tokens[: part.start]]
        if not before:
            continue
        word = tokens[part.start]
        is_header = (stem(word.low),) in headers and before[-1] in _ARTICLES
        if part.symbol in _VERBS and is_header:
            raise Misfit(
                f"{word.text!r} is a column, and no verb; write a sentence for each column"
            )
        symbols = [child.symbol for child in part.children]
        if symbols[-3:] == ["cell", "=with", "them_feature"] and _follows_an_end(before):
            raise Misfit("it is not clear where in the text that stands; say the verb again")


def _refuse_other_headers(part: Node, context: Context, tokens: Sequence[Token]) -> None:
    """Closes, where one column is called so, and another closed_on."""
    if part.symbol not in ("column", "acting") or not isinstance(part.meaning, Cell):
        return
    text = "_".join(token.low for token in tokens[part.start : part.end])
    for table in context.tables.values():
        named = next((each for each in table.columns if each.name.lower() == text), None)
        if named is None or says_yes_or_no({value.lower() for value in named.values}):
            continue  # packed before the third: of packed_on, beside a flag packed
        if named.name != part.meaning.column and table.column(part.meaning.column) is not None:
            raise Misfit(f"{named.name} is a column, and {part.meaning.column} another one")


def _follows_an_end(before: Sequence[str]) -> bool:
    """Whether a column goes on behind one that starts or ends with something."""
    bare = [word for word in before if word not in _ARTICLES]
    return bool(bare) and bare[-1] in _GOES_ON and bool(_AT_AN_END & {*bare})
