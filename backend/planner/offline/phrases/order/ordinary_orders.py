"""Phrases for rows in an order and for rows that share a value, as people put them.

Sorted by date, oldest first; the same as or later than the one above; the same code not more than
twice; two rows with the same code must not have different prices.
"""

from __future__ import annotations

from backend.planner.offline.phrases.order.order import monotone
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.values.fixed_values import fixed_of_rows
from backend.rules.inconsistent_values import one_value
from backend.rules.language.terms import Cell, Predicate, Previous, Value
from backend.rules.metric_bounds import allows
from backend.rules.metric_groups import Keys, group_count, group_times, no_times
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, compare, not_, number

phrase = Phrases()

# In order ---------------------------------------------------------------------------------------

_OLD, _NEW = "oldest|earliest", "newest|latest|most recent"
_LOW, _HIGH = "smallest|lowest", "largest|highest|biggest|greatest"
_OF_DATES = (
    (f"({_OLD}) first", ">="),
    (f"({_NEW}) last", ">="),
    (f"from ({_OLD}) to ({_NEW})", ">="),
    ("[in] chronological [order]", ">="),
    ("chronologically", ">="),
    (f"({_NEW}) first", "<="),
    (f"({_OLD}) last", "<="),
    (f"from ({_NEW}) to ({_OLD})", "<="),
    ("[in] reverse chronological [order]", "<="),
)
_OF_ANY = (
    (f"({_LOW}) first", ">="),
    (f"from ({_LOW}) to ({_HIGH})", ">="),
    ("[in] (ascending|increasing|rising|non-decreasing|nondecreasing) [order]", ">="),
    (f"({_HIGH}) first", "<="),
    (f"from ({_HIGH}) to ({_LOW})", "<="),
    ("[in] (descending|decreasing|falling|non-increasing|nonincreasing) [order]", "<="),
)
for _words, _sign in _OF_DATES:
    phrase("sorting", _words)(lambda sign=_sign: (sign, True))
for _words, _sign in _OF_ANY:
    phrase("sorting", _words)(lambda sign=_sign: (sign, False))

Sorting = tuple[str, bool]
"""A sign, and whether it was told in words that fit dates alone: the oldest first."""

phrase.words("_be_sorted", "[be] (sorted|ordered|arranged|listed|put|given|stored)")
phrase.words(
    "_sorted_by",
    "by | [in|by] [the] order of [their|its] | according to [their|its] | by [their|its]",
)


def _sorted_so(of: Value, found: Sorting) -> Statement | None:
    told = monotone(of, found[0])
    if told is None or not found[1]:
        return told
    return told.model_copy(update={"remarks": (remark("of-dates"),)})


@phrase("stmt", "<cell> _must _be_sorted <sorting>", "is <cell> (sorted|ordered) <sorting> [?]")
@phrase("stmt", "<cell> _must be <sorting>", cost=0.05)
@phrase("stmt", "is <cell> <sorting> [?]", cost=0.05)
def sorted_so(of: Value, found: Sorting) -> Statement | None:
    """The date must be sorted from oldest to newest."""
    return _sorted_so(of, found)


@phrase("stmt", "<rows> _must _be_sorted _sorted_by <cell> [,] <sorting>", cost=0.02)
@phrase("stmt", "<rows> (is|are) (sorted|ordered) _sorted_by <cell> [,] <sorting>", cost=0.02)
@phrase("stmt", "(is|are) <rows> (sorted|ordered) _sorted_by <cell> [,] <sorting> [?]", cost=0.02)
@phrase("stmt", "<rows> _must [be] [in] _sorted_by <cell> [,] <sorting>", cost=0.05)
def rows_sorted(rows: RowSet, of: Value, found: Sorting) -> Statement | None:
    """The rentals must be sorted by day, oldest first."""
    told = _sorted_so(of, found)
    if told is None or rows.where is not None or rows.each:
        return None
    if isinstance(of, Cell) and of.table not in ("", rows.table) and rows.table:
        return None
    table = rows.table or told.rule.table
    return told.model_copy(update={"rule": told.rule.model_copy(update={"table": table})})


@phrase("stmt", "<rows> _must be <sorting> (by|of) <cell>", cost=0.02)
@phrase("stmt", "<rows> _must _be_sorted <sorting> (by|of) <cell>", cost=0.02)
@phrase("stmt", "(is|are) <rows> <sorting> (by|of) <cell> [?]", cost=0.02)
def rows_sorted_by(rows: RowSet, found: Sorting, of: Value) -> Statement | None:
    """The rows should be in chronological order by day."""
    return rows_sorted(rows, of, found)


phrase.words("_go_up", "(go|goes|move|moves) (up|forward|forwards|on) | increase | rise | grow")
phrase.words("_go_down", "(go|goes|move|moves) (down|back|backwards) | decrease | fall | drop")
phrase.words(
    "_stay_put", "stay [the same|equal|constant|where it is] | remain [the same|equal|constant]"
)
phrase.words("_and_it", "[,] but [it] | [,] and [it] | [,|;] it")
for _words, _sign in (("_go_up", ">="), ("_go_down", "<=")):
    phrase(
        "order_duty",
        f"(may|can|must|should) [only] _stay_put or {_words}",
        f"(may|can|must|should) [only] {_words} or _stay_put",
        cost=0.02,
    )(lambda sign=_sign: sign)


@phrase("stmt", "<cell> <order_duty> [_rowwise] _and_it <order_duty>", cost=0.02)
def both_duties(of: Value, first: str, second: str) -> Statement | None:
    """The meter may stay the same or go up from row to row, but it must never go back."""
    return monotone(of, first) if first == second else None


# Against the row before ---------------------------------------------------------------------------

_UP, _DOWN = "later|larger|higher|greater|bigger|newer", "earlier|smaller|lower|less"
for _words, _sign in ((_UP, ">="), (_DOWN, "<=")):
    phrase(
        "adj",
        f"(the same as|equal to|as (late|early|high|low|large|small) as) or ({_words}) than <row_before>",
        f"({_words}) than or (the same as|equal to) <row_before>",
        cost=0.02,
    )(lambda value, sign=_sign: compare(IT, sign, value))
    phrase("adj", f"({_words}) than the _one_earlier_than _row 's [one|value]", cost=0.02)(
        lambda sign=_sign[0]: compare(IT, sign, Previous(of=IT))
    )


@phrase("row_before", "[the] (one|<noun>) in the (_row|<noun>) _just_before", cost=0.02)
@phrase("row_before", "(that|the one|the <noun>) (in|of|on) the _one_earlier_than _row", cost=0.02)
@phrase("row_before", "that (in|of|on) the (_row|<noun>) _just_before", cost=0.02)
def one_in_the_row_before(*rows: RowSet) -> Value | None:
    """The one in the row above it."""
    return Previous(of=IT) if all(each.where is None for each in rows) else None


# So many rows of one value ------------------------------------------------------------------------

phrase.words(
    "_come_up_at_all",
    "occur | appear | be used | be listed | be entered | come up | turn up | be there",
)
phrase("times_bound", "(once|one time) at most")(lambda: compare(IT, "<=", number(1)))
phrase("times_bound", "(twice|two times) at most")(lambda: compare(IT, "<=", number(2)))
phrase("times_bound", "<number> times at most")(lambda total: compare(IT, "<=", total))
phrase("times_bound", "<number> times or more", "<number> or more times")(
    lambda total: compare(IT, ">=", total)
)


@phrase("stmt", "the same <keys> _must_not _come_up_at_all <times_bound>", cost=0.02)
def same_not_so_often(by: Keys, bound: Predicate) -> Statement | None:
    """The same code must not appear more than twice."""
    return no_times(by, bound)


@phrase("stmt", "the same <keys> (may|can) [only] _come_up_at_all <times_bound>", cost=0.02)
@phrase("stmt", "<each_group> (may|can) [only] _come_up_at_all <times_bound>", cost=0.06)
def same_so_often(by: Keys, bound: Predicate) -> Statement | None:
    """The same code may appear twice at most."""
    return group_times(by, bound) if allows(bound) else None


phrase.words("_with_the_same", "(with|having|sharing|for|of|under|that have|that share) the same")
phrase.words(
    "_have_the_same",
    "(have|share|carry|use|be placed with|be entered with|be listed with|be made with|be with) the same",
)


@phrase("stmt", "there _must_not be <count_bound> <rows> _with_the_same <keys>", cost=0.02)
@phrase("stmt", "_flag <count_bound> <rows> _with_the_same <keys>", cost=0.02)
@phrase("stmt", "<count_bound> <rows> _with_the_same <keys> (is|are) _wrong", cost=0.02)
@phrase("stmt", "(is|are) there <count_bound> <rows> _with_the_same <keys> [?]", cost=0.02)
@phrase("stmt", "<count_bound> <rows> _must_not _have_the_same <keys>", cost=0.02)
def not_so_many_share(bound: Predicate, rows: RowSet, by: Keys) -> Statement | None:
    """There should never be three or more rentals with the same member."""
    is_much = getattr(bound, "sign", "") in (">", ">=")
    return group_count(by, not_(bound), rows) if is_much else None


@phrase("stmt", "<count_bound> <rows> (may|can) _have_the_same <keys>", cost=0.02)
@phrase(
    "stmt", "there (may|can|must|should) be <count_bound> <rows> _with_the_same <keys>", cost=0.02
)
@phrase(
    "stmt", "<count_bound> <rows> _with_the_same <keys> (is|are) (allowed|permitted)", cost=0.02
)
def so_many_share(bound: Predicate, rows: RowSet, by: Keys) -> Statement | None:
    """At most two rentals may have the same member."""
    return group_count(by, bound, rows) if allows(bound) else None


# One value for each other -------------------------------------------------------------------------


@phrase(
    "stmt",
    "[any] two <noun> _same_key <cell> _must_not have (different|differing|unlike) <cell> [values]",
    "[any] two <noun> _same_key <cell> _must_not have (different|differing|unlike) values (in|for|of|as) <cell>",
    "if two <noun> (have|share) the same <cell> [,] [then] [they] _must [also] have the same <cell> [too|as well]",
    "if two <noun> (have|share) the same <cell> [,] [then] [their|the] <cell> _must [also] be (the same|equal|identical) [too|as well]",
    cost=0.02,
)
def no_other_value(rows: RowSet, key: Cell, value: Cell) -> Statement | None:
    """Two rentals with the same tool must not have different prices."""
    return fixed_of_rows(rows, key, value)


@phrase("stmt", "same <cell> (->|=>|:|means|,) same <cell>", cost=0.02)
def same_then_same(key: Cell, value: Cell) -> Statement | None:
    """Same tool -> same price."""
    return one_value(key, value)
