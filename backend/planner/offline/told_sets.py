"""A list that a sentence tells before a rule that closes it, told as the rule itself.

There are two shifts, day and night; shift may hold nothing else: shift must be one of day and
night. What is said around the list only tells why, as long as it denies nothing and names no other
column, value or place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.named_columns import NamedColumn
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
    """Whether the words around the list only say that the rows or the column have it."""
    start, end = found
    if any(token.shape == Shape.SIGN and token.text not in (",", ":") for token in before):
        return False
    size = sum(token.low not in JOINS for token in before[start:end])
    kinds = "".join(_kind(token, size, named, lexicon) for token in before[:start])
    is_alone = all(_kind(token, size, named, lexicon) in "co" for token in before[end:])
    return is_alone and _SAYS_IT_HAS.fullmatch(kinds) is not None


_SAYS_IT_HAS = re.compile("(?:[wt]o*|[ao]*[rc]o*)vg?[aop]*[acrx]*p?[o,]*")
"""We sell mugs of; there are two glazes, ; mugs hold; the glazes are; grades go."""


def _kind(token: Token, size: int, named: NamedColumn, lexicon: Lexicon) -> str:
    """What a word is: a sign is ``,``, ``-`` one that must not be there."""
    low = token.low
    if token.shape == Shape.SIGN:
        return ","
    if token.shape != Shape.WORD or low in DENIALS:
        return "-"
    for kind, words in _KINDS.items():
        if low in words:
            return kind
    if _names(token, named):
        return "c"
    if stems_of(token.text) in lexicon.table_stems.values():
        return "r"
    is_known = low in lexicon.values or any(_names(token, each) for each in lexicon.columns)
    if NUMBER_WORDS.get(low) == size:
        return "o"
    is_group = low.endswith("s") and not token.text[:1].isupper()
    return "x" if is_group and not is_known and low not in NUMBER_WORDS else "-"


_KINDS = {
    "w": frozenset({"we"}),
    "t": frozenset({"there"}),
    "a": frozenset({"a", "an", "the", "our", "all", "every", "each", "these"}),
    "o": frozenset({"only", "just", "exactly", "either", "points", "values", "following"}),
    "p": frozenset({"of", "in", "at", "from", "for"}),
    "g": frozenset({"rated", "given", "measured", "scored", "graded", "numbered", "set", "sold"}),
    "v": frozenset({
        "is", "are", "was", "were", "have", "has", "had", "know", "use", "sell", "offer", "make",
        "keep", "stock", "bill", "hold", "holds", "take", "takes", "cost", "costs", "come", "comes",
        "go", "goes", "lie", "lies", "run", "runs", "range", "ranges", "contain", "contains",
    }),
}  # fmt: skip
