"""What the words of a sentence name in the tables, and what a rule must hold to be told of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.stories.clauses import Clause, Role, starts
from backend.planner.offline.stories.cues import UNITS
from backend.planner.offline.stories.leaves import LOOSE, ROWS, month_beside, told_by
from backend.planner.offline.stories.mere_nouns import is_kind_of_one, is_noun_of_reason, parts_off
from backend.planner.offline.stories.words import (
    BACKWARD,
    BEFORE_NOUNS,
    DEGREES,
    EVERYBODY,
    FINITE,
    OUR_EVERYONE,
    PREPOSITIONS,
    PRONOUNS,
    SAYS_ITS_ROWS,
    SINGULARS,
    TIMING,
    TOLD_WITH,
    VERBS,
)
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import root
from backend.rules.language.terms import Cell

_LIKE = 0.1
"""From this cost on, a word is not the header itself."""
_FACTS = ("unit", "month", "weekday", "ordinal", "date", "clock", "text", "regex", "parameter")
_NO = "no"
"""Of yes or no; as a part of a header it stands for a number."""
_SMALL = frozenset({"one", "two", "three", "single"})
_PERSONS = frozenset({"person", "persons", "people", "man", "woman", "men", "women", "child"})
_MANY = frozenset({"people", "children", "men", "women", "staff", "clientele"})
_INDEFINITE = frozenset({"a", "an", "the", "of", "our", "every", "each", "many", "some", "last",
                         "this", "past", "previous", "all"})  # fmt: skip
_ABOUT = frozenset({"about", "around", "roughly", "some", "approximately"})
_QUANTIFIERS = frozenset({"each", "every", "all", "any", "no", "both", "most", "half"})


class Mentions:
    """What the places of a sentence name."""

    def __init__(
        self,
        tokens: Sequence[Token],
        leaves: Sequence[Leaf],
        grammar_words: frozenset[str],
        values: Mapping[str, object],
    ) -> None:
        self.tokens = tokens
        self._grammar_words = grammar_words
        spelled = (value for value in values if value.isalpha() and value != _NO)
        self._values = {root(value): value for value in spelled}
        self._at: dict[int, list[Leaf]] = {}
        self._pronouns = {at for at, token in enumerate(tokens) if token.text in PRONOUNS}
        cells = (leaf.meaning for leaf in leaves if isinstance(leaf.meaning, Cell))
        self.headers = {cell.column.lower() for cell in cells}
        """The columns that the sentence names, in lower case."""
        for leaf in leaves:
            for place in range(leaf.start, leaf.end):
                self._at.setdefault(place, []).append(leaf)

    def of(self, clause: Clause) -> frozenset[str] | None:
        """What a clause names; nothing where it holds what no story may."""
        found: set[str] = set()
        for place in range(clause.body, clause.end):
            explains = clause.role == Role.REASON or (clause.is_motto and self.is_graded(place))
            mentioned = self._mention(place, explains=explains)
            if mentioned is None:
                return None
            found |= mentioned
        return frozenset(found)

    def _mention(self, place: int, *, explains: bool) -> set[str] | None:
        token = self.tokens[place]
        if token.shape == Shape.SIGN:
            return set() if token.text in ",'’" else None  # noqa: RUF001 - as owners type it
        if token.shape not in (Shape.WORD, Shape.NUMBER):
            return None
        dated = month_beside(self.tokens, self._at.get(place, ()), place)
        if dated is not None:
            return {dated}
        is_mere = explains and is_noun_of_reason(self, place)
        if is_mere or self._counts_others(place) or self._is_measure(place) or token.text == "may":
            return set()
        held = self.held(place)
        if held and self.is_a(place, "number") and self._is_unit(place + 1):
            return {f"*{told}" for told in held}
        if held:
            is_rough = place > 0 and self.tokens[place - 1].low in _ABOUT
            return {f"~{told}" for told in held} if is_rough else held
        if self.names_table(place):
            return set() if explains or not self.is_of_some(place) else None
        is_plain = token.shape == Shape.NUMBER or token.text.replace("-", "").isalpha()
        is_fact = self.is_a(place, *_FACTS) and not self._is_idle(place)
        return None if is_fact or not (is_plain or token.low == "'s") else set()

    def is_of_some(self, place: int) -> bool:
        """Whether the word before a table's noun may tell which of its rows are meant."""
        before = self.tokens[max(place - 1, 0)]
        is_told = place > 0 and before.low not in BEFORE_NOUNS and before.shape != Shape.NUMBER
        return is_told and self.names_table(place)

    def is_graded(self, place: int) -> bool:
        """Very strong beers: a degree, of which the rule behind the colon tells how high it is."""
        return place > 1 and self.tokens[place - 2].low in DEGREES

    def held(self, place: int) -> set[str]:
        """The column, value or number that a word is part of, the longest reading first."""
        found = [leaf for leaf in self._at.get(place, ()) if told_by(leaf)]
        found = [leaf for leaf in found if not self._is_of_compound(leaf)]
        if place in self._pronouns:
            found = [leaf for leaf in found if leaf.end - leaf.start > 1]
        longest = max(found, key=lambda leaf: (leaf.end - leaf.start, -leaf.cost), default=None)
        if longest is not None:
            return {told_by(longest)}
        low = self.tokens[place].low
        is_said = len(low) > 3 and not self._is_deed(place)
        value = self._values.get(root(low)) if is_said else None
        return set() if value is None else {value}

    def _is_of_compound(self, leaf: Leaf) -> bool:
        """The card printer, night porters: a word before a noun that no table knows."""
        is_loose = leaf.symbol == "column" and leaf.cost >= _LIKE
        return is_loose and leaf.end < len(self.tokens) and self._is_new(leaf.end)

    def _is_new(self, place: int) -> bool:
        if place >= len(self.tokens):
            return False
        token = self.tokens[place]
        is_word = token.shape == Shape.WORD and token.low not in self._grammar_words
        return is_word and not any(map(told_by, self._at.get(place, ())))

    def is_a(self, place: int, *symbols: str) -> bool:
        """Whether a word may be read as one of these."""
        return any(leaf.symbol in symbols for leaf in self._at.get(place, ()))

    def names_table(self, place: int) -> bool:
        """Whether a word names the rows of a table."""
        return self.is_a(place, "table", "keynoun")

    def names_column(self, place: int) -> bool:
        """Whether a word names a column, and no value or number."""
        is_fact = self.is_a(place, "adjective", "flag_word", "number")
        return self.is_a(place, "column") and bool(self.held(place)) and not is_fact

    def is_header(self, place: int, dearest: float = LOOSE) -> bool:
        """Whether a word surely names a column, or is a part of the name of one."""
        found = self._at.get(place, ())
        return any(each.symbol == "column" and each.cost < dearest for each in found)

    def is_echo(self, place: int) -> bool:
        """A value, or a number in digits or above three."""
        is_value = self.is_a(place, "adjective", "flag_word", "number")
        return is_value and bool(self.held(place)) and not self._is_small(place)

    def lows(self, clause: Clause) -> set[str]:
        """The words of a clause in lower case."""
        return {token.low for token in self.tokens[clause.body : clause.end]}

    def is_foreign(self, place: int) -> bool:
        """Whether neither the grammar nor the tables know a word."""
        return self._is_new(place) and not self.held(place)

    def is_group(self, place: int) -> bool:
        """Whether a word may name many of which rows could be, and that no table knows."""
        low = self.tokens[place].low
        is_plural = len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is"))
        is_open = self._is_open(place) and not self.is_a(place, "column")
        return (is_plural or low in _MANY) and is_open and low not in VERBS

    def is_quantified(self, place: int) -> bool:
        """Whether the noun here stands behind "every", "all", "no" or "of the"."""
        before = [token.low for token in self.tokens[max(place - 3, 0) : place]]
        return bool(before) and (
            before[-1] in _QUANTIFIERS
            or ("of" in before and before[-1] in ("of", "the", "all", "our"))
        )

    def _is_small(self, place: int) -> bool:
        token = self.tokens[place]
        return token.low in _SMALL and token.shape == Shape.WORD

    def _counts_others(self, place: int) -> bool:
        """Two parties, one person: a count of what no table holds, or "one" of a column."""
        if not self._is_small(place) or place + 1 == len(self.tokens):
            return False
        behind = self.tokens[place + 1]
        if behind.shape == Shape.SIGN and is_kind_of_one(self.tokens, place):
            return True
        is_same = self.tokens[place].low == "one" and self.is_a(place + 1, "column")
        return is_same or behind.low in _PERSONS or self._is_open(place + 1)

    def _is_deed(self, place: int) -> bool:
        """We opened, our shop opened: what somebody did, and no value of a like word."""
        if not self.tokens[place].low.endswith("ed") or place == 0:
            return False
        lows = [token.low for token in self.tokens[max(place - 2, 0) : place]]
        return lows[-1] in ("we", "i") or (lows[0] in ("our", "the") and len(lows) == 2)

    def _is_unit(self, place: int) -> bool:
        """Ten seconds, 8 kilos: the column may hold the number in other units."""
        here = self.tokens[place : place + 1]
        return any(self.is_a(place, "unit") or token.low in UNITS for token in here)

    def _is_measure(self, place: int) -> bool:
        """A week, last year: a span of time that measures nothing."""
        if not self.is_a(place, "unit") or place == 0:
            return False
        before = self.tokens[place - 1].low
        is_kind = self._is_open(place - 1) and before not in PREPOSITIONS | VERBS
        return is_kind or self.is_a(place - 1, "number") or before in _INDEFINITE

    def _is_open(self, place: int) -> bool:
        """Whether a word is no part of the tables, and no number or measure."""
        is_word = self.tokens[place].shape == Shape.WORD and not self.held(place)
        return is_word and not self.names_table(place) and not self.is_a(place, *_FACTS)

    def _is_idle(self, place: int) -> bool:
        """First names, the second time: an ordinal that tells no row or column."""
        if not self.is_a(place, "ordinal"):
            return False
        is_last = place + 1 == len(self.tokens) or self.tokens[place + 1].shape == Shape.SIGN
        return is_last or self.is_foreign(place + 1)

    def has_own_subject(self, clause: Clause) -> bool:
        """Whether it names its rows by a word that is none of the schema: gala guests, retail."""
        at = clause.body
        while at < clause.end - 1 and self.tokens[at].low in TIMING:
            at += 2 if self.tokens[at].low == "last" else 1
        low = self.tokens[at].low
        if low == "our" and at + 1 < clause.end and self.tokens[at + 1].low in OUR_EVERYONE:
            return parts_off(self.tokens, at + 2)
        if low in EVERYBODY or self.tokens[clause.body].low in PREPOSITIONS:
            return False
        if low in SINGULARS:
            return self._is_of_many(clause._replace(body=at))
        at += low in _QUANTIFIERS
        return not (self.held(at) or self.names_table(at) or self.is_a(at, "column"))

    def _is_of_many(self, clause: Clause) -> bool:
        """A gift, the guests, our gala guests; but not "the tablet knows"."""
        if self.tokens[clause.body].low in ("a", "an"):
            return True
        lows = [token.low for token in self.tokens[clause.body + 1 : clause.end]]
        return any(self._is_noun_of_many(lows, at, clause) for at in range(min(3, len(lows))))

    def _is_noun_of_many(self, lows: Sequence[str], at: int, clause: Clause) -> bool:
        low, *behind = lows[at:]
        if low in _MANY or (low.endswith("s") and not low.endswith("ss") and at == 0):
            return True
        if not low.endswith("s") or low.endswith("ss") or low in VERBS:
            return False
        is_told = any(each in VERBS or each.endswith("ed") for each in behind)
        is_noun = is_told or self.tokens[clause.end - 1].text == ":"
        is_object = SINGULARS | (VERBS - FINITE - TOLD_WITH) | {"to"}
        is_verb = any(each in is_object or each.endswith("s") for each in behind[:1])
        return is_noun and not (is_verb or self.is_a(clause.body + at + 2, "number"))

    def speaks_of_the_same(self, stories: Sequence[Clause], rest: Sequence[Clause]) -> bool:
        """Whether "the orders" of the rule may be just those that a story tells of."""
        told = {table for each in stories for table in self._tables(each)}
        return any(
            self.tokens[place - 1].low == "the" and self.tokens[place].low.endswith("s")
            and told & set(self._tables(each._replace(start=place, end=place + 1)))
            and not starts(self.tokens, place + 1, ("of", "any"))
            for each in rest
            for place in range(each.body + 1, each.end)
        )  # fmt: skip

    def _tables(self, clause: Clause) -> Iterator[str]:
        for place in range(clause.start, clause.end):
            found = [leaf for leaf in self._at.get(place, ()) if leaf.symbol in ROWS]
            yield from (str(leaf.meaning) for leaf in found)

    def names_rows(self, clause: Clause) -> bool:
        """Whether the clause says "every order", "75% of the orders" or "flag"."""
        if any(token.low in SAYS_ITS_ROWS for token in self.tokens[clause.body : clause.body + 1]):
            return True
        places = range(clause.body + 1, clause.end)
        return any(self.names_table(place) and self.is_quantified(place) for place in places)

    def looks_back(self, clause: Clause) -> bool:
        """Whether the clause speaks of something told before, and not named in itself."""
        for place in range(clause.body, clause.end):
            if self.is_a(place, "column", "table", "keynoun", "adjective", "flag_word"):
                return False
            low = self.tokens[place].low
            if low in ("that", "who", "whose", "which") and place > clause.body:
                continue
            is_empty = starts(self.tokens, place, ("it", "is")) or low == "there"
            if low in BACKWARD and not is_empty:
                return True
        return False
