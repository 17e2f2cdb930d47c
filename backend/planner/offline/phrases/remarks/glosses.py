"""Phrases that explain a phrase: examples, which must fit it, and repeats, which must equal it."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.equivalence import equivalent, fits
from backend.rules.language.terms import (
    Apply,
    Compare,
    Constant,
    Function,
    It,
    Matches,
    Missing,
    Not,
    OneOf,
    Predicate,
    Reads,
    Term,
)
from backend.rules.language.walk import rewrite, walk
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


@phrase("example", r"\( (<text>|<bare>|<number>) \)", cost=0.02)
def example_in_brackets(value: Constant) -> Constant:
    """A value with its brackets, as (2009) is one: it fits only what has them."""
    return Constant(value=f"({value.value})", reads=Reads.TEXT)


def _keeps(told: Predicate, shown: Constant) -> bool:
    """Whether brackets that an example has belong to what a phrase says, and are not around it."""
    text = str(shown.value)
    bare = shown.model_copy(update={"value": text[1:-1]})
    return not text.startswith("(") or not fits(told, bare)


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
        """In capitals, such as 'ICU': every example is as the phrase says; "something like" is not."""
        if isinstance(told, Missing) or (isinstance(told, Not) and isinstance(told.part, Missing)):
            return None
        return told if all(fits(told, value) and _keeps(told, value) for value in shown) else None

    @phrase(
        _head,
        rf"<{_head}> \( [_that_is] <adj> \)",
        rf"<{_head}> \( [_that_is] <verb> \)",
        f"<{_head}> , _that_is <adj>",
        f"<{_head}> , _that_is <verb>",
        cost=0.05,
    )
    def said_again(told: Predicate, again: Predicate) -> Predicate | None:
        """The same in other words; of listed values, something that each of them is."""
        return _implied(told, again) or (told if equivalent(told, again) else None)

    @phrase(_head, f"<{_head}> (,|-) [all|each|always|only|written|spelled] <adj>", cost=0.05)
    def said_of_each(told: Predicate, again: Predicate) -> Predicate | None:
        """Gold or silver, all lower case: the listed values are; a form said once more."""
        return _implied(told, again, 2) or (
            told if told == again and isinstance(told, Matches) else None
        )

    @phrase(_head, "(look|looks|read|reads) like <example> (:|,|;) <adj>", cost=0.02)
    def shown_and_told(shown: Constant, told: Predicate) -> Predicate | None:
        """Look like A-01: a letter, a dash, two digits."""
        return told if fits(told, shown) else None


def _implied(told: Predicate, again: Predicate, least: int = 1) -> Predicate | None:
    """Listed values of which each is as the gloss says; if that is their case, they stay so."""
    listed = options_of(told)
    if _is_bound(again) or len(listed) < least or not all(fits(again, value) for value in listed):
        return None
    is_of_case = any(isinstance(part, Apply) and part.function in _CASES for part in walk(again))
    return rewrite(told, _as_written) if is_of_case else told


def _is_bound(told: Predicate) -> bool:
    """At least 1, behind "max 5": a second bound and no gloss of the first."""
    return any(
        isinstance(part, Compare)
        and part.sign not in ("==", "!=")
        and isinstance(part.right, Constant)
        and part.left == It()
        for part in walk(told)
    )


_CASES = (Function.LOWER, Function.UPPER, Function.TITLE)


def _as_written(part: Term) -> Term | None:
    """A value that is not to be respelled as the data has it."""
    return part.model_copy(update={"unquoted": False}) if isinstance(part, Constant) else None


def options_of(told: Predicate) -> tuple[Constant, ...]:
    """The values that a phrase lists."""
    if isinstance(told, OneOf):
        return told.options
    is_value = isinstance(told, Compare) and told.sign == "==" and isinstance(told.left, It)
    if is_value and isinstance(told, Compare) and isinstance(told.right, Constant):
        return (told.right,)
    return ()
