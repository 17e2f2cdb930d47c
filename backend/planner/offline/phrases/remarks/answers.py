"""Phrases for questions about how many and how often, and for what their answers mean."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import Cell, Compare, Constant, Predicate, Value
from backend.rules.metric_duties import is_most_common
from backend.rules.metric_groups import Keys, group_count
from backend.rules.metric_phrases import count, distinct, statement
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare

phrase = Phrases()

# An answer that is wrong ----------------------------------------------------------------------

phrase.words(
    "_is_failure",
    "is a failure | are a failure | is a fail | is wrong | are wrong | is an error | are an error | is not "
    "enough | are not enough | is a problem | are a problem | is not allowed | are not allowed | is "
    "unacceptable | is not acceptable | is suspicious | would be wrong | would be an error | would be a "
    "failure | would be a problem | fails | fail | fails the check | is a mistake | is not ok | is bad",
)
_TOO_FEW = (
    "is too few | are too few | is too little | is not enough | are not enough | would be too few"
)
_TOO_MANY = "is too many | are too many | is too much | would be too many | would be too much"
phrase.words("_too_few", _TOO_FEW)
phrase.words("_too_many", _TOO_MANY)


def opposite(bound: Predicate, *signs: str) -> Predicate | None:
    """The bound that is met where this one, of such a sign, is not."""
    turned = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}
    if not isinstance(bound, Compare) or bound.sign not in signs:
        return None
    return bound.model_copy(update={"sign": turned[bound.sign]})


@phrase("how_many", "<count_bound> _is_failure")
def wrong_count(bound: Predicate) -> Predicate | None:
    """Fewer than six is a failure."""
    return opposite(bound, ">", ">=", "<", "<=")


@phrase("how_many", "<count_bound> _too_few")
def too_few(bound: Predicate) -> Predicate | None:
    """Fewer than six is too few."""
    return opposite(bound, "<", "<=")


@phrase("how_many", "<count_bound> _too_many")
def too_many(bound: Predicate) -> Predicate | None:
    """More than six is too many."""
    return opposite(bound, ">", ">=")


@phrase("how_many", "<count_bound> times _is_failure")
@phrase("how_many", "<count_bound> times _too_many")
def wrong_times(bound: Predicate) -> Predicate | None:
    """More than 20 times is too much."""
    return opposite(bound, ">", ">=")


@phrase("how_many", "there _must be <count_bound>")
@phrase("how_many", "there _must be <count_bound> of them")
def there_must(bound: Predicate) -> Predicate:
    """There must be at least two."""
    return bound


@phrase("how_many", "there _must be [exactly] <number> [of them]")
def there_must_exactly(total: Constant) -> Predicate:
    """There should be exactly three."""
    return compare(IT, "==", total)


@phrase(
    "stmt", "how often (does|do|did) <cell> (<text>|<bare>|<number>) _occur ? <how_many>", cost=0.03
)
def asked_often(of: Value, value: Constant, bound: Predicate) -> Statement:
    """How often does grade C occur? More than 20 times is too much."""
    return statement(about(bound, count(RowSet(where=compare(of, "==", value)))))


phrase.widen("_occur", "occur | appear | come up | show up | turn up")


@phrase("stmt", "how many <cell> (are there|exist|do we have) ? <how_many>", cost=0.5)
def asked_number_of(of: Value, bound: Predicate) -> Statement | None:
    """How many stations are there? There should be three."""
    return statement(about(bound, distinct(of))) if isinstance(of, Cell) else None


@phrase("stmt", "(are|is) there <count_bound> <rows> ? [that|this|it] _too_many", cost=0.05)
@phrase("stmt", "(are|is) there <count_bound> <rows> ? (that|this|it) _is_failure", cost=0.05)
def asked_too_many(bound: Predicate, rows: RowSet) -> Statement | None:
    """Are there more than five lost parcels? That would be too many."""
    told = opposite(bound, ">", ">=")
    return None if rows.each or told is None else statement(about(told, count(rows)))


@phrase("stmt", "(which|what) <keys> _occurs <count_bound> times [?]", cost=0.05)
@phrase("stmt", "no <keys> _may _occur <count_bound> times", cost=0.05)
@phrase("stmt", "(does|do|did) any <keys> _occur <count_bound> times [?]", cost=0.05)
def occurs_so_often(by: Keys, bound: Predicate) -> Statement | None:
    """Which code occurs more than ten times?"""
    told = opposite(bound, ">", ">=")
    return None if told is None else group_count(by, told, RowSet())


phrase.words(
    "_occurs",
    "occurs | appears | comes up | shows up | turns up | occur | appear | is there | exists",
)

phrase.words(
    "_answers", "values | entries | answers | items | things | ones | codes | texts | names | kinds"
)
phrase.widen(
    "_holds",
    "have | has | hold | holds | contain | contains | collect | collects | take | takes | show | shows | "
    "get | gets | receive | receives | use | uses | take on | feature | offer",
)


@phrase(
    "stmt",
    "how many (different|distinct|unique) _answers (does|did|do) <cell> _holds ? <how_many>",
    "how many (different|distinct|unique) _answers (occur|occurred|appear|appeared|exist|are there|were given|are given|are used|were used|were collected) (in|for|under) <cell> ? <how_many>",
    cost=0.02,
)
def asked_kinds(of: Value, bound: Predicate) -> Statement | None:
    """How many different answers did wave1 collect? Fewer than six is a failure."""
    return statement(about(bound, distinct(of))) if isinstance(of, Cell) else None


# The most frequent one ------------------------------------------------------------------------

phrase.words(
    "_given_most",
    "most often | most frequently | the most",
)
phrase.words(
    "_was_given",
    "given | named | chosen | used | picked | mentioned | selected | ordered | entered | recorded | "
    "was given | is given | was named | is named | was chosen | is chosen | was used | is used | "
    "was picked | was mentioned | was selected | was ordered | was entered | is entered | "
    "was recorded | is recorded | occurs | occurred | appears | appeared | comes up | came up",
)


@phrase(
    "stmt",
    "is <option> <cell> [value] [that|which] _was_given _given_most [?]",
    "<option> (is|must be) <cell> [value] [that|which] _was_given _given_most",
    "<cell> [value] [that|which] _was_given _given_most (is|must be) <option>",
    cost=0.02,
)
def given_most(*parts: Any) -> Statement | None:
    """Is 4 the sweetness that was given most often?"""
    of = next((part for part in parts if isinstance(part, Cell)), None)
    value = next(part for part in parts if part is not of)
    return None if of is None else is_most_common(value, of)
