"""Nouns for the rows of the one table at hand: readings, samples, what its first column numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from backend.planner.offline.chart import Leaf, Node
from backend.planner.offline.day_rows import day_row_leaves, timestamp_leaves
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.neutral_nouns import NEUTRAL, kindred, shortens
from backend.planner.offline.sorts_of_rows import is_shown, is_sort_of_rows
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.told_nouns import told_noun_leaves
from backend.planner.offline.well_known_short import is_meant
from backend.planner.offline.words import ID_WORDS, NUMBER_WORDS, parts_of, stem, stems_of

_ANY_ROW = frozenset({
    "reading", "measurement", "sample", "instance", "event", "object", "datum", "document", "thing",
    "element", "example", "registration", "submission",
})  # fmt: skip
"""What any row may be called; a narrower noun may well mean only some of them."""
_BY_NOUN = ", by a noun"
_BESIDE_ONE = frozenset({"previous", "preceding", "prior", "next", "later", "earlier"})
"""Before a single row that another one is compared with."""
_BEFORE_ONE = frozenset({"a", "an", "each", "every", "any", "no", "that", "such"}) | _BESIDE_ONE


def row_noun_leaves(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """The rows of the only table, by a noun that names nothing else in it."""
    yield from day_row_leaves(tokens, at, lexicon)
    yield from timestamp_leaves(tokens, at, lexicon)
    yield from told_noun_leaves(tokens, at, lexicon)
    token = tokens[at]
    if len(lexicon.tables) != 1 or token.shape != Shape.WORD or not token.low.isalpha():
        return
    singular = stem(token.low)
    (table,) = lexicon.tables
    is_beside = _is_beside(tokens, at)
    is_one = singular == token.low and singular not in _ANY_ROW and not is_beside
    if _is_told_in_columns(tokens, at, lexicon):
        yield Leaf("keynoun", at, at + 1, table, 0.6, f"rows of {table}")
    if _is_named(singular, token.low, lexicon):
        return
    is_aged = _is_of_an_age(tokens, at, singular, lexicon)
    is_row = singular in _ANY_ROW or _is_numbered(singular, table, lexicon)
    is_row = is_row or _is_counted(tokens, at, singular) or _is_day(tokens, at, lexicon)
    if is_aged or (not is_one and (is_row or _is_in(singular, table))):
        yield Leaf("keynoun", at, at + 1, table, 0.6, f"rows of {table}")
    elif _is_sort(tokens, at, singular, lexicon):
        yield Leaf("keynoun", at, at + 1, table, 0.6, f"rows of {table}{_BY_NOUN}")


_ANSWERS = frozenset({"answer", "response", "reply", "mention", "vote", "occurrence"})
"""What is counted, wherever there may be the most of it; of sales there may be the highest sum."""
_MOST = frozenset({"most", "more", "fewest", "fewer"})


def _is_counted(tokens: Sequence[Token], at: int, noun: str) -> bool:
    """The region with the most answers."""
    return noun in _ANSWERS and at > 0 and tokens[at - 1].low in _MOST


_OF_AN_AGE = frozenset({
    "child", "kid", "adult", "teenager", "minor", "senior", "grown-up", "pensioner", "person",
    "people", "infant", "baby", "toddler", "newborn",
})  # fmt: skip
_BOUNDS_AGE = frozenset({"under", "below", "over", "above", "aged", "younger", "older"})


def _is_of_an_age(tokens: Sequence[Token], at: int, noun: str, lexicon: Lexicon) -> bool:
    """Children under 12: whoever is of that age, where one column holds it."""
    behind = [token for token in tokens[at + 1 : at + 4] if token.low != "than"]
    is_bound = bool(behind) and behind[0].low in _BOUNDS_AGE
    is_bound = is_bound and any(
        token.text.isdigit() or token.low in NUMBER_WORDS for token in behind[1:2]
    )
    ages = [named for named in lexicon.columns if named.stems in (("age",), ("age", "year"))]
    return noun in _OF_AN_AGE and is_bound and len(ages) == 1


_DAY_BEFORE = frozenset({
    "flag", "list", "show", "find", "report", "on", "all", "any", "the", "other", "those", "these",
    "of", ".", ",", "and", "many", "such", "only", "mark", "most",
})  # fmt: skip


def _is_day(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Flag days where: of a table that has one row a day, by its only date; no days are counted."""
    dates = [named for named in lexicon.columns if named.is_date]
    is_free = at == 0 or tokens[at - 1].low in _DAY_BEFORE
    return tokens[at].low == "days" and is_free and len(dates) == 1 and dates[0].column.unique


def _is_told_in_columns(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Flag days where: of a table of a month and a day; of hours, where it has an hour besides."""
    before = tokens[at - 1].low if at else "."
    behind = tokens[at + 1].low if at + 1 < len(tokens) else ""
    has_date = any(named.is_date for named in lexicon.columns)
    if tokens[at].low not in ("days", "hours") or has_date:
        return False
    headers = {named.stems for named in lexicon.columns}
    wanted = {("month",), ("day",)} | ({("hour",)} if tokens[at].low == "hours" else set())
    is_narrowed = behind in ("where", "when", "on", "in", "with", "without", "for", "that")
    return before in _SHOWN_ALL and is_narrowed and wanted <= headers


_SHOWN_ALL = frozenset({"flag", "list", "show", "find", "report", "all", "any", "the", "those"})


def _is_beside(tokens: Sequence[Token], at: int) -> bool:
    """The previous band, the first movement of each SKU: one row, beside others."""
    before = tokens[at - 1].low if at else ""
    behind = tokens[at + 1].low if at + 1 < len(tokens) else ""
    is_end = before in ("first", "last") and behind in ("of", "in", "for", "per", "(")
    return before in _BESIDE_ONE or is_end


def is_by_noun(leaf: Leaf, tokens: Sequence[Token]) -> bool:
    """Whether a common noun that stands but once was taken for the rows of the table."""
    if not leaf.part.endswith(_BY_NOUN):
        return False
    noun = stem(tokens[leaf.start].low)
    return sum(stem(token.low) == noun for token in tokens) == 1


_HALF = 1.6
"""What it costs to take a word for the one header that holds it."""


def is_half_said(leaf: Leaf, nouns: Set[int], tokens: Sequence[Token]) -> bool:
    """Whether it is such a noun for the rows, or a column of which that noun is but a part."""
    is_part = leaf.symbol == "column" and leaf.cost >= _HALF and leaf.end == leaf.start + 1
    return is_by_noun(leaf, tokens) or (is_part and leaf.start in nouns)


def taken_for_rows(node: Node, tokens: Sequence[Token]) -> Iterator[str]:
    """What a reading assumes of the nouns that stand for the rows of the table."""
    if not node.children and node.part.endswith(_BY_NOUN):
        rows = node.part.removesuffix(_BY_NOUN)
        yield f"By {tokens[node.start].text!r} all {rows} are meant."
    for child in node.children:
        yield from taken_for_rows(child, tokens)


def _is_sort(tokens: Sequence[Token], at: int, singular: str, lexicon: Lexicon) -> bool:
    """Whether it is a noun that the owner has for the rows, be it theirs or a common one."""
    if singular not in NEUTRAL:
        return False
    is_one = singular == tokens[at].low and not _is_beside(tokens, at)
    if is_one and not _is_any_one(tokens, at):
        return False
    (table,) = lexicon.tables
    if any(_is_own(word, singular) for word in _own(table, lexicon)):
        return True
    return is_sort_of_rows(singular, lexicon, is_shown=is_shown(tokens, at))


_DUTIES = frozenset({"must", "may", "should", "can", "cannot", "shall"})


def _is_any_one(tokens: Sequence[Token], at: int) -> bool:
    """A wine, no wine; the same wine must not be there twice; identical to another wine."""
    before = tokens[at - 1].low if at else ""
    behind = tokens[at + 1].low if at + 1 < len(tokens) else ""
    is_same = before == "same" and behind in _DUTIES
    return before in _BEFORE_ONE or is_same or (before == "another" and behind in ("in", "", "."))


def _is_own(word: str, noun: str) -> bool:
    """Whether a word of the table's name is a noun, or is short for it."""
    known = is_meant(word, noun)
    return kindred(word, noun) or (shortens(word, noun) if known is None else known)


def _own(table: str, lexicon: Lexicon) -> Iterator[str]:
    """The words of the table's name, and of its first column where that numbers the rows."""
    yield from map(stem, parts_of(table))
    first = lexicon.tables[table].columns[0]
    if first.unique:
        yield from (word for word in stems_of(first.name) if word not in ID_WORDS)


def _is_named(singular: str, low: str, lexicon: Lexicon) -> bool:
    """Whether it is the name of a column, a table or a value."""
    if (singular,) in lexicon.table_stems.values() or {singular, low} & set(lexicon.values):
        return True
    return any(named.stems == (singular,) for named in lexicon.columns)


def _is_numbered(singular: str, table: str, lexicon: Lexicon) -> bool:
    """Lockers, where the first column is locker_no, however often each is there."""
    first = stems_of(lexicon.tables[table].columns[0].name)
    bare = tuple(word for word in first if word not in ID_WORDS)
    return bare == (singular,) and len(first) > 1


def _is_in(singular: str, table: str) -> bool:
    """Runs of pilot_runs_2026: a plural that the table's own name holds."""
    words = [part for part in table.lower().replace("-", "_").split("_") if part.isalpha()]
    return any(word != singular and stem(word) == singular for word in words)
