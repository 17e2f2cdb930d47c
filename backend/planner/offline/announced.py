"""A sentence that announces a rule, before the next one says in full which rows break it.

Such an announcement is passed over only where the check has no reading with it and none of it is a
rule by itself, and only if it is made of words that limit nothing, of words of the sentence that
follows, and of columns, values and numbers that the rule holds as well. An adjective that the rule
does not hold ("urgent orders …") could limit the rule, and keeps the check unread. What announces
that something is done twice may also stand before the rule that says which rows are copies.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from backend.planner.offline.abbreviations import abbreviates
from backend.planner.offline.announced_copies import TWICE, rule_on_copies
from backend.planner.offline.chart import Leaf
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.stories.clauses import Clause, Role, starts
from backend.planner.offline.stories.cues import LIMITING, OF_ALL
from backend.planner.offline.stories.mentions import Mentions
from backend.planner.offline.stories.set_aside import Told, covers
from backend.planner.offline.stories.words import BACKWARD, FLAGS
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.vague_norms import is_vague_norm
from backend.planner.offline.words import ASKING, parts_of, root
from backend.rules.duplicates import Duplicates
from backend.rules.rule import Rule

_SUBJECTS = frozenset({
    "a", "an", "every", "each", "all", "no", "the", "any", "one", "our", "two", "nobody",
})  # fmt: skip
_IDLE = frozenset({
    "a", "an", "the", "every", "each", "all", "no", "nobody", "any", "our", "its", "their", "other",
    "another", "it", "they", "same", "one", "single", "two", "both", "several", "more", "than",
    "once", "twice", "only", "just", "exactly", "different", "various", "always",
    "never", "not", "ever", "again", "there", "to",
    "must", "may", "can", "should", "shall", "has", "have", "had", "is", "are", "be", "been",
    "was", "were", "do", "does", "did", "needs", "need", "will", "allowed", "supposed", "ought",
    "of", "on", "in", "at", "for", "with", "by", "per", "across", "between", "among", "within",
    "from", "under", "and", "or",
    "belong", "belongs", "occur", "occurs", "appear", "appears", "exist", "exists", "start",
    "starts", "begin", "begins", "end", "ends", "come", "comes", "stand", "stands", "carry",
    "carries", "get", "gets", "hold", "holds", "keep", "keeps", "use", "uses", "show", "shows",
    "agree", "agrees", "match", "matches", "differ", "differs", "change", "changes", "vary",
    "varies", "share", "shares", "repeat", "repeated", "make", "made", "written", "spelled",
    "spelt", "recorded", "entered", "given", "listed", "used", "stored", "told", "named", "called",
    "consistent", "inconsistent", "clash", "contradict", "disagree", "disagrees", "identical",
    "equal", "distinct", "means", "mean", "go", "goes", "together", "point", "points", "refer",
    "refers", "say", "says", "fixed", "stay", "stays", "remain", "remains", "clear",
    "capitals", "capital", "capitalisation", "capitalization", "case", "casing", "letters",
    "spelling", "spellings", "upper", "lower", "way", "ways", "form", "day", "days", "date",
    "dates", "time", "times", "sort", "sorts", "kind", "kinds", "value", "values", "row", "rows",
    "record", "records", "entry", "entries", "thing", "things", "name", "names",
})  # fmt: skip
"""Words that tell no rows apart where they announce something."""
_COUNTING = frozenset({"two", "one", "several", "same", "twice", "single", "different", "than"})
"""What is counted may be any noun: it may not take two seats."""
_BEFORE_DEEDS = frozenset({"must", "may", "can", "should", "not", "never", "be", "only"})
_STATES = frozenset({
    "unique", "distinct", "single", "filled", "empty", "blank", "missing", "given", "known",
    "unknown", "valid", "positive", "negative", "null",
})  # fmt: skip
"""What is no deed, but all of a rule."""
_AGREEING = frozenset({"agree", "concur"})
_BEHIND_NOUNS = frozenset({"of", "on", "in", "at", "for", "with", "by", "per", "within", "and"})


class Announcement(NamedTuple):
    """What announces the rule, and the tables that it names."""

    told: Told
    tables: frozenset[str]
    is_of_copies: bool = False
    """It says that something is done twice: the rule behind it must be one on copies."""

    def suits(self, rule: Rule) -> bool:
        """Whether it may announce this rule."""
        is_alike = isinstance(rule, Duplicates) or not self.is_of_copies
        return is_alike and covers(rule, self.told) and self.tables <= set(rule.tables())


def announced(
    tokens: Sequence[Token],
    leaves: Sequence[Leaf],
    grammar_words: frozenset[str],
    lexicon: Lexicon,
) -> Announcement | None:
    """The sentences before the command that says the rule, if they do no more than announce it."""
    start = _command(tokens) or rule_on_copies(tokens)
    in_full = None if start is not None else _rule_in_full(tokens)
    start = in_full if start is None else start
    if start is None:
        return None
    named = Mentions(tokens, leaves, grammar_words, lexicon.values)
    behind = {root(part.lower()) for token in tokens[start:] for part in parts_of(token.text)}
    headers = {root(word) for word in lexicon.header_words}
    words = _Words(named, behind, headers, lexicon.values, may_act=in_full is None)
    clauses = tuple(_sentences(tokens, start))
    mentions: set[str] = set()
    for clause in clauses:
        found = words.of(clause)
        if found is None:
            return None
        mentions |= found
    tables = frozenset(
        str(leaf.meaning)
        for leaf in leaves
        if leaf.end <= start and leaf.symbol == "table" and leaf.cost < 1.0
    )
    places = frozenset(range(start))
    told = Told(places, clauses, frozenset(mentions))
    return Announcement(told, tables, is_of_copies=tokens[start].low not in FLAGS)


def is_loosely(own: Rule, rule: Rule) -> bool:
    """Whether the command says in full what an announcement said too broadly by itself.

    No hall is booked twice. Flag bookings that share hall and day: on one day, of course.
    """
    are_copies = isinstance(own, Duplicates) and isinstance(rule, Duplicates)
    if not are_copies or own.table != rule.table or own.where != rule.where:
        return False
    return bool(own.columns) and set(own.columns) < set(rule.columns)  # type: ignore[attr-defined]


def _command(tokens: Sequence[Token]) -> int | None:
    """Where the command begins that ends the check: it must say itself which rows it means."""
    for at in range(1, len(tokens) - 3):
        if tokens[at].low in FLAGS and tokens[at - 1].text in (".", "!", "?", ";", ":"):
            lows = {token.low for token in tokens[at:]}
            return None if lows & (BACKWARD - _OWN) or _is_bare(tokens[at:]) else at
    return None


_OPENS_IN_FULL = frozenset({"every", "each", "all", "no", "if", "where", "when"})


def _rule_in_full(tokens: Sequence[Token]) -> int | None:
    """Where a rule of its own begins behind the question that it answers."""
    stop = next((at for at, token in enumerate(tokens) if token.text == "?"), None)
    if stop is None or stop + 4 > len(tokens) or tokens[0].low not in ASKING:
        return None
    lows = [token.low for token in tokens[stop + 1 :]]
    is_told = lows[0] in _OPENS_IN_FULL and not _DUTIES.isdisjoint(lows)
    return stop + 1 if is_told and not set(lows) & (BACKWARD - _OWN) else None


_DUTIES = frozenset({"must", "should", "shall", "has", "have", "may", "needs", "need"})
_LOOKING = (
    ("look", "out", "for"), ("watch", "out", "for"), ("look", "for"), ("check", "for"),
    ("watch", "for"), ("search", "for"), ("beware", "of"), ("find",), ("flag",),
)  # fmt: skip


_OWN = frozenset({"that", "who", "whose", "which", "same", "there", "both", "their", "its", "it"})


def _is_bare(command: Sequence[Token]) -> bool:
    """Flag the later one; flag all of them: too little for a rule of its own."""
    return not any(token.low in _TELLS for token in command)


_TELLS = frozenset({
    "that", "who", "whose", "which", "where", "with", "without", "of", "if", "sharing", "before",
    "after", "above", "below", "over", "under", "than", "between",
})  # fmt: skip


def _ends(header: str, word: str) -> bool:
    """Class, for a header Pclass."""
    return len(word) > 3 and header.endswith(word)


def _sentences(tokens: Sequence[Token], end: int) -> Iterator[Clause]:
    start = 0
    for at in range(end):
        if tokens[at].text in (".", "!", "?", ";") or at + 1 == end:
            yield Clause(start, start, at + 1, Role.TALE)
            start = at + 1


_BEFORE_WHAT = frozenset({"the", "same", "a", "an", "one", "this", "that"})


class _Words(NamedTuple):
    """What may stand in an announcement."""

    named: Mentions
    behind: set[str]
    """The words of the command."""
    headers: set[str]
    values: Mapping[str, object]
    may_act: bool = True
    """What is done may be told in words of its own."""

    def of(self, clause: Clause) -> frozenset[str] | None:
        """What an announcement mentions; nothing where it could be more than one."""
        tokens = self.named.tokens[clause.start : clause.end]
        if is_vague_norm(tokens, lambda at: self.named.names_table(clause.start + at)):
            return frozenset()
        asks = tokens[0].low in ASKING and tokens[-1].text == "?"
        is_told = tokens[0].low in _SUBJECTS or self._is_known(clause.start)
        looks = next((len(words) for words in _LOOKING if starts(tokens, 0, words)), 0)
        if not (asks or is_told or looks):
            return None
        found: set[str] = set()
        for place in range(clause.start + looks, clause.end):
            mentioned = self._mention(place)
            if mentioned is None:
                return None
            found |= mentioned
        return frozenset(found)

    def _mention(self, place: int) -> set[str] | None:
        token = self.named.tokens[place]
        if token.shape == Shape.SIGN:
            return set() if token.text in ".,;:!?'" else None
        if token.shape not in (Shape.WORD, Shape.NUMBER):
            return None
        if self._is_done_twice(place) or self._is_what_twice(place):
            return set()
        is_idle = token.shape == Shape.WORD and token.low in _IDLE
        if is_idle and not self.named.names_column(place):
            return set()
        if self._agrees(place):
            return set()
        held = self.named.held(place)
        if held:
            return held
        is_known = self._is_known(place) or self._is_counted(place)
        is_known = is_known or (self.may_act and self._is_deed(place))
        return set() if is_known and token.shape == Shape.WORD else None

    def _is_known(self, place: int) -> bool:
        """Whether the command says the word as well, or the tables have it in a header."""
        word = self.named.tokens[place].low
        if root(word) in self.behind:
            return True
        return any(
            header in self.behind and (abbreviates(root(word), header) or _ends(header, root(word)))
            for header in self.headers
        )

    def _agrees(self, place: int) -> bool:
        """All sources must agree on the price: whoever it is that must not say different things."""
        tokens = self.named.tokens
        if place != 1 or tokens[0].low not in ("all", "the", "our"):
            return False
        is_duty = tokens[2].low in _AGREEING or tokens[3].low in _AGREEING
        is_noun = self.named.names_column(place) or self.named.is_foreign(place)
        return is_duty and is_noun and tokens[1].low not in self.values

    def _is_deed(self, place: int) -> bool:
        """May not rent, is never let: what is done, where no value or table is called like it."""
        tokens = self.named.tokens
        low = tokens[place].low
        is_open = not self.named.names_table(place) and low not in OF_ALL | LIMITING | _STATES
        if not is_open or place < 2:
            return is_open and tokens[0].low == "nobody" and low.endswith("s")
        opens = place == 2 or tokens[place - 3].text in (".", "!", ";")
        is_present = opens and low.endswith("s") and not low.endswith("ss")
        is_present = is_present and tokens[place - 2].low in _SUBJECTS
        return is_present or tokens[place - 1].low in _BEFORE_DEEDS

    def _is_done_twice(self, place: int) -> bool:
        """Sold twice, handed out twice; double bookings: no value, and no table is called so."""
        tokens = self.named.tokens
        low = tokens[place].low
        before = tokens[max(place - 1, 0)].low
        is_row = self.named.names_table(place) and before not in TWICE
        is_what = before in _BEFORE_WHAT and bool(self.named.held(place))
        if low in self.values or is_row or is_what or low in OF_ALL | LIMITING:
            return False
        behind = [token.low for token in tokens[place + 1 : place + 3]]
        is_deed = behind[:1] == ["twice"] or (behind[:1] == ["out"] and behind[1:] == ["twice"])
        is_deed = is_deed or (low == "out" and behind[:1] == ["twice"])
        is_deed = is_deed or low in TWICE or low == "more"
        return is_deed or (before in TWICE - {"twice"} and not self.named.held(place))

    def _is_what_twice(self, place: int) -> bool:
        """A copy cannot be rented twice: by a noun of its own, what the command has a key of."""
        tokens = self.named.tokens
        end = next((at for at in range(place, len(tokens)) if tokens[at].text in ".!;"), place)
        is_twice = any(token.low == "twice" for token in tokens[place:end])
        is_first = place == 1 and tokens[0].low in ("a", "an", "the", "no", "each", "every")
        is_named = self.named.names_column(place) or self.named.names_table(place)
        low = tokens[place].low
        is_plain = low.isalpha() and low not in {*self.values, *OF_ALL, *LIMITING, *_STATES}
        return is_twice and is_first and is_plain and not is_named

    def _is_counted(self, place: int) -> bool:
        """Two seats of a booking: a noun that neither the tables nor the grammar know."""
        tokens = self.named.tokens
        follows = tokens[place + 1].low if place + 1 < len(tokens) else "."
        is_last = follows in _BEHIND_NOUNS or follows in (".", "!", "?", ";")
        is_new = self.named.is_foreign(place) or self.named.names_table(place)
        is_new = is_new and tokens[place].low not in self.values
        return is_new and is_last and tokens[place - 1].low in _COUNTING
