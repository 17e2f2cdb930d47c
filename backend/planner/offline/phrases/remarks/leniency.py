"""Phrases for what a rule forgives: letter case, small differences, rows left out."""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.language.terms import Constant, Missing, Reads, Value
from backend.rules.phrasing import Modifier, Phrases, RowSet

phrase = Phrases()


# Case, tolerance, rows left out ---------------------------------------------------------------


@phrase(
    "remark",
    "(ignoring|regardless of|irrespective of|no matter the|independent of|whatever the) [letter] case",
    "[letter|upper and lower|upper/lower] case aside",
    "(once|when|if|after) both are [put|written|converted|turned] (in|to|into) (upper|lower|the same) case",
    "(in|when compared in|compared in) (the same|one) case",
    "case-insensitively",
    "case insensitively",
    "case-insensitive",
    "case insensitive",
    "(in any|in either) case",
    "case does not matter",
    "(upper and lower case|lower and upper case|capitals and small letters|small letters and capitals) (are|count as|"
    "mean|is|make) [one and] [the] same [thing] [here]",
    "case is (ignored|irrelevant|not important)",
    "ignoring (upper and lower case|capitalisation|capitalization)",
    "not case-sensitive",
    "in (upper or lower|any|either) case",
    "ignoring upper or lower case",
    "(regardless of|irrespective of|no matter) (upper or lower|upper and lower|upper/lower) case",
    "in any spelling of case",
    "without regard to case",
    "in whatever case",
    "(whatever|regardless of|no matter|irrespective of) [the] case of (letters|its letters|their letters|the letters)",
    "upper (/|or|and) lower case (does|do) not matter",
    "upper/lower case (does not matter|ignored|is ignored)",
    "(upper and lower case|letter case|case) ignored",
    "(upper or lower|lower or upper) case [(is|are) _fine]",
    "(capitals|capitalisation|capitalization|the spelling of capitals) (do|does) not matter",
    "no matter the [letter] case",
    "(whether|no matter whether) in (upper or lower|lower or upper) case",
)
def any_case() -> Modifier:
    """Upper and lower case count as the same."""
    return remark("ignore-case")


@phrase(
    "remark",
    "case-sensitive",
    "case sensitive",
    "exactly as written",
    "case matters",
    "(exact|in exactly this) spelling",
    "(spelled|written) (exactly|precisely) [(so|like that|like this|as here|that way|as shown|this way)]",
    "exactly (like that|like this|so)",
)
def exact_case() -> Modifier:
    """Case counts, which is the convention."""
    return remark("exact-case")


@phrase(
    "remark",
    "[with a|with|a|within a] tolerance [of|is] <amount>",
    "give or take <amount>",
    "within <amount>",
    "allow (difference|deviation|tolerance|rounding difference|rounding) [of] [up to|at most] <amount>",
    "(up to|at most) <amount> (difference|deviation|off)",
    "to within <amount>",
    "± <amount>",
    "+ / - <amount>",
    "(difference|deviation|rounding difference) (of|up to|of up to) <amount> is _fine",
    "allowing [for] (rounding|difference|rounding difference|tolerance|deviation) [of] [up to] <amount>",
    "(differences|deviations) (up to|of up to) <amount> are _fine",
    "[rounded|correct|exact] to the cent",
    "<amount> of (difference|deviation|tolerance|leeway) (is|are) (_fine|allowed|permitted|tolerated)",
    "(difference|differences|deviation|deviations) of [up to|at most] <amount> (is|are) (_fine|allowed|permitted)",
    "<amount> (more or less|either way|up or down|too much or too little) (is|are) (_fine|allowed|permitted)",
    "<amount> (more or less|either way|up or down)",
    "(rounding|tolerance|difference|deviation|rounding difference|rounding error) of [up to|at most] <amount> [is|are] (allowed|ok|fine|permitted|accepted|tolerated)",
)
def tolerance(*amount: Value) -> Modifier | None:
    """Numbers may differ by this much."""
    if not amount:
        return remark("tolerance", number=0.005)
    given = amount[0]
    return remark("tolerance", values=(given,)) if isinstance(given, Constant) else None


@phrase("remark", "(give or take|within|to within|plus or minus|±) a [single] <unit>", cost=0.1)
@phrase("remark", "a [single] <unit> of (difference|deviation|tolerance) is _fine", cost=0.1)
@phrase("remark", "a [single] <unit> (more or less|either way|up or down) [is _fine]", cost=0.1)
def tolerance_of_one(*unit: str) -> Modifier | None:
    """Give or take a cent."""
    one = Constant(value=1, reads=Reads.NUMBER, unit=unit[0]) if unit else None
    return None if one is None else tolerance(one)


@phrase("remark", "[when|if] rounded to <number> (decimal|decimals|decimal places|digits)")
def rounded(digits: Constant) -> Modifier | None:
    """Equal when rounded: apart by no more than half of the last digit."""
    if not isinstance(digits.value, int) or not 0 <= digits.value <= 9:
        return None
    return remark("tolerance", number=0.5 / 10**digits.value)


@phrase(
    "remark",
    "<rows> _be _fine",
    "<rows> _counts_not",
    "(ignore|ignoring|exclude|excluding|skip|skipping|leaving out|not counting|disregard) <rows>",
    "<rows> (need not|do not have to) (comply|be checked|follow this)",
    "do not (flag|check|count|report) <rows>",
    "<rows> (are|is) (exempt|excluded|ignored)",
    "<rows> aside",
    "leaving aside <rows>",
    cost=0.1,
)
def left_out(rows: RowSet) -> Modifier | None:
    """Rows that the rule does not speak of."""
    return None if rows.where is None else remark("left-out", condition=rows.where)


@phrase("remark", "(leave out|leave aside|set aside) <rows>", cost=0.1)
def left_aside(rows: RowSet) -> Modifier | None:
    """Leave out rows of one sort; what empty cells change is told where rows are compared."""
    return None if isinstance(rows.where, Missing) else left_out(rows)


@phrase(
    "remark",
    "(except|except for|apart from|with the exception of|other than) <rows>",
    "[but] not [for] <rows>",
    cost=0.1,
)
def but_not_for(rows: RowSet) -> Modifier | None:
    """Except for such rows, which limits what stands just before."""
    told = left_out(rows)
    return None if told is None else told.model_copy(update={"texts": ("limits",)})


@phrase("remark", "only (for|among|in|where) <rows>", cost=0.1)
def only_rows_of_one(rows: RowSet) -> Modifier | None:
    """Only for gifts: of "open or lost only for gifts" one value may be meant."""
    return None if rows.where is None else remark("only", condition=rows.where, texts=("one",))
