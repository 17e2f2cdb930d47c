"""Phrases for how much something takes, where brackets say from what to what it is counted.

Flag trials that last more than two days (valid_to minus valid_from); no stay may take longer than
a week, counted from arrival to departure. The verb is loose: what counts stands behind it.
"""

from __future__ import annotations

from backend.planner.offline.phrases.measures.claims import is_bound
from backend.rules.language.terms import Arithmetic, Cell, Predicate, Value
from backend.rules.phrasing import Phrases, about, compare

phrase = Phrases()

phrase.words(
    "_lasts_for",
    "last | lasts | lasted | run | runs | ran | running | take | takes | took | taking | go on for | goes on for | went on for | "
    "lasting | stay | stays | stayed | wait | waits | waited | need | needs | needed | continue for | is open | are open | "
    "be open | is under way | are under way | be under way | was under way | were under way | stretch over | stretches over",
)
phrase.words(
    "_counted_as",
    "counted | measured | calculated | computed | taken | which is | that is | i.e. | meaning | namely",
)


@phrase("span_told", "[_counted_as] [as] <cell> (minus|-|–|less) <cell>")
def difference(end: Value, start: Value) -> Value | None:
    """Valid_to minus valid_from."""
    are_cells = isinstance(end, Cell) and isinstance(start, Cell) and end != start
    return Arithmetic(sign="-", left=end, right=start) if are_cells else None


@phrase(
    "span_told",
    "[_counted_as] from <cell> (to|until|till) <cell>",
    "[_counted_as] between <cell> and <cell>",
)
@phrase("span_told", "[_counted_as] <cell> (to|until|till) <cell>", cost=0.02)
def from_to(start: Value, end: Value) -> Value | None:
    """From valid_from to valid_to."""
    return difference(end, start)


@phrase("span_behind", r"\( <span_told> \)", ", <span_told>")
@phrase("span_behind", "_counted_as (from|as|between) <span_rest>", cost=0.02)
def span_behind(span: Value) -> Value:
    """In brackets, or behind a comma."""
    return span


@phrase("span_rest", "<cell> (to|until|till|and) <cell>")
def span_rest(start: Value, end: Value) -> Value | None:
    """From one date to the other, without brackets."""
    return difference(end, start)


def _told(bound: Predicate, span: Value) -> Predicate | None:
    return about(bound, span) if is_bound(bound) else None


@phrase("rowvp", "_lasts_for [for] <adj> [long] <span_behind>", cost=0.02)
@phrase("rowvp", "_lasts_for [for] <nights_bound> <span_behind>", cost=0.02)
@phrase("rowvp", "_be <adj> [long] <span_behind>", cost=0.1)
def lasts(bound: Predicate, span: Value) -> Predicate | None:
    """Last more than two days (valid_to minus valid_from)."""
    return _told(bound, span)


@phrase("rowvp", "(exceed|exceeds|go beyond|goes beyond) <operand> <span_behind>", cost=0.05)
def exceeds(most: Value, span: Value) -> Predicate | None:
    """Exceed two days (valid_to minus valid_from)."""
    return compare(span, ">", most)


for _words, _sign in (("longer than|lasting longer than", ">"), ("shorter than", "<")):

    @phrase("rel", f"({_words}) <operand> <span_behind>", cost=0.05)
    def so_long(most: Value, span: Value, sign: str = _sign) -> Predicate:
        """Trials longer than two days (valid_to minus valid_from)."""
        return compare(span, sign, most)


phrase.words(
    "_a_span",
    "duration | length | time | term | span | period | stay | delay | lag | gap | difference | distance | run time | runtime | "
    "waiting time | lead time | interval | age | wait | margin | change | gain | loss",
)


@phrase(
    "expr",
    r"[the|its|their] _a_span [(of|for) [each|every|a|an|any|all] (<noun>|<stays>)] \( <span_told> \)",
    cost=0.02,
)
@phrase("expr", r"[_each] <noun> 's _a_span \( <span_told> \)", cost=0.02)
def the_span(*found: object) -> Value | None:
    """The duration of a trial (valid_to minus valid_from)."""
    *rows, span = found
    is_plain = all(getattr(each, "where", None) is None for each in rows)
    return span if is_plain and isinstance(span, Arithmetic) else None
