"""Phrases that explain a phrase: examples, which must fit it, and repeats, which must equal it."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.equivalence import equivalent, fits
from backend.rules.language.terms import Constant, Predicate
from backend.rules.phrasing import Phrases

phrase = Phrases()

phrase.words(
    "_such_as",
    "such as | e.g. | e.g. , | e.g. : | for example | for example , | for instance | like | as in | "
    "example : | an example is",
)
phrase.words("_that_is", "i.e. | i.e. , | i.e. : | that is | that is , | in other words | meaning")


@phrase("example", "<text>", "<bare>", "<number>", "<date>")
def example(value: Constant) -> Constant:
    """A value that shows what is meant."""
    return value


@phrase("examples", "<example>", "<examples> (,|or|and|, or|, and) <example>")
def examples(*parts: Any) -> tuple[Constant, ...]:
    """Values that show what is meant."""
    return (*parts[0], parts[1]) if len(parts) == 2 else parts


for _head in ("adj", "verb"):

    @phrase(
        _head,
        f"<{_head}> [,] _such_as <examples>",
        rf"<{_head}> \( _such_as <examples> [etc.] \)",
        rf"<{_head}> \( _such_as <examples> , ... \)",
        cost=0.05,
    )
    def with_examples(told: Predicate, shown: tuple[Constant, ...]) -> Predicate | None:
        """In capitals, such as 'ICU': every example must be as the phrase says."""
        return told if all(fits(told, value) for value in shown) else None

    @phrase(
        _head,
        rf"<{_head}> \( [_that_is] <adj> \)",
        rf"<{_head}> \( [_that_is] <verb> \)",
        f"<{_head}> , _that_is <adj>",
        f"<{_head}> , _that_is <verb>",
        cost=0.05,
    )
    def said_again(told: Predicate, again: Predicate) -> Predicate | None:
        """The same in other words."""
        return told if equivalent(told, again) else None
