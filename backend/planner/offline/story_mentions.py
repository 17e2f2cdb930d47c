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
from backend.planner.offline.story_latitude import (
    EVERYDAY,
    LATITUDE,
    OF_CAUSES,
    OF_OTHERS,
    PERSONS,
    PRONOUNS,
    SAYS_ITS_ROWS,
    counts_persons,
    demands,
    exempts,
    is_calm,
    is_idiom,
    is_indefinite,
    is_measured,
    is_rough,
    is_small_count,
)
from backend.planner.offline.story_leaves import FACTS, is_quantified, told_by
from backend.planner.offline.story_limits import is_lenient, is_limited, is_seasonal
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

_FEWEST_WORDS = 3
_QUANTIFIERS = frozenset({"the", "a", "an", "our", "all", "every", "each", "any"})
_OPEN = HARMLESS | EVERYDAY
_POSSESSIVES = frozenset({"the", "our", "a", "an", "my", "every", "each", "some", "many"})
_RECENT = frozenset({"last", "this", "past", "previous", "each", "every"})


class Mentions:
    """What the places of a sentence name."""

    def __init__(
        self, tokens: Sequence[Token], leaves: Sequence[Leaf], grammar_words: frozenset[str]
    ) -> None:
        self._grammar_words = grammar_words
        self._at: dict[int, list[Leaf]] = {}
        self._pronouns = {at for at, token in enumerate(tokens) if token.text in PRONOUNS}
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
        words = tokens[clause.body : end]
        if is_lenient(words) or is_limited(words):
            return None
        if clause.is_lead:
            end -= 1
        found: set[str] = set()
        unknown = 0
        is_free = self._is_free(tokens, clause)
        is_of_others = self._is_of_others(tokens, clause)
        is_aloof = self._is_aloof(tokens, clause)
        for place in range(clause.body, end):
            mentioned = self._mention(tokens, place, clause)
            if is_aloof and self._is_column(place):
                mentioned = set()
            is_open = is_free and self._is_latitude(tokens, place, clause)
            is_open = is_open or (is_of_others and tokens[place].low in OF_OTHERS)
            if mentioned is None and not is_open:
                return None
            mentioned = mentioned or set()
            found |= mentioned
            unknown += self._is_told(tokens, place, clause)
        is_told = unknown or clause.is_lead or clause.is_motto or clause.is_reason or is_free
        return frozenset(found) if is_told and not (found and is_seasonal(words)) else None

    def _is_free(self, tokens: Sequence[Token], clause: Clause) -> bool:
        """A reason, or an echo of the rule's own value or number, and no exemption."""
        if clause.is_lead or exempts(tokens[clause.body : clause.end]):
            return False
        places = range(clause.body, clause.end)
        return clause.is_reason or any(self._is_echo(tokens, place) for place in places)

    def _is_of_others(self, tokens: Sequence[Token], clause: Clause) -> bool:
        """Whether a clause mentions nothing of the tables, and exempts nobody."""
        places = range(clause.body, clause.end)
        is_of_rows = any(
            self._held(place) or self._is(place, "table", "keynoun", "column", *FACTS)
            for place in places
        )
        return not (is_of_rows or clause.is_lead) and not exempts(tokens[clause.body : clause.end])

    def _is_aloof(self, tokens: Sequence[Token], clause: Clause) -> bool:
        """Whether others than rows do something before a rule that says itself whom it is of."""
        if clause.is_reason and is_calm(tokens[clause.body : clause.end]):
            return True
        is_whole = clause.end < len(tokens) and tokens[clause.end].low in SAYS_ITS_ROWS
        if not is_whole or demands(tokens[clause.body : clause.end]):
            return False
        opening = range(clause.body, min(clause.body + 3, clause.end))
        subject = next((at for at in opening if tokens[at].low not in _POSSESSIVES), clause.body)
        is_held = self._held(subject) or self._is(subject, "table", "keynoun")
        return not is_held and self._is_told(tokens, subject, clause._replace(body=subject))

    def _is_column(self, place: int) -> bool:
        """Whether a word may name a column, and no value or number."""
        is_fact = self._is(place, "adjective", "flag_word", "number", *FACTS)
        return self._is(place, "column") and not is_fact

    def _is_echo(self, tokens: Sequence[Token], place: int) -> bool:
        """A value, or a number in digits or above three."""
        held = self._held(place)
        is_value = self._is(place, "adjective", "flag_word", "number")
        return bool(held) and is_value and not is_small_count(tokens, place)

    def _is_told(self, tokens: Sequence[Token], place: int, clause: Clause) -> bool:
        """Whether a word is none of the tables and of the grammar, or a person opens the clause."""
        is_person = place == clause.body and tokens[place].low in PERSONS
        is_person = is_person and not self._is(place, "table", "keynoun", "column")
        return is_person or self._is_unknown(tokens[place], place)

    def _is_latitude(self, tokens: Sequence[Token], place: int, clause: Clause) -> bool:
        """What a free story may hold beside what every story may."""
        low = tokens[place].low
        if is_scope(tokens, place):
            return False
        if is_measured(tokens, place):
            return True
        if clause.is_reason and place > clause.body and low in OF_CAUSES:
            return True
        if self._is(place, "unit"):
            return is_indefinite(tokens, place) or self._is(place - 1, "number")
        if self._is(place, "ordinal"):
            return place + 1 == len(tokens) or self._is_idle(tokens, place + 1)
        if self._is(place, "table", "keynoun"):
            return tokens[place - 1].low in LATITUDE or self._is(place - 1, "number")
        return low in LATITUDE

    def _is_idle(self, tokens: Sequence[Token], place: int) -> bool:
        is_sign = tokens[place].shape == Shape.SIGN
        return is_sign or self._is_unknown(tokens[place], place)

    def _is_unknown(self, token: Token, place: int) -> bool:
        is_word = token.shape == Shape.WORD and token.low not in _OPEN
        return is_word and token.low not in self._grammar_words and not self._held(place)

    def _mention(self, tokens: Sequence[Token], place: int, clause: Clause) -> set[str] | None:
        """What one word mentions (mostly nothing), or None where no story may hold it."""
        token = tokens[place]
        if token.shape == Shape.SIGN:
            return set() if token.text in ",'" else None
        if token.shape not in (Shape.WORD, Shape.NUMBER):
            return None
        if self._counts_others(tokens, place):
            return set()
        held = self._held(place)
        if held:
            return {f"~{told}" for told in held} if is_rough(tokens, place) else held
        is_open = self._is_harmless(tokens, place, clause) or self._may_explain(token, clause)
        return set() if token.shape == Shape.WORD and is_open else None

    def _counts_others(self, tokens: Sequence[Token], place: int) -> bool:
        """Two parties, one person: a count of what no table holds, or "one" of a column."""
        if not is_small_count(tokens, place):
            return False
        is_same = tokens[place].low == "one" and self._is(place + 1, "column")
        is_other = self._is_unknown(tokens[place + 1], place + 1)
        return is_same or is_other or counts_persons(tokens, place)

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
        if is_idiom(tokens, place):
            return True
        if self._is_recent(tokens, place) or self._quantifies(tokens, place):
            return True
        if low in TELLING:
            return False
        if low in NAMED_FLAGS and place > clause.body:
            return True
        if low in _OPEN:
            return True
        if self._is(place, "table", "keynoun"):
            is_open = place == 0 or tokens[place - 1].low in BEFORE_NOUNS
            return is_open or clause.is_motto
        return low not in self._grammar_words and not self._is(place, *FACTS)

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
        found = [leaf for leaf in self._at.get(place, ()) if told_by(leaf)]
        if place in self._pronouns:
            found = [leaf for leaf in found if leaf.end - leaf.start > 1]
        longest = max(found, key=lambda leaf: (leaf.end - leaf.start, -leaf.cost), default=None)
        return set() if longest is None else {told_by(longest)}

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
            self._is(place, "table", "keynoun") and is_quantified(tokens, place)
            for place in range(clause.body + 1, clause.end)
        )

    def looks_back(self, tokens: Sequence[Token], clause: Clause) -> bool:
        """Whether the clause speaks of something told before, and not named in itself."""
        for place in range(clause.body, clause.end):
            if self._is(place, "column", "table", "keynoun", "adjective", "flag_word"):
                return False
            if tokens[place].low in ("that", "who", "whose", "which") and place > clause.body:
                continue
            is_empty = starts(tokens, place, ("it", "is")) or starts(tokens, place, ("there",))
            if tokens[place].low in BACKWARD and not is_empty:
                is_joint = tokens[place].low == "that" and place > clause.body
                return not is_joint
        return False
