"""Signs are taken as they are written: 000 is no 0, and a text may be made of A, C, G and T."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.equivalence import fits
from backend.planner.offline.own_formats import shows_alphabet
from backend.planner.offline.tokens import Shape, Token
from backend.rules.language.terms import (
    All,
    Any,
    Cell,
    Compare,
    Constant,
    How,
    Matches,
    Not,
    OneOf,
    Predicate,
    Term,
    Unless,
)
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import IT, not_
from backend.rules.rule import Rule


def refuse_respelled_signs(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading whose texts are spelled as in the sentence and which may be whole values.

    Raises:
        Misfit: a text is a number that the sentence writes with more zeros; or single letters
            are taken for values where the column's values are made of just these letters; or a
            text is allowed that the rest of the rule never lets pass.
    """
    _refuse_dead_texts(rule)
    _refuse_idle_forms(rule)
    respelled = dict(_respelled(tokens))
    written = {token.text for token in tokens}
    for part in walk(rule):
        if isinstance(part, Matches) and part.how in (How.STARTS, How.ENDS, How.CONTAINS):
            if part.text in respelled and part.text not in written:
                raise Misfit(
                    f"{respelled[part.text]!r} is a text here and no number; put it in quotes"
                )
        elif isinstance(part, OneOf) and isinstance(part.of, Cell):
            _refuse_letters_for_values(part, part.of, context, tokens)


def _respelled(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """What becomes of the numbers of a sentence that lose a sign when they are counted with."""
    for token in tokens:
        if token.shape == Shape.NUMBER and "," not in token.text:
            text = token.text
            plain = str(int(text)) if text.isdigit() else str(float(text))
            if plain != text:
                yield plain, text


_SAYS_MADE = frozenset({"only", "contain", "contains", "consist", "consists", "just", "nothing"})


def _refuse_letters_for_values(
    atom: OneOf, of: Cell, context: Context, tokens: Sequence[Token]
) -> None:
    signs = "".join(str(option.value) for option in atom.options)
    table = context.tables.get(of.table)
    column = None if table is None else table.column(of.column)
    if column is None or len(signs) != len(atom.options) or not signs.isalpha():
        return
    filled = [text.strip() for text in column.values if text.strip()]
    is_open = bool(_SAYS_MADE & {token.low for token in tokens})
    may_be_made = is_open and bool(filled) and all(len(text) > 1 for text in filled)
    if may_be_made or shows_alphabet(signs, column):
        raise Misfit(
            f"the values of {of.column} are made of these letters, and none is one of them"
        )


def _refuse_dead_texts(rule: Rule) -> None:
    """Nine digits, and X or digits: no X has nine digits, so that is not how it was meant."""
    for part in walk(rule):
        for text, form in _beside(part) if isinstance(part, All) else ():
            if fits(not_(rewrite(form, _as_it)), text):
                raise Misfit(
                    f"{text.value!r} would be allowed, and would have to be otherwise formed"
                )


def _refuse_idle_forms(rule: Rule) -> None:
    """Not four digits, and a digit or X: whatever is one sign long has no four digits anyway."""
    for part in walk(rule):
        if isinstance(part, All | Any):
            forms = [form for each in part.parts if (form := _form_of(each)) is not None]
            for (one, is_one), (other, is_other) in combinations(forms, 2):
                is_idle = (
                    (is_one or is_other) if isinstance(part, All) else not (is_one and is_other)
                )
                if is_idle and one.of == other.of and _are_apart(one.text, other.text):
                    raise Misfit(f"{one.text!r} and {other.text!r} are never so of one value")


def _form_of(part: Predicate) -> tuple[Matches, bool] | None:
    """A pattern, and whether it is asked for or denied."""
    is_asked = not isinstance(part, Not | Unless)
    inner = part.part if isinstance(part, Not | Unless) else part
    is_form = isinstance(inner, Matches) and inner.how == How.PATTERN
    return (inner, is_asked) if is_form and isinstance(inner, Matches) else None


def _are_apart(one: str, other: str) -> bool:
    """Whether what two patterns take is never equally long."""
    try:
        widths = [re._parser.parse(text).getwidth() for text in (one, other)]  # type: ignore[attr-defined]
    except (re.error, OverflowError):
        return False
    (low, high), (low_too, high_too) = widths
    return bool(high < low_too or high_too < low)


def _beside(told: All) -> Iterator[tuple[Constant, Matches]]:
    """Every text that is one alternative, with the form that the value must have besides."""
    forms = [part for part in told.parts if isinstance(part, Matches)]
    for choice in (part for part in told.parts if isinstance(part, Any)):
        for each in choice.parts:
            is_text = isinstance(each, Compare) and each.sign == "=="
            if is_text and isinstance(each, Compare) and isinstance(each.right, Constant):
                yield from ((each.right, form) for form in forms if form.of == each.left)


def _as_it(part: Term) -> Term | None:
    return IT if isinstance(part, Cell) else None
