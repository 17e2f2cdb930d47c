"""Phrases for numbers within the least and the greatest that earlier runs saw."""

from __future__ import annotations

from backend.planner.offline.phrases.history.runs import whole_number
from backend.rules.earlier_runs import MOST_RUNS, Baseline
from backend.rules.language.terms import Cell, Constant, Value
from backend.rules.phrasing import Phrases, Statement
from backend.rules.unprecedented_values import UnprecedentedValues

phrase = Phrases()

# Which runs -------------------------------------------------------------------------------------


@phrase("seen_runs", "<then_run>")
def one_run(runs: Baseline) -> Baseline | None:
    """The last run, and no measure of several."""
    return runs if runs.of == "run" else None


@phrase("seen_runs", "_last <number> _check_runs", "any of [the] _last <number> _check_runs")
def several(number: Constant) -> Baseline | None:
    """The last 5 runs."""
    runs = whole_number(number, MOST_RUNS)
    return None if runs is None else Baseline(runs=runs)


@phrase(
    "seen_runs", "[any|all] [of] [its|the|their] _before_now _check_runs", "any _before_now _run"
)
@phrase("seen_runs", "_own_history")
def all_of_them() -> Baseline:
    """Earlier runs: all that are kept, of which there must be one."""
    return Baseline(runs=MOST_RUNS, fewest=1)


# Which ends -------------------------------------------------------------------------------------

phrase.words("_seen_in_runs", "of | in | from | seen in | seen during | observed in | recorded in | found in | "
             "measured in | that was seen in | that were seen in | that occurred in | as of | it had in | "
             "they had in | seen so far in | known from | told by | stored from | stored in")  # fmt: skip
phrase.words("_lowest_end", "minimum | min | lowest | smallest | least | lower bound | lower end")
phrase.words(
    "_highest_end",
    "maximum | max | highest | largest | greatest | biggest | upper bound | upper end",
)
phrase.words("_stay", "be | stay | lie | remain | fall | keep | range")

_NOUN = "[value|values|number|numbers]"
_BOTH = (
    f"[its|their|stored] _lowest_end (and|to|-|/) [its|their|the] _highest_end {_NOUN}",
    f"[its|their|stored] _highest_end (and|to|-|/) [its|their|the] _lowest_end {_NOUN}",
    "[its|their|stored|min-max|min/max|numeric] [value] range",
    "[its|their|stored] range of values",
    "[its|their|stored] (extremes|extreme values)",
)  # fmt: skip
phrase("run_ends", *(f"{words} _seen_in_runs <seen_runs>" for words in _BOTH))(
    lambda runs: (None, runs)
)
phrase(
    "run_ends",
    "[its|their] historical (range|value range)",
    "[its|their] historical _lowest_end and _highest_end [value|values]",
)(lambda: (None, Baseline(runs=MOST_RUNS, fewest=1)))
phrase("run_ends", "_last _run 's [value|min-max|min/max] range")(lambda: (None, Baseline()))
phrase("run_ends", "_last _run 's _lowest_end and _highest_end [value]")(lambda: (None, Baseline()))
phrase(
    "run_ends",
    "_lowest_end (and|to) _highest_end <cell> _seen_in_runs <seen_runs>",
    "_lowest_end <cell> and [the] _highest_end <cell> _seen_in_runs <seen_runs>",
    "[value] range of <cell> _seen_in_runs <seen_runs>",
)(lambda *told: (told[:-1], told[-1]))


for _word, _symbol in (("_lowest_end", "run_least"), ("_highest_end", "run_greatest")):
    phrase(_symbol, f"[its|their|stored] {_word} {_NOUN} _seen_in_runs <seen_runs>")(
        lambda runs: (None, runs)
    )
    phrase(_symbol, f"_last _run 's {_word} {_NOUN}")(lambda: (None, Baseline()))
    phrase(_symbol, f"{_word} <cell> _seen_in_runs <seen_runs>")(
        lambda *told: (told[:-1], told[-1])
    )

Ends = tuple[tuple[Value, ...] | None, Baseline]


def _rule(of: Value, told: Ends, *, lower: bool = True, higher: bool = True) -> Statement | None:
    named, runs = told
    if not isinstance(of, Cell) or of.empty_if or any(each != of for each in named or ()):
        return None
    rule = UnprecedentedValues(
        table=of.table, column=of.column, since=runs, lower=lower, higher=higher
    )
    return Statement(rule=rule, subject=of)


# Both ends ----------------------------------------------------------------------------------------

phrase.words("_inside_ends", "within | between | inside | in | inside of")
phrase.words(
    "_outside_ends",
    "outside | outside of | beyond | not within | not inside | not between | out of",
)


@phrase(
    "stmt",
    "<cell> _must _stay _inside_ends <run_ends>",
    "<cell> _must_not (_stay|go|lie) _outside_ends <run_ends>",
    "<cell> _must_not (leave|break) <run_ends>",
    "no <cell> [value] (may|must|should|can) (be|lie|fall|go) _outside_ends <run_ends>",
    "_flag <cell> [values] [that are|that lie|that fall|that is|lying] _outside_ends <run_ends>",
    "_flag [_each] <cell> [value] [that is|that lies|that falls] _outside_ends <run_ends>",
    "<cell> [values] _outside_ends <run_ends> (is|are|must be|should be) [to be] (flagged|reported|listed)",
    "(is|are|does|do) [every|each|all] <cell> [still|lie|lies|stay|stays] _inside_ends <run_ends> ?",
)
@phrase(
    "stmt",
    "_each <cell> [value] _must _stay _inside_ends <run_ends>",
    "_each <cell> [value] (is|are|lies|stays|lie|stay) _inside_ends <run_ends>",
    "no <cell> [value] _outside_ends <run_ends>",
    "no <cell> [value] _below_ends [the] _lowest_end or _above_ends <run_greatest>",
    cost=0.05,
)
@phrase("stmt", "<cell> (is|are|lies|stays|lie|stay) _inside_ends <run_ends>", cost=0.05)
@phrase("stmt", "<cell> [:] within <run_ends>", cost=0.2)
def within(of: Value, told: Ends) -> Statement | None:
    """Price must stay within the minimum and maximum of the last run."""
    return _rule(of, told)


phrase.words("_below_ends", "lower than | below | smaller than | less than | under")
phrase.words("_above_ends", "higher than | above | greater than | larger than | more than | over")


@phrase("stmt", "<cell> _must_not be _below_ends [the] _lowest_end or _above_ends <run_greatest>")
@phrase(
    "stmt",
    "_flag <cell> [values] [that are] _below_ends [the] _lowest_end or _above_ends <run_greatest>",
)
@phrase("stmt", "<cell> _must be (at least|no less than|not below) [the] _lowest_end and (at most|no more than|not above) <run_greatest>")  # fmt: skip
def between(of: Value, told: Ends) -> Statement | None:
    """Price must not be lower than the minimum or higher than the maximum of the last run."""
    return _rule(of, told)


# One end ------------------------------------------------------------------------------------------


@phrase(
    "stmt",
    "<cell> _must_not (exceed|surpass|be _above_ends|go _above_ends|rise _above_ends) <run_greatest>",
    "<cell> _must be (at most|no more than|no higher than|not above|not higher than) <run_greatest>",
    "no <cell> [value] (may|must|should|can) (exceed|surpass|be _above_ends|go _above_ends) <run_greatest>",
    "_flag <cell> [values] [that are|that is] _above_ends <run_greatest>",
    "_flag [_each] <cell> [value] [that is|that lies] _above_ends <run_greatest>",
)
def not_higher(of: Value, told: Ends) -> Statement | None:
    """Price must not exceed the highest price seen in the last 10 runs."""
    return _rule(of, told, lower=False)


@phrase(
    "stmt",
    "<cell> _must_not (be _below_ends|go _below_ends|fall _below_ends|drop _below_ends|undercut) <run_least>",
    "<cell> _must be (at least|no less than|no lower than|not below|not lower than) <run_least>",
    "no <cell> [value] (may|must|should|can) (be _below_ends|go _below_ends|fall _below_ends) <run_least>",
    "_flag <cell> [values] [that are|that is] _below_ends <run_least>",
    "_flag [_each] <cell> [value] [that is|that lies] _below_ends <run_least>",
)
def not_lower(of: Value, told: Ends) -> Statement | None:
    """Price must not fall below the lowest price of the last 10 runs."""
    return _rule(of, told, higher=False)


phrase.words(
    "_any_former_one", "any | any one | any other | any value | any number | any that was | all"
)


@phrase(
    "stmt",
    "no <cell> [value] (may|must|should|can) be _above_ends _any_former_one _seen_in_runs <seen_runs>",
    "<cell> _must_not be _above_ends _any_former_one _seen_in_runs <seen_runs>",
)
def higher_than_any(of: Value, runs: Baseline) -> Statement | None:
    """No price may be higher than any in the last 2 runs."""
    return _rule(of, (None, runs), lower=False)


@phrase(
    "stmt",
    "no <cell> [value] (may|must|should|can) be _below_ends _any_former_one _seen_in_runs <seen_runs>",
    "<cell> _must_not be _below_ends _any_former_one _seen_in_runs <seen_runs>",
)
def lower_than_any(of: Value, runs: Baseline) -> Statement | None:
    """No price may be lower than any in the last 2 runs."""
    return _rule(of, (None, runs), higher=False)
