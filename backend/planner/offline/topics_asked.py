"""Columns that an order to look at them tells ahead of the rule.

Check the price where it is known: it must not be negative. The rule is then told of the column, in
place of "it"; where the cells are filled is what a rule about their values is of anyway.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.called_in_full import full_name_leaves
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stem

_ORDERS = (("check",), ("look", "at"), ("test",), ("inspect",), ("examine",), ("verify",))
_GIVEN = frozenset({"known", "given", "filled", "there", "recorded", "present", "set", "stated"})
_WHERE = frozenset({"where", "if", "when", "wherever", "whenever"})
_STOPS = frozenset({":", ",", ".", ";"})
_DUTIES = frozenset({"must", "may", "should", "can", "shall", "has", "cannot"})
_LONGEST = 4


def with_topic_asked(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """The rule alone, with the column that was to be looked at as its subject."""
    lows = [token.low for token in tokens]
    order = next((each for each in _ORDERS if tuple(lows[: len(each)]) == each), ())
    begin = len(order) + (lows[len(order) : len(order) + 1] == ["the"])
    for end in range(begin + 1, begin + _LONGEST + 1) if order else ():
        stems = tuple(stem(low) for low in lows[begin:end])
        places = _behind(lows, end)
        named = " ".join(token.text for token in tokens[begin:end])
        linked: list[object] = [*lexicon.column_links(named, stems)]
        linked += [leaf for leaf in full_name_leaves(tokens, begin, lexicon) if leaf.end == end]
        if places is None or not linked:
            continue
        it, is_given = places
        if is_given and {"empty", "missing", "blank", "filled"} & {*lows[it:]}:
            return
        yield [*tokens[begin:end], *tokens[it + 1 :]]
        return


def _behind(lows: Sequence[str], end: int) -> tuple[int, bool] | None:
    """Where the "it" of the rule stands behind the column, and whether filled cells are told of."""
    is_given = lows[end : end + 1] and lows[end] in _WHERE and lows[end + 1 : end + 3][:1] == ["it"]
    if is_given and lows[end + 2 : end + 3] == ["is"] and {*lows[end + 3 : end + 4]} & _GIVEN:
        end += 4
    else:
        is_given = False
    stop = lows[end : end + 1]
    it, duty = lows[end + 1 : end + 2], lows[end + 2 : end + 3]
    is_rule = it == ["it"] and {*duty} & _DUTIES and {*stop} & _STOPS
    return (end + 1, bool(is_given)) if is_rule else None
