"""What is listed of a text, taken for the whole of it: a name is no comma and a dot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import All, How, Matches, Not, Predicate
from backend.rules.rule import Rule

_WHOLE = frozenset({
    "only", "just", "made", "consist", "consists", "consisting", "entirely", "purely", "whole",
    "nothing", "all", "pure", "solely", "wholly", "completely", "form", "pattern", "shape", "like",
})  # fmt: skip
_THEN = frozenset({
    "followed", "then", "ends", "ending", "end", "starts", "starting", "start", "after", "before",
    "begins", "beginning", "plus", "between", "dot-separated",
})  # fmt: skip
_ONE_CLASS = re.compile(r"(\[[^\]]*\]|\\[dws]|\\?[^\w\s])[+*]")
_SIGNS_ALONE = re.compile(
    r"(\[(?:\\\W|[^\]A-Za-z0-9\\^])*\]|\\\W|[^\w\s()\[\].\\])([+*]|\{[0-9,]+\})?"
)
_ANYTHING = re.compile(r"\(\?s:\.\{[0-9]+,[0-9]*\}\)")
_AT_LEAST_ONE = re.compile(r"(\\d|\[[^\]]*\])\{1,\}")
_RUN_OF_ANY = re.compile(
    r"\(\(\?s:\.\*\).+\)\{[0-9,]+\}\(\?s:\.\*\)|\[\^[^\]]+\]\*\(.+\[\^[^\]]+\]\*\)\{[0-9,]+\}"
)
_IN_A_ROW = re.compile(r"\b(in a row|in succession|consecutive|one after (the other|another))\b")


def refuse_glued_forms(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading in which a form is that of a whole text because it is said to be.

    Raises:
        Misfit: "name: a comma, a dot" was read as a name that is a comma and dots; "neither blanks
            nor dashes" as a text that is not made of blanks alone.
    """
    if not isinstance(rule, BrokenRows):
        return
    for told in _conjuncts(rule.must):
        form = told.part if isinstance(told, Not) else told
        if not isinstance(form, Matches) or form.how != How.PATTERN:
            continue
        text = " ".join(token.low for token in tokens)
        if _RUN_OF_ANY.fullmatch(form.text) and _IN_A_ROW.search(text):
            raise Misfit("characters in a row are counted wherever they stand; show their pattern")
        is_denied = isinstance(told, Not)
        if _is_glued(form.text, {*text.split()}, is_denied=is_denied):
            said = "must not be" if is_denied else "must be"
            raise Misfit(
                f"it is not clear whether the text {said} {form.text} from end to end; say "
                "'contains …', or 'only …'"
            )


def _is_glued(pattern: str, words: set[str], *, is_denied: bool) -> bool:
    """Whether what is listed of a text became the whole of it."""
    if words & _WHOLE:
        return False
    if is_denied and _ONE_CLASS.fullmatch(pattern):
        return True
    rest = _SIGNS_ALONE.sub("", pattern)
    if not is_denied and (not rest or _AT_LEAST_ONE.fullmatch(pattern)):
        return True
    return (
        bool(_ANYTHING.search(pattern))
        and pattern != _ANYTHING.sub("", pattern) != ""
        and (not words & _THEN)
    )


def _conjuncts(told: Predicate) -> Iterator[Predicate]:
    yield from told.parts if isinstance(told, All) else (told,)
