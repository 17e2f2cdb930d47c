"""Phrases for bounds, presence, beginnings and keys in other words of every day.

A later date than B; the highest allowed A is 6; half of B is the maximum for A; not nullable; the
same key is never given to two orders.
"""

from __future__ import annotations

from backend.planner.offline.phrases.measures.claims import is_bound
from backend.planner.offline.phrases.sentences.comparisons import or_less, or_more
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.duplicate_phrases import unique_among
from backend.rules.language.terms import (
    Cell,
    Constant,
    How,
    Matches,
    Missing,
    Predicate,
    Shifted,
    Today,
    Value,
)
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about,
    all_of,
    compare,
    not_,
)

phrase = Phrases()

# Dates ------------------------------------------------------------------------------------------

for _word, _sign in (("later", ">"), ("earlier", "<")):

    @phrase("adj", f"(a|an) {_word} (date|day|time|moment|point in time|timestamp) than <operand>")
    @phrase("adj", f"{_word} in time than <operand>", f"{_word} in the calendar than <operand>")
    def in_time(right: Value, sign: str = _sign) -> Predicate:
        """A later date than another."""
        return compare(IT, sign, right)


@phrase("stmt", "<and_cells> _must be in (chronological|calendar) order", cost=0.05)
@phrase("stmt", "<and_cells> _must be chronological", cost=0.05)
def in_calendar_order(found: Subjects) -> Statement | None:
    """A and B must be in chronological order: each no later than the next."""
    pairs = list(zip(found.items, found.items[1:], strict=False))
    return rule(all_of(*(compare(one, "<=", other) for one, other in pairs)))


@phrase("adj", "[on] the (day|date) (directly|right|immediately) (after|following) <cell>")
@phrase("adj", "[on] the (day|date) (after|following) <cell>", cost=0.05)
def day_after(other: Cell) -> Predicate:
    """The day after another date."""
    return compare(IT, "==", Shifted(of=other, amount=1, unit="days"))


@phrase("adj", "[on] the (day|date) before <cell>", cost=0.05)
def day_before(other: Cell) -> Predicate:
    """The day before another date."""
    return compare(IT, "==", Shifted(of=other, amount=-1, unit="days"))


@phrase("adj", "(before|earlier than) <cell> or on the same (day|date)", cost=0.05)
@phrase("adj", "(before|earlier than) <cell> or the same (day|date)", cost=0.05)
def not_later(other: Cell) -> Predicate:
    """Before another date or on the same day."""
    return compare(IT, "<=", other)


@phrase("adj", "(after|later than) <cell> or [on] the same (day|date)", cost=0.05)
def not_earlier(other: Cell) -> Predicate:
    """After another date or on the same day."""
    return compare(IT, ">=", other)


@phrase("stmt", "no (future|upcoming) <cell> [dates|values]", cost=0.05)
def none_to_come(of: Cell) -> Statement:
    """No future sales dates."""
    return rule(compare(of, "<=", Today()), subject=of)


# Bounds -----------------------------------------------------------------------------------------

phrase.words(
    "_allowed_at_all",
    "allowed | permitted | valid | acceptable | possible | legal | accepted | legitimate | expected",
)
phrase.words(
    "_upper_limit",
    "the (maximum|upper limit|cap|ceiling|limit|upper bound|most allowed|most) (for|of what is allowed for)",
)
phrase.words("_lower_limit", "the (minimum|lower limit|floor|lower bound|least allowed) for")


@phrase("stmt", "(highest|largest|greatest|maximum|latest) _allowed_at_all <cell> _be <operand>")
@phrase("stmt", "<operand> _be _upper_limit <cell>", cost=0.1)
@phrase("stmt", "_upper_limit <cell> _be <operand>", cost=0.1)
def upper_limit(*parts: Value) -> Statement | None:
    """The highest allowed price is 6; half of B is the maximum for A."""
    return _limited(parts, "<=")


@phrase("stmt", "(lowest|smallest|least|minimum|earliest) _allowed_at_all <cell> _be <operand>")
@phrase("stmt", "<operand> _be _lower_limit <cell>", cost=0.1)
@phrase("stmt", "_lower_limit <cell> _be <operand>", cost=0.1)
def lower_limit(*parts: Value) -> Statement | None:
    """The lowest allowed price is 1."""
    return _limited(parts, ">=")


def _limited(parts: tuple[Value, ...], sign: str) -> Statement | None:
    cells = [part for part in parts if isinstance(part, Cell)]
    bounds = [part for part in parts if not isinstance(part, Cell)]
    if len(cells) != 1 or len(bounds) != 1:
        return None
    return rule(compare(cells[0], sign, bounds[0]), subject=cells[0])


@phrase(
    "stmt",
    "_allowed_at_all (range|interval|values|value range|span) (for|of|in) <cell> (_be|:) <adj>",
    "<cell> _be [only] _allowed_at_all [only] <adj>",
    cost=0.1,
)
def allowed_range(of: Cell, told: Predicate) -> Statement | None:
    """Allowed range for price: 1 to 6."""
    return rule(about(told, of), subject=of) if is_bound(told) else None


phrase("adj", "<operand> or (less|lower)", cost=0.15)(or_less)
phrase("adj", "<operand> or (more|higher)", cost=0.15)(or_more)

_EVEN = (
    (">=", "higher|more|greater|larger|bigger|later|longer|above"),
    ("<=", "lower|less|smaller|earlier|shorter|below|fewer"),
)
for _sign, _words in _EVEN:

    @phrase(
        "adj",
        f"(equal to|the same as|as high as) <operand> or [even] ({_words}) [than that]",
        cost=0.05,
    )
    def or_even(right: Value, sign: str = _sign) -> Predicate:
        """Equal to another or even higher."""
        return compare(IT, sign, right)


# What is there ----------------------------------------------------------------------------------


@phrase("adj", "(not nullable|non-nullable|not-null|nonnull|not left out)")
@phrase(
    "verb", "(hold|holds|contain|contains|have|has) (something|data|some data|some value|content)"
)
def something() -> Predicate:
    """Not nullable."""
    return not_(Missing(of=IT))


# Beginnings -------------------------------------------------------------------------------------


@phrase("verb", "(start|starts|begin|begins) <text>", "(open|opens) with <text_value>", cost=0.1)
def opens_with(text: Constant) -> Predicate:
    """Always starts "AB-"."""
    return Matches(of=IT, how=How.STARTS, text=str(text.value))


@phrase("stmt", "<text_value> _must be at the (start|beginning|front) of <cell>", cost=0.1)
def at_the_start(text: Constant, of: Cell) -> Statement:
    """AB- must be at the start of the code."""
    return rule(Matches(of=of, how=How.STARTS, text=str(text.value)), subject=of)


@phrase("stmt", "<text_value> _must be at the end of <cell>", cost=0.1)
def at_the_end(text: Constant, of: Cell) -> Statement:
    """-X must be at the end of the code."""
    return rule(Matches(of=of, how=How.ENDS, text=str(text.value)), subject=of)


# Keys -------------------------------------------------------------------------------------------

phrase.words(
    "_never_given",
    "(must|may|can|should|is|are|was|were) (not|never) [be] (given|used|assigned|issued|taken|allotted|"
    "handed out|put|entered|attached|allocated)",
)
phrase.words(
    "_comes_again",
    "(occur|occurs|appear|appears|exist|exists|turn up|turns up|are found|is found|are used|is used|come "
    "up|comes up) (more than once|twice|repeatedly|several times|multiple times|at least twice)",
)
phrase.words(
    "_to_two", "(to|for|by|in|on|with) (two|several|more than one|different|2|multiple) [different]"
)


@phrase(
    "stmt",
    "_flag <rows> whose <key> [together|in combination|taken together] _comes_again",
    "_flag <rows> (of which|for which|where) <key> together _comes_again",
    cost=0.05,
)
def whose_key_comes_again(rows: RowSet, found: object) -> Statement | None:
    """Flag orders whose number and line together occur more than once."""
    return unique_among(rows, found)


@phrase("stmt", "same <key> _never_given _to_two <rows>", cost=0.05)
@phrase(
    "stmt",
    "no <key> (may|must|can|should) be (given|used|assigned|issued) _to_two <rows>",
    cost=0.05,
)
def one_for_each(found: object, rows: RowSet) -> Statement | None:
    """The same code must never be given to two orders."""
    return unique_among(rows, found)
