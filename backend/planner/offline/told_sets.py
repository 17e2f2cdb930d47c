"""A list that a sentence tells before a rule that closes it, told as the rule itself.

There are two shifts, day and night; shift may hold nothing else: shift must be one of day and
night. What is said around the list only tells why, as long as it denies nothing and names no other
column, value or place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.named_columns import NamedColumn
from backend.planner.offline.stories.words import PREPOSITIONS, SUBJECTS
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.told_lists import DENIALS, JOINS, clause_ends, value_lists
from backend.planner.offline.words import NUMBER_WORDS, stems_of

_ALLOWING = frozenset({"may", "can", "must", "should", "shall"})
_FAULTS = frozenset({"wrong", "error", "mistake", "typo", "invalid", "fault"})
_SHOWING = frozenset({"flag", "list", "report", "show", "find"})
_IDLE = frozenset({
    "be", "is", "are", "a", "an", "the", "in", "of", "there", "ever", "value", "values", "number",
    "numbers", "occur", "appear", "exist", "stand", "hold", "have", "contain", "take", "used",
    "ordered", "sold", "entered", "given", "found", "present", "typing", "please", "as", "one",
    "them", "these", "those", "column", "field",
})  # fmt: skip
_RESTS = ("any other", "every other", "anything else", "everything else")
_ENDS = frozenset({".", "!"})


def with_told_set(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """The column must be in the list or range, where the rule lets in nothing else."""
    for stop in (at for at in range(len(tokens) - 3) if clause_ends(tokens, at)):
        before = tokens[:stop]
        rule = [token for token in tokens[stop + 1 :] if token.text not in _ENDS]
        if rule and rule[0].low == "so":
            rule.pop(0)
        found = [*_ranges(before)] or [*value_lists(before, lexicon)]
        named = _column(rule, lexicon)
        if named is None and {"number", "value", "anything", "everything"} & _lows(rule):
            named = _column(before, lexicon)
        if named is None or len(found) != 1 or not _closes(rule, named):
            continue
        if _is_around(before, found[0], named, lexicon):
            yield _as_rule(before[slice(*found[0])], named, rule[0], tokens[-1])


def _lows(tokens: Sequence[Token]) -> set[str]:
    return {token.low for token in tokens}


def _ranges(before: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """From 1 to 10; between 1 and 10."""
    for at in range(len(before) - 3):
        first, low, joint, high = before[at : at + 4]
        is_range = (first.low, joint.low) in (("from", "to"), ("between", "and"))
        if is_range and low.shape == high.shape == Shape.NUMBER:
            yield at, at + 4


def _as_rule(told: Sequence[Token], named: NamedColumn, like: Token, last: Token) -> list[Token]:
    is_range = told[0].low in ("from", "between")
    words = _MUST_BE[:2] if is_range else _MUST_BE
    header = named.column.name
    subject = like._replace(text=header, low=header.lower(), shape=Shape.WORD)
    must = [like._replace(text=word, low=word, shape=Shape.WORD) for word in words]
    return [subject, *must, *told, *([last] if last.text in _ENDS else [])]


_MUST_BE = ("must", "be", "one", "of")


def _column(rule: Sequence[Token], lexicon: Lexicon) -> NamedColumn | None:
    """The one column that the rule names by its header or its plain noun."""
    found = {
        named.column.name: named
        for token in rule
        for named in lexicon.columns
        if token.shape == Shape.WORD and _names(token, named)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _names(token: Token, named: NamedColumn) -> bool:
    return token.text == named.column.name or stems_of(token.text) == named.stems


def _closes(rule: Sequence[Token], named: NamedColumn) -> bool:
    """Nothing else may; no other shift; any other price is wrong; one of them: and no word more."""
    lows = [token.low for token in rule if not _names(token, named)]
    text = f" {' '.join(lows)} "
    others = {"nothing", "else", "no", "any", "every", "other", "anything", "everything", *_IDLE}
    if " nothing else " in text or " no other " in text:
        return bool(set(lows) & _ALLOWING) and set(lows) <= others | _ALLOWING
    if any(f" {rest} " in text for rest in _RESTS):
        is_fault = bool(set(lows) & (_FAULTS | _SHOWING)) and not {"no", "nothing"} & set(lows)
        return is_fault and set(lows) <= others | _FAULTS | _SHOWING
    is_one = any(f" must be one of {back} " in text for back in ("them", "these", "those"))
    return is_one and set(lows) <= _IDLE | {"must"}


def _is_around(
    before: Sequence[Token], found: tuple[int, int], named: NamedColumn, lexicon: Lexicon
) -> bool:
    """Whether the words around the list name no other column, value or place, and deny nothing."""
    start, end = found
    around = [*before[:start], *before[end:]]
    if any(
        token.shape not in (Shape.WORD, Shape.NUMBER) and token.text not in ",:" for token in around
    ):
        return False
    size = sum(token.low not in JOINS for token in before[start:end])
    for token in around:
        is_count = NUMBER_WORDS.get(token.low) == size
        is_of_rows = stems_of(token.text) in lexicon.table_stems.values()
        is_other = not is_of_rows and any(
            _names(token, each) for each in lexicon.columns if each is not named
        )
        if token.shape == Shape.NUMBER or (token.low in NUMBER_WORDS and not is_count):
            return False
        if is_other or token.low in DENIALS or token.low in lexicon.values:
            return False
    behind = {token.low for token in before[end:]}
    opens = before[0].low
    is_of_all = opens in SUBJECTS or opens.endswith("s") or _names(before[0], named)
    is_placed = opens in PREPOSITIONS or bool(behind & PREPOSITIONS)
    is_called = any(token.text[:1].isupper() for token in before[1:start])
    return is_of_all and not is_placed and not is_called
