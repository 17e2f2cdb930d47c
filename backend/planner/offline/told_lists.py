"""A list that a sentence tells before its rule, put where the rule looks back at it.

We only treat chapters S and Z: the first letter of the code must be one of these two. What is said
of the list before only tells why, as long as it denies nothing and names no column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.stories.words import PREPOSITIONS
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import NUMBER_WORDS

_BACK = frozenset({"these", "those", "them"})
_EACH = (
    ("each", "of", "these"),
    ("each", "of", "them"),
    ("all", "of", "these"),
    ("all", "of", "them"),
)
_NOUNS = frozenset({
    "values", "codes", "letters", "characters", "options", "states", "countries", "numbers",
    "words", "ones", "prefixes", "texts", "names", "kinds",
})  # fmt: skip
_STOPS = frozenset({":", ".", ";", "!", "-"})
DENIALS = frozenset({
    "not", "no", "never", "except", "without", "but", "other", "than", "besides", "unless", "nor",
    "neither", "longer", "cannot", "stopped", "excluding", "apart", "instead", "if", "when",
    "before", "after", "until", "between", "should", "must", "may", "can", "save", "outside",
    "minus", "less", "barring", "beyond", "dropped", "gone", "forbidden", "banned", "refuse",
    "refused", "removed", "abolished", "discontinued", "retired", "missing", "lack", "lost",
    "ended",
})  # fmt: skip
JOINS = frozenset({",", "and", "or", "&"})


def with_told_list(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """The rule alone, with the list in place of "these two"."""
    stop = next((at for at, token in enumerate(tokens[:-3]) if clause_ends(tokens, at)), None)
    if stop is None:
        return
    before, rule = tokens[:stop], list(tokens[stop + 1 :])
    if rule and rule[0].low == "so":
        rule.pop(0)
    found = list(value_lists(before, lexicon))
    if (each := _each_behind(rule)) and len(found) == 1 and "only" not in _lows(before):
        if _is_background(before, found[0], lexicon):
            yield [*before[slice(*found[0])], *each]
        return
    back = _back(rule)
    told_otherwise = "only" in _lows(before) and {"not", "no", "never"} & _lows(rule)
    if (
        told_otherwise
        or back is None
        or len(found) != 1
        or not _is_background(before, found[0], lexicon)
    ):
        return
    start, end = back
    (first, last) = found[0]
    told = before[first:last]
    counts = [NUMBER_WORDS.get(token.low) for token in rule[start:end]]
    size = sum(token.low not in JOINS for token in told)
    if all(count in (None, 1, size) for count in counts[2:]):
        yield [*rule[:start], *rule[start : start + 2], *told, *rule[end:]]


def _each_behind(rule: Sequence[Token]) -> list[Token]:
    """Each of these must occur: … must each occur; nothing where the rule opens otherwise."""
    lows = [token.low for token in rule[:4]]
    end = next((len(each) for each in _EACH if tuple(lows[: len(each)]) == each), 0)
    is_plain = end and lows[end : end + 1] == ["must"] and len(rule) > end + 2
    if not is_plain or rule[end + 1].low not in ("occur", "appear", "exist", "be"):
        return []
    each = rule[0]._replace(text="each", low="each")
    return [rule[end], each, *rule[end + 1 :]]


def _lows(tokens: Sequence[Token]) -> set[str]:
    return {token.low for token in tokens}


def clause_ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether the clause before the rule ends here: at a colon, or at a comma with "so"."""
    token = tokens[at]
    if token.shape != Shape.SIGN:
        return False
    return token.text in _STOPS or (token.text == "," and tokens[at + 1].low == "so")


def _back(rule: Sequence[Token]) -> tuple[int, int] | None:
    """One of these two letters, once: where that stands in the rule."""
    places = [
        at
        for at in range(len(rule) - 2)
        if [token.low for token in rule[at : at + 2]] == ["one", "of"]
        and (rule[at + 2].low in _BACK or [t.low for t in rule[at + 2 : at + 4]] == ["the", "two"])
    ]
    if len(places) != 1:
        return None
    end = places[0] + 3
    if end < len(rule) and rule[end].low in NUMBER_WORDS:
        end += 1
    if end < len(rule) and rule[end].low in _NOUNS:
        end += 1
    is_last = end == len(rule) or rule[end].text in (".", "!")
    return (places[0], end) if is_last else None


def value_lists(before: Sequence[Token], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Where values stand one behind the other, with "and" or "or" before the last."""
    at = 0
    while at < len(before):
        end = at
        while end < len(before) and (
            _is_value(before[end], lexicon)
            or _is_name_behind(before[at : end + 1])
            or (end > at and before[end].low in JOINS and end + 1 < len(before))
        ):
            end += 1
        while end > at and before[end - 1].low in JOINS:
            end -= 1
        if {"and", "or", "&"} & {token.low for token in before[at:end]}:
            yield at, end
        at = max(end, at + 1)


def _is_name_behind(told: Sequence[Token]) -> bool:
    """Kenya, Peru and Ethiopia: a name behind another, though no row has it."""
    is_name = told[-1].shape == Shape.WORD and told[-1].text[:1].isupper()
    return is_name and len(told) > 2 and told[-2].low in JOINS


def _is_value(token: Token, lexicon: Lexicon) -> bool:
    if token.shape in (Shape.QUOTED, Shape.NUMBER):
        return True
    is_code = token.shape == Shape.WORD and token.text.isupper() and token.text != "I"
    return is_code or token.low in lexicon.values


def _is_background(before: Sequence[Token], found: tuple[int, int], lexicon: Lexicon) -> bool:
    """Whether what stands around the list says nothing of its own: no column and no denial."""
    around = [*before[: found[0]], *before[found[1] :]]
    headers = {named.column.name.lower() for named in lexicon.columns}
    is_plain = all(token.shape == Shape.WORD for token in around)
    is_plain = is_plain and not _lows(before[found[1] :]) & PREPOSITIONS
    return is_plain and not {token.low for token in around} & (DENIALS | headers)
