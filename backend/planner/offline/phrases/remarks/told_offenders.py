"""Phrases for which rows are to be seen of groups out of bounds, behind gaps, and of who is meant by "it"."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.order.ends import picked
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.language.terms import Cell, Measure, Value
from backend.rules.phrasing import Modifier, Phrases, RowSet

phrase = Phrases()

# If it is so, or is not -------------------------------------------------------------------------

phrase.words(
    "_once_off",
    "(if|where|when|whenever|wherever|in case|should) (_they_are_not|it does|one does|they do|any does|some do|it is|"
    "they are|that is so|this happens|that happens|it happens|any do|this occurs|not|it (fails|breaks)|there is "
    "(one|a gap|a hole|a jump)|there are (gaps|holes|jumps)|(days|numbers|dates|values|any) (are|is) missing) | otherwise | "
    "or else | else | if not so",
)
phrase.words(
    "_they_are_not",
    "_is_not_so | they (do not|don't) | they are not | one (does not|is not) | this is not | that is not",
)


@phrase("remark", "_once_off [,] [then] [please] _do_show <offenders>", cost=0.02)
@phrase("remark", "_do_show <offenders> _once_off", cost=0.02)
def shown_once_off(told: Modifier) -> Modifier:
    """Where they don't, flag every passenger on that ticket."""
    return told


@phrase(
    "remark",
    "_do_show <offenders> (if|where|when|whenever|in case) there (is|are) (more|more of them|too many|more than that)",
    "(if|where|when|whenever|in case) there (is|are) (more|more of them|too many|more than that) [,] [then] _do_show <offenders>",
    cost=0.02,
)
def shown_if_more(told: Modifier) -> Modifier | None:
    """Flag all copies if there are more: more than there may be."""
    return remark("keep-all", texts=("over",)) if told.kind == "keep-all" else None


# Rows of a group that is out of bounds ----------------------------------------------------------

phrase.words(
    "_falls_off",
    "(fall|falls|lie|lies|is|are|comes out|come out|goes|go|ends up) (outside|out of|beyond) [of] [it|this|that|these|this range|"
    "that range|the range|range|the limits|limits|these limits|these bounds|bounds|the bounds] | (miss|misses|leaves|"
    "leave) (it|this|that|the range|this range|the mark) | "
    "(do|does) not (lie|fall|stay) (in|within|inside) (it|this|that|this range|that range|the range)",
)
phrase.words(
    "_goes_over",
    "(exceed|exceeds|surpass|surpasses|top|tops) (it|this|that|the limit|this limit|that limit|the maximum|this number) | "
    "(is|are|goes|go|lies|lie) (over|above|beyond) (it|this|that|the limit|this limit|that limit)",
)
phrase.words(
    "_stays_under",
    "(is|are|stays|stay|lies|lie|falls|fall) (under|below) (it|this|that|the limit|this limit|that limit|the minimum) | "
    "(fall|falls) short [of (it|this|that)] | (do|does) not reach (it|this|that|the minimum)",
)
for _words, _side in (
    ("_falls_off", ()),
    ("_goes_over", ("<", "<=")),
    ("_stays_under", (">", ">=")),
):

    @phrase(
        "offenders",
        f"[_all_the] <noun> _of_group [_one_such] <cell> [value|values|group] (_that|where|for which|in which) {_words}",
        cost=0.05,
    )
    def of_group_off(rows: RowSet, of: Value, side: tuple[str, ...] = _side) -> Modifier | None:
        """All products of a line that falls outside."""
        is_plain = rows.where is None and isinstance(of, Cell)
        return remark("flag-groups", values=(of,), texts=side) if is_plain else None


phrase.words(
    "_something_else_there",
    "with (another|a different|any other|some other|the wrong|a wrong) (sum|total|result|average|mean) | "
    "(where|for which|in which) (the|this|that|its|their) (sum|total|number|result|average|count) (is|comes out) "
    "(different|otherwise|something else|another|wrong|not so) | whose (sum|total|number|average|count) (is|comes out) "
    "(different|otherwise|something else|another|wrong)",
)


@phrase(
    "offenders", "[_all_the] <noun> _of_group [_one_such] <cell> _something_else_there", cost=0.05
)
@phrase(
    "offenders", "[_all_the] _row _of_group [_one_such] <cell> _something_else_there", cost=0.05
)
def of_group_with_another(*parts: object) -> Modifier | None:
    """All rows of a title with another sum."""
    return of_several(*parts)


phrase.widen("_of_group", "on | at | belonging to | that belong to | within")
phrase.words(
    "_says_many",
    "(_that|who) (turn up|turns up|show up|shows up|appear|appears|occur|occurs|come up|comes up|are found|is found|sit|"
    "sits|are listed|is listed|are|is|stand|stands) (in|on|at|under|with|for) _many_of | (_that|who) (use|uses|belong to|"
    "belongs to|go with|goes with|carry|carries|got|get|gets|come under|comes under) _many_of | (_that|who) "
    "(mix|mixes|mixed|combine|combines) [_many_of]",
)


@phrase(
    "offenders", "[_all_the] _row _of_group [_one_such] <cell> _says_many _ones_of_it", cost=0.05
)
@phrase(
    "offenders", "[_all_the] <noun> _of_group [_one_such] <cell> _says_many _ones_of_it", cost=0.05
)
def of_several(*parts: object) -> Modifier | None:
    """All rows of rooms with several of them."""
    rows = [part for part in parts if isinstance(part, RowSet)]
    cells = tuple(part for part in parts if isinstance(part, Cell))
    is_plain = all(each.where is None for each in rows) and len(cells) == 1
    return remark("flag-groups", values=cells) if is_plain else None


@phrase("offenders", "[_all_the] _row _of_group [_one_such] <cell> _says_many", cost=0.1)
@phrase("offenders", "[_all_the] <noun> _of_group [_one_such] <cell> _says_many", cost=0.1)
def of_several_values(*parts: object) -> Modifier | None:
    """All rows of rooms with more than one, where each must have one."""
    told = of_several(*parts)
    return None if told is None else told.model_copy(update={"texts": ("several", "<=", "<")})


phrase.words("_ones_of_it", "of them | ones | of these | different ones | such")

# Behind a gap -----------------------------------------------------------------------------------

phrase.words(
    "_a_gap",
    "gap | jump | hole | break | step | drop | skip | missing (number|day|date|one) | interruption | change | leap",
)


@phrase(
    "offenders",
    "[_all_the] [next|first] (<noun>|row|record|entry|one|line) [right|directly|just|immediately] (following|after|behind) "
    "[a|the|any|such a|each|every|an] _a_gap",
    "[_all_the] <cell> 's next (<noun>|row|record|entry|line) (following|after|behind) [a|the|any|such a|each|every] _a_gap",
    cost=0.02,
)
def behind_gap(*parts: object) -> Modifier | None:
    """The row after a jump."""
    rows = [part for part in parts if isinstance(part, RowSet)]
    return remark("later-row") if all(each.where is None for each in rows) else None


phrase.words(
    "_than_before",
    "than (the|its|their) (one|ones|row|rows|entry|record|line|<noun>|value) (before|above|ahead of) [it|them] | than (the|its) (previous|preceding) "
    "[one|row|entry|record|line|<noun>|value] | than what (comes|came) before [it]",
)
for _words, _sign in (
    ("earlier|lower|smaller|less|older|shorter|lighter", "<"), ("later|higher|larger|greater|more|newer|longer", ">"),
):  # fmt: skip

    @phrase(
        "offenders",
        f"[_all_the] (<noun>|row|record|entry|one|line) _that (is|are|comes|lies) ({_words}) _than_before",
        cost=0.02,
    )
    def beside_before(*rows: RowSet, sign: str = _sign) -> Modifier | None:
        """The movement that is earlier than the one before it."""
        is_plain = all(each.where is None for each in rows)
        return remark("later-row", texts=(sign,)) if is_plain else None


phrase.widen(
    "_first_is_fine",
    "(has|have|there is) (nothing|none|no row|no other row|no <noun>|no one) (above|before|ahead of|to compare it with|to be compared to) [it|them] | (has|have|there is) (nothing|"
    "none|no row|no <noun>) (above|before|to compare with) [it|them] (and|so it|so|, so it|, so|and so) (is|are|so is|passes|pass) [fine|"
    "ok|exempt|not flagged|left out|skipped|right|in order|not checked] | (is|are) (always|simply) (fine|ok|right|left alone|left out)",
)


# The first and the last of a group ------------------------------------------------------------------

for _measure, _words in (
    (Measure.MINIMUM, "lowest|smallest|earliest|minimum|least|first|minimal"),
    (Measure.MAXIMUM, "highest|largest|latest|maximum|greatest|last|maximal"),
):
    phrase("extreme_at", f"[the one|the row|that] [with|of|having] [the|its] ({_words}) <cell>")(
        lambda cell, measure=_measure: (measure, cell) if isinstance(cell, Cell) else None
    )


@phrase("end_rows", r"<end> <noun> <end_owner> [,] \( [i.e.] <extreme_at> \)", cost=0.02)
@phrase("end_rows", r"<end> <noun> \( [i.e.] <extreme_at> \) <end_owner>", cost=0.02)
@phrase(
    "end_rows",
    "<end> <noun> <end_owner> , (i.e.|that is ,|that is|meaning) <extreme_at> ,",
    cost=0.02,
)
def end_by_extreme(*parts: Any) -> RowSet | None:
    """The first movement of each SKU (lowest number): what is first is told by the number."""
    measure = next(part for part in parts if isinstance(part, Measure))
    rows = next(part for part in parts if isinstance(part, RowSet))
    pairs = [part for part in parts if isinstance(part, tuple)]
    told = next(part for part in pairs if isinstance(part[0], Measure))
    by = next(part for part in pairs if part is not told)
    return picked(rows, measure, by, told[1]) if told[0] == measure else None


@phrase(
    "end_rows",
    "<noun> with <extreme_at> <end_owner>",
    "<noun> with <extreme_at> (of|in|for) (its|their|the) <keys>",
    cost=0.05,
)
def extreme_rows(rows: RowSet, told: tuple[Measure, Cell], by: Any) -> RowSet | None:
    """The band with the lowest start of each zone."""
    return picked(rows, told[0], by, told[1])


@phrase("remark", "_do_flag [the|that|this|such a] <noun> _once_off", cost=0.05)
def that_row_once_off(rows: RowSet) -> Modifier | None:
    """Flag the movement if it is not."""
    return remark("flag-them") if rows.where is None else None


@phrase(
    "remark",
    r"_do_flag [the|that|this|such a] <end> <noun> [\( <extreme_at> \)] [_once_off]",
    cost=0.05,
)
def that_end_once_off(*parts: Any) -> Modifier | None:
    """Flag the first movement: the one of which the rule is."""
    rows = next(part for part in parts if isinstance(part, RowSet))
    return remark("flag-end") if rows.where is None else None
