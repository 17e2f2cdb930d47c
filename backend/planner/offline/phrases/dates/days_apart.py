"""Phrases for days between two columns, for the day on which something was, and the row before."""

from __future__ import annotations

from backend.planner.offline.phrases.dates.dates import Span
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.values.spans import _spanned
from backend.rules.language.terms import (
    Arithmetic,
    Cell,
    Predicate,
    Previous,
    Value,
)
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, all_of, compare, number

phrase = Phrases()

# Days between two columns -----------------------------------------------------------------------

phrase.words("_and_to", "and | to | until | and the")
phrase.words(
    "_lie_between",
    "lie | lies | pass | passes | passed | are | is | elapse | elapses | go by | goes by",
)
phrase.words("_from", "between | from")


@phrase(
    "feature",
    "<span_bound> _from [its|their] <cell> _and_to [its|their] <cell>",
    "[a gap of|a distance of|a span of|a difference of] <span_bound> _from [its|their] <cell> _and_to [its|their] <cell>",
    cost=0.05,
)
@phrase(
    "clause",
    "<span_bound> _lie_between _from <cell> _and_to <cell>",
    "there (is|are) <span_bound> _from <cell> _and_to <cell>",
    cost=0.05,
)
def so_long_between(bound: tuple[str, Span], start: Value, end: Value) -> Predicate | None:
    """With more than two days between A and B."""
    return _spanned(bound, start, end)


@phrase(
    "stmt",
    "_from <cell> _and_to <cell> [there] (lie|lies|pass|passes|is|are|must lie|must pass|must be|should lie|should be) <span_bound>",
    cost=0.05,
)
@phrase(
    "stmt",
    "_from <cell> _and_to <cell> : <span_bound>",
    "_from <cell> _and_to <cell> <span_bound>",
    cost=0.1,
)
@phrase("stmt", "<cell> to <cell> : <span_bound>", cost=0.05)
def between_there_lie(start: Value, end: Value, bound: tuple[str, Span]) -> Statement | None:
    """Between A and B lie at most two days."""
    told = _spanned(bound, start, end)
    return None if told is None else rule(told)


# The day on which … -----------------------------------------------------------------------------

phrase.words("_day_when", "(day|date|moment|time) (on which|when|at which|that)")
phrase.words("_got_done", "was | were | is | are | has been | have been | had been | got")


@phrase(
    "cell",
    "_day_when (its|their|his|her|the|that|this) <noun> _got_done <column>",
    "_day_when (it|they|he|she) _got_done <column>",
    "day (its|their|his|her) <noun> _got_done <column>",
    cost=0.2,
)
@phrase("cell", "(its|their|his|her) <noun> _got_done <column>", cost=0.3)
def day_when(*parts: object) -> Value | None:
    """The day on which their meter was installed."""
    column = parts[-1]
    rows = parts[0] if isinstance(parts[0], RowSet) else RowSet()
    if rows.where is not None or not isinstance(column, Cell):
        return None
    return None if rows.table and column.table not in ("", rows.table) else column


# The row before -----------------------------------------------------------------------------------

_BEFORE = {
    "(lower|less|smaller|earlier|older|lesser|shorter|further back) than": "<",
    "(higher|more|greater|larger|bigger|later|newer|longer) than": ">",
    "(the same as|equal to|identical to|identical with|as)": "==",
    "(other than|different from|unequal to)": "!=",
    "(at least|no lower than|no less than|no smaller than|no earlier than|not lower than|not earlier than) [as (high|large|late|great) as|what it is|what it was]": ">=",
    "(at most|no higher than|no more than|no greater than|no later than|not higher than|not later than) [what it is|what it was]": "<=",
}
phrase.words("_that_row", "row | line | record | entry | one")
phrase.words(
    "_just_before",
    "before | above | just before | directly above | right before | before it | above it | preceding it",
)
phrase.words("_of_that_row", "in | on | of | for | from | it is in | it was in | that of | that in")
phrase.words(
    "_in_row_before",
    "_of_that_row [its] _that_row _just_before | _of_that_row [its] (previous|preceding|prior) _that_row | one (before|above)",
)
for _words, _sign in _BEFORE.items():

    @phrase("before_adj", f"{_words} _in_row_before")
    def than_before(sign: str = _sign) -> str:
        """Earlier than in the row before."""
        return sign


_OPPOSITE = {"<": ">=", ">": "<=", "==": "!=", "!=": "==", "<=": ">", ">=": "<"}


@phrase("stmt", "<cell> _must be <before_adj>", "_each <cell> _must be <before_adj>")
@phrase("stmt", "<cell> : <before_adj>", "<cell> always <before_adj>", cost=0.05)
def as_before(of: Value, sign: str) -> Statement | None:
    """Each reading must be higher than in the row before."""
    return rule(compare(of, sign, Previous(of=of)), subject=of) if isinstance(of, Cell) else None


@phrase("stmt", "<cell> _must_not be <before_adj>", "no <cell> _may be <before_adj>")
@phrase("stmt", "<cell> never <before_adj>", "<cell> : never <before_adj>", cost=0.05)
@phrase("stmt", "_flag <rows> whose <cell> (is|was|lies) <before_adj>", cost=0.02)
@phrase(
    "stmt", "_flag [any|all|every|each] <cell> [values] [that (is|are)] <before_adj>", cost=0.02
)
def never_as_before(*parts: object) -> Statement | None:
    """The day must never be earlier than in the row before."""
    *rows, of, sign = parts
    found = rows[0] if rows else RowSet()
    if not isinstance(of, Cell) or not isinstance(found, RowSet) or found.where is not None:
        return None
    told = compare(of, _OPPOSITE[str(sign)], Previous(of=of))
    return rule(told, found.table, subject=of)


# Shares of a sum ----------------------------------------------------------------------------------

phrase.words(
    "_amounts_to",
    "make up | makes up | amount to | amounts to | come to | comes to | account for | accounts for | take | takes | represent | represents",
)


@phrase(
    "verb",
    "_amounts_to (between|from) <number> (and|to) <number> _percent of <share_base>",
    "_amounts_to (between|from) <percent> (and|to) <percent> of <share_base>",
    cost=0.02,
)
@phrase("adj", "(between|from) <percent> (and|to) <percent> of <share_base>", cost=0.02)
def between_percents(low: object, high: object, base: Value) -> Predicate | None:
    """Between 25 and 40 percent of A plus B."""
    shares = [_share(low), _share(high)]
    if shares[0] > shares[1]:
        return None
    bounds = [Arithmetic(sign="*", left=number(share), right=base) for share in shares]
    return all_of(compare(IT, ">=", bounds[0]), compare(IT, "<=", bounds[1]))


def _share(value: object) -> float:
    return value if isinstance(value, float) else round(float(value.value) / 100, 12)  # type: ignore[attr-defined]


@phrase("share_base", "<sum>", r"\( <sum> \)")
@phrase("share_base", "(sum|total) of <cell> and <cell>", cost=-0.1)
def share_base(*parts: Value) -> Value | None:
    """A plus B."""
    if len(parts) == 2:
        return Arithmetic(sign="+", left=parts[0], right=parts[1])
    return parts[0] if isinstance(parts[0], Arithmetic) else None


for _head, _sign in (("_ge", ">="), ("_gt", ">"), ("_le", "<="), ("_lt", "<"), ("exactly", "==")):

    @phrase("verb", f"_amounts_to {_head} <percent> of <share_base>", cost=0.05)
    def share_of(share: float, base: Value, sign: str = _sign) -> Predicate:
        """Make up at most 40% of A plus B."""
        return compare(IT, sign, Arithmetic(sign="*", left=number(share), right=base))
