"""Words behind a list of values that are none of it: paid or open, ideally; paid, open, etc.

Rules of this file: a word that the column does not hold and that is not quoted is no value where
English has another place for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.spelling import column_of
from backend.planner.offline.tokens import Shape, Token
from backend.rules.language.terms import Cell, Lookup, OneOf
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

AND_SO_ON = frozenset({
    "etc", "etc.", "cetera", "similar", "such", "so", "like", "alike", "equivalent", "comparable",
    "whatever", "something", "suchlike", "related", "thereabouts",
})  # fmt: skip
_ADVERBS = frozenset({
    "maybe", "perhaps", "though", "although", "often", "sometimes", "seldom", "hopefully",
    "please", "thanks", "somehow", "anyway", "however", "mostly", "altogether", "throughout",
})  # fmt: skip
_NO_ADVERBS = frozenset({
    "hourly", "daily", "nightly", "weekly", "biweekly", "fortnightly", "monthly", "quarterly",
    "yearly", "early", "family", "assembly", "supply", "reply", "friendly", "elderly", "fly",
})  # fmt: skip
_JOINTS = frozenset({"or", "and", "nor"})


def refuse_words_in_lists(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a list of values whose unknown words stand where a value stands.

    Raises:
        Misfit: "etc." is no value; "ideally" tells of the whole list.
    """
    for part in walk(rule):
        if not isinstance(part, OneOf) or not isinstance(part.of, Cell | Lookup):
            continue
        held = {value.strip().lower() for value in column_of(part.of, context).values}
        texts = {str(each.value).lower() for each in part.options}
        if not held & texts:
            continue
        for word in _loose(tokens, texts - held, held | texts):
            raise Misfit(
                f"{word!r} is no value of {part.of.column}, and may tell of the whole list: leave "
                "it out, or put it in quotes if it is a value"
            )


def _loose(tokens: Sequence[Token], unknown: set[str], listed: set[str]) -> Iterator[str]:
    for at, token in enumerate(tokens):
        if token.shape != Shape.WORD or token.low not in unknown or at == 0:
            continue
        others = listed - {token.low}
        is_adverb = token.low in _ADVERBS or (
            token.text.islower()
            and token.low.endswith("ly")
            and token.low not in _NO_ADVERBS
            and not any(word.endswith("ly") for word in others)
        )
        is_apart = tokens[at - 1].text == "," and (is_adverb or _is_behind_or(tokens, at, listed))
        if token.low in AND_SO_ON or is_apart:
            yield token.text


def _is_behind_or(tokens: Sequence[Token], at: int, listed: set[str]) -> bool:
    """Whether the list has had its last joint: paid or open, …."""
    place = at - 2
    while place > 0 and tokens[place].low not in _JOINTS and tokens[place].text != ",":
        place -= 1
    return tokens[place].low in _JOINTS and tokens[at - 2].low in listed
