"""Phrases for a further sentence that says the rule once more in few words: none may be without.

Each is held against the rule: it must be of the kind that the sentence speaks of, and bound the
side that it names.
"""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.phrasing import Modifier, Phrases, RowSet

phrase = Phrases()

# What has none --------------------------------------------------------------------------------------

phrase.words(
    "_has_none",
    "without [one|it|them] | with none | (that|which|who) (have|has|had) (none|nothing) | (that|which|who) (lack|lacks) (one|it|them) | "
    "(that|which|who) (do|does) not have (one|it|any|them) | lacking (one|it|them) | missing (one|it)",
)
phrase.words(
    "_lack_it",
    "(have|has|had) none | (lack|lacks) (one|it) | (do|does) not have (one|it|any) | (is|are) without [one|it]",
)


@phrase(
    "remark",
    "(none|no one|nobody|not one) [of them] (may|must|should|can|is allowed to) (be without [one|it]|lack (one|it)|do without [one|it])",
    "which [one|ones|of them] _lack_it [?]",
    "(tell me|tell us|show me|show us|show|report|list|find out|let me know) which [one|ones|of them] _lack_it",
    cost=0.02,
)
@phrase("remark", "which <noun> _lack_it [?]", cost=0.02)
@phrase("offenders", "[_all_the] (ones|those|any|whatever|cases) _has_none", cost=0.02)
@phrase("offenders", "[_all_the] <noun> _has_none", cost=0.03)
def has_none(*rows: RowSet) -> Modifier | None:
    """Flag those that lack one."""
    if any(each.where is not None for each in rows):
        return None
    return remark("has-none", texts=tuple(each.table for each in rows))


# Beyond the bound -----------------------------------------------------------------------------------

phrase.words(
    "_is_a_fault",
    "(is|are|would be|must be|can only be) (wrong|impossible|suspicious|invalid|too much|too many|out of the question|not allowed|"
    "forbidden|unacceptable|nonsense|a mistake|mistakes|an error|errors|a typo|typos|a typing error|typing errors|a fault|faults|"
    "not possible|not acceptable)",
)
phrase.words(
    "_pays",
    "pay|pays|spend|spends|have|has|use|uses|take|takes|need|needs|sell|sells|allow|allows|accept|accepts|get|gets|charge|charges|give|gives|afford|affords|go|goes|want|wants|hold|holds",
)
for _more, _over, _names, _side in (
    ("higher|larger|greater|bigger|longer|older|later|heavier", "above|over|beyond|past", "maximum|upper limit|cap|ceiling|upper bound|highest we allow|most we pay|most we allow", "over"),
    ("lower|smaller|shorter|younger|earlier|lighter|less", "below|under|beneath", "minimum|lower limit|floor|lower bound|lowest we allow|least we accept", "under"),
):  # fmt: skip

    @phrase(
        "remark",
        f"({_more}) (<cell>|values|amounts|numbers|figures|ones|entries) _is_a_fault",
        f"(a|any) ({_more}) (<cell>|value|amount|number|figure|one|entry) _is_a_fault",
        f"({_over}) (that|this|it) (it|everything|anything) _is_a_fault",
        f"(a|any) (<cell>|value|amount|number) ({_over}) (that|this|it) _is_a_fault",
        f"(that|this|it) is (our|the|an absolute|the absolute) ({_names})",
        cost=0.03,
    )
    def beyond_is_wrong(*of: object, side: str = _side) -> Modifier:
        """Higher rents are errors; that is our maximum."""
        return remark("beyond-it", texts=(side,), values=of)


@phrase(
    "remark",
    "(we|nobody|no one|they|you) [can not|can never|never|do not|will not|must not|should not|may not|would never] _pays more [than (that|this)]",
    cost=0.05,
)
def nobody_has_more() -> Modifier:
    """Nobody pays more than that."""
    return remark("beyond-it", texts=("over",))


# Out of the range -----------------------------------------------------------------------------------

_RANGE = "(it|this|that|these|this range|that range|the range|these limits|the limits|these bounds|the bounds|those bounds|those limits)"
phrase.words(
    "_out_of_it",
    f"outside [of] [{_RANGE}] | out of {_RANGE} | beyond {_RANGE}",
)


@phrase(
    "offenders",
    "[_all_the] <told_rows> [that (is|are|lies|lie|falls|fall)] _out_of_it",
    "(what|whatever|anything|everything|all|those|ones|any) [that] (is|are|lies|lie|falls|fall) _out_of_it",
    cost=0.03,
)
def out_of_range(*rows: RowSet) -> Modifier | None:
    """Flag what falls outside."""
    if any(each.where is not None for each in rows):
        return None
    return remark("out-of-range", texts=tuple(each.table for each in rows))


# No exceptions ------------------------------------------------------------------------------------


@phrase(
    "remark",
    "there (are|is|must be|may be|can be) no (exception|exceptions)",
    "(we|i) (know|allow|make|accept|want) no (exception|exceptions)",
    "(this|that|it) (holds|goes|applies|is true|is so) (for|to|of) (all|every one|each|each one) [of them]",
    "(this|that|it) (holds|goes|applies) without exception",
    cost=0.03,
)
@phrase("remark", "(this|that|it) (holds|goes|applies) (for|to) [all|every|each] <noun>", cost=0.03)
def for_all(*rows: RowSet) -> Modifier | None:
    """This goes for every store."""
    if any(each.where is not None for each in rows):
        return None
    return remark("for-all", texts=tuple(each.table for each in rows))


# Each its own ---------------------------------------------------------------------------------------

phrase.words(
    "_copies_said", "doubles | duplicates | repeats | repetitions | copies | double entries"
)


@phrase(
    "remark",
    "(no two|two) <noun> (may share|must not share|should never share|never share|can not share|should share|share) (one|it)",
    cost=0.03,
)
@phrase(
    "remark",
    "(each|every) <noun> (has|must have|needs|should have|gets|must get) (its|his|her|their) own [one|<cell>]",
    cost=0.03,
)
@phrase(
    "remark",
    "_copies_said (are|is) (errors|wrong|not allowed|forbidden|mistakes|faults|an error|a mistake|not permitted)",
    cost=0.03,
)
@phrase(
    "remark",
    "(it|this) (must|should|may|can) (not|never) (repeat|be repeated|occur twice|be used twice|be given twice|appear twice|be doubled)",
    cost=0.03,
)
def each_its_own(*parts: object) -> Modifier | None:
    """Each store has its own."""
    rows = [part for part in parts if isinstance(part, RowSet)]
    if any(each.where is not None for each in rows):
        return None
    cells = tuple(part for part in parts if not isinstance(part, RowSet))
    return remark("each-its-own", texts=tuple(each.table for each in rows), values=cells)
