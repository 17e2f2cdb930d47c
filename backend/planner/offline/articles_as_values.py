"""Articles where a value could stand: "A note is only possible …" is of no note that says A."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import stem, stems_of
from backend.rules.language.terms import Cell, Compare, Constant, OneOf
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_ARTICLES = frozenset({"a", "an"})


def refuse_articles_as_values(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading that holds no column against a word that is an article where it stands.

    Raises:
        Misfit: every such word stands before the column's own name, in the singular.
    """
    for column, value in _held(rule):
        places = [at for at, token in enumerate(tokens) if token.low == value.lower()]
        if places and all(_is_article(tokens, at, column) for at in places):
            raise Misfit(
                f"{value!r} before {column} is taken for an article; say \"{column} is '{value}'\" "
                f'if it is a value, or "{column} is filled"'
            )


def _held(rule: Rule) -> Iterator[tuple[str, str]]:
    """Columns, and the articles that the rule takes for values of theirs."""
    for part in walk(rule):
        if isinstance(part, Compare):
            of, options = part.left, [part.right]
        elif isinstance(part, OneOf):
            of, options = part.of, [*part.options]
        else:
            continue
        texts = [str(each.value) for each in options if isinstance(each, Constant)]
        if isinstance(of, Cell):
            yield from ((of.column, text) for text in texts if text.lower() in _ARTICLES)


def _is_article(tokens: Sequence[Token], at: int, column: str) -> bool:
    here, behind = tokens[at], tokens[at + 1 : at + 2]
    if here.shape != Shape.WORD or not behind or behind[0].shape != Shape.WORD:
        return False
    is_first = at == 0 or tokens[at - 1].text in (".", ":", ";", "!", "?")
    is_singular = stem(behind[0].low) == behind[0].low or behind[0].text == column
    is_name = stem(behind[0].low) in stems_of(column)
    return is_name and is_singular and (is_first or here.text == here.low)
