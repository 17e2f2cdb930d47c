"""What a clause of a sentence mentions, and whether it may be a story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.story_clauses import (
    Clause,
    is_fragment,
    is_scope,
    starts,
    verb_of,
)
from backend.planner.offline.story_words import (
    BACKWARD,
    BEFORE_NOUNS,
    EVERYBODY,
    HARMLESS,
    NAMED_FLAGS,
    OF_MOTTOS,
    OF_REASONS,
    OF_RESTATED,
    TELLING,
    WISHES,
)
from backend.planner.offline.tokens import Shape, Token
from backend.rules.language.terms import Cell, Compare, Constant

_FEWEST_WORDS = 3
_QUANTIFIERS = frozenset({"the", "a", "an", "our", "all", "every", "each", "any"})
_LOOSE = 1.0
"""From this cost on, a link to a column is a guess."""
_RECENT = frozenset({"last", "this", "past", "previous", "each", "every"})


class Mentions:
    """What the places of a sentence name."""

    def __init__(self, leaves: Sequence[Leaf], grammar_words: frozenset[str]) -> None:
        self._grammar_words = grammar_words
        self._at: dict[int, list[Leaf]] = {}
        for leaf in leaves:
            for place in range(leaf.start, leaf.end):
                self._at.setdefault(place, []).append(leaf)

    def mentions(self, tokens: Sequence[Token], clause: Clause) -> frozenset[str] | None:
        """What a story mentions; nothing where the clause is not plainly a story."""
        end = clause.end
        while end > clause.body and tokens[end - 1].shape == Shape.SIGN:
            end -= 1
        fewest = 2 if clause.is_motto else _FEWEST_WORDS
        if end - clause.body < fewest or is_fragment(tokens, clause):
            return None
        if clause.is_lead:
            end -= 1
        found: set[str] = set()
        unknown = 0
        for place in range(clause.body, end):
            mentioned = self._mention(tokens, place, clause)
            if mentioned is None:
                return None
            found |= mentioned
            unknown += self._is_unknown(tokens[place], place)
        is_told = unknown or clause.is_lead or clause.is_motto or clause.is_reason
        return frozenset(found) if is_told else None

    def _is_unknown(self, token: Token, place: int) -> bool:
        is_word = token.shape == Shape.WORD and token.low not in HARMLESS
        return is_word and token.low not in self._grammar_words and not self._held(place)

    def _mention(self, tokens: Sequence[Token], place: int, clause: Clause) -> set[str] | None:
        """What one word mentions (mostly nothing), or None where no story may hold it."""
        token = tokens[place]
        if token.shape == Shape.SIGN:
            return set() if token.text in ",'" else None
        if token.shape not in (Shape.WORD, Shape.NUMBER):
            return None
        held = self._held(place)
        if held:
            return held
        is_open = self._is_harmless(tokens, place, clause) or self._may_explain(token, clause)
        return set() if token.shape == Shape.WORD and is_open else None

    def _may_explain(self, token: Token, clause: Clause) -> bool:
        if clause.is_restated and token.low in OF_RESTATED:
            return True
        if clause.is_motto and token.low in OF_MOTTOS:
            return True
        is_cause = clause.is_reason and token.low in OF_REASONS
        return is_cause or (clause.is_lead and token.low in WISHES)

    def has_own_subject(self, tokens: Sequence[Token], clause: Clause) -> bool:
        """Whether a motto names its rows by a word that is none of the schema."""
        if not clause.is_motto:
            return False
        if tokens[clause.body].low in EVERYBODY:
            return False
        places = range(clause.body, verb_of(tokens, clause))
        return any(
            not self._held(place) and not self._is(place, "table", "keynoun")
            for place in places
            if tokens[place].low not in _QUANTIFIERS
        )

    def _is_harmless(self, tokens: Sequence[Token], place: int, clause: Clause) -> bool:
        low = tokens[place].low
        if is_scope(tokens, place):
            return False
        if self._is_recent(tokens, place) or self._quantifies(tokens, place):
            return True
        if low in TELLING:
            return False
        if low in NAMED_FLAGS and place > clause.body:
            return True
        if low in HARMLESS:
            return True
        if self._is(place, "table", "keynoun"):
            is_open = place == 0 or tokens[place - 1].low in BEFORE_NOUNS
            return is_open or clause.is_motto
        return low not in self._grammar_words and not self._is(place, *_FACTS)

    def _quantifies(self, tokens: Sequence[Token], place: int) -> bool:
        """In every port: all of something that the tables know nothing of."""
        is_all = tokens[place].low in ("every", "each", "all") and place + 1 < len(tokens)
        return is_all and self._is_unknown(tokens[place + 1], place + 1)

    def _is_recent(self, tokens: Sequence[Token], place: int) -> bool:
        """Last month."""
        pairs = ((place - 1, place), (place, place + 1))
        return any(
            before >= 0 and tokens[before].low in _RECENT and self._is(at, "unit")
            for before, at in pairs
        )

    def _is(self, place: int, *symbols: str) -> bool:
        return any(leaf.symbol in symbols for leaf in self._at.get(place, ()))

    def _held(self, place: int) -> set[str]:
        """The column, value or number that a word is part of, the longest reading first."""
        found = [leaf for leaf in self._at.get(place, ()) if _told_by(leaf)]
        longest = max(found, key=lambda leaf: (leaf.end - leaf.start, -leaf.cost), default=None)
        return set() if longest is None else {_told_by(longest)}

    def speaks_of_the_same(
        self, tokens: Sequence[Token], stories: Sequence[Clause], rest: Sequence[Clause]
    ) -> bool:
        """Whether "the orders" of the rule may be just those that a story tells of."""
        told = {table for each in stories for table in self._tables(each)}
        return any(
            tokens[place - 1].low == "the" and tokens[place].low.endswith("s")
            and told & set(self._tables(each._replace(start=place, end=place + 1)))
            for each in rest
            for place in range(each.body + 1, each.end)
        )  # fmt: skip

    def _tables(self, clause: Clause) -> Iterator[str]:
        for place in range(clause.start, clause.end):
            found = [
                leaf for leaf in self._at.get(place, ()) if leaf.symbol in ("table", "keynoun")
            ]
            yield from (str(leaf.meaning) for leaf in found)

    def names_rows(self, tokens: Sequence[Token], clause: Clause) -> bool:
        """Whether the clause says "every order" or "75% of the orders"."""
        return any(
            self._is(place, "table", "keynoun") and _is_quantified(tokens, place)
            for place in range(clause.body + 1, clause.end)
        )

    def looks_back(self, tokens: Sequence[Token], clause: Clause) -> bool:
        """Whether the clause speaks of something told before, and not named in itself."""
        for place in range(clause.body, clause.end):
            if self._is(place, "column", "table", "keynoun", "adjective", "flag_word"):
                return False
            is_empty = starts(tokens, place, ("it", "is")) or starts(tokens, place, ("there",))
            if tokens[place].low in BACKWARD and not is_empty:
                is_joint = tokens[place].low == "that" and place > clause.body
                return not is_joint
        return False


_FACTS = (
    "unit", "month", "weekday", "ordinal", "date", "clock", "text", "regex", "old",
    "older", "younger", "age", "parameter",
)  # fmt: skip


def _told_by(leaf: Leaf) -> str:
    """What the rule must hold as well if a story has this leaf."""
    meaning = leaf.meaning
    if isinstance(meaning, Cell) and leaf.symbol == "column" and leaf.cost < _LOOSE:
        return meaning.column.lower()
    if leaf.symbol in ("adjective", "flag_word") and isinstance(meaning, Compare):
        right = meaning.right
        return str(right.value).lower() if isinstance(right, Constant) else ""
    if leaf.symbol == "number" and isinstance(meaning, Constant):
        return f"{float(str(meaning.value)):g}"
    return ""


def _is_quantified(tokens: Sequence[Token], place: int) -> bool:
    before = [token.low for token in tokens[max(place - 3, 0) : place]]
    return before[-1] in ("each", "every", "all", "any", "no") or (
        "of" in before and before[-1] in ("of", "the", "all", "our")
    )
