"""Phrases for a last sentence that asks for what is beyond the bound just told: flag those above that.

Such a sentence adds nothing where the bound has that side open, and its noun is that of the rule.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.measures.group_claims import holds, many, of_groups
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.language.terms import Cell, Constant, Value
from backend.rules.metric_phrases import count, statement
from backend.rules.phrasing import IT, Modifier, Phrases, RowSet, Statement, compare
from backend.rules.wrong_columns import has

phrase = Phrases()

_IT = (
    "(it|that|this|these|the limit|this limit|that limit|the bound|this number|that number|this "
    "amount|that amount|that sum|this sum|that figure|this figure|that mark|this mark|that level|that value|"
    "this value|that length|that age|that count|that point)"
)
phrase.words(
    "_come_to",
    "cost | costs | weigh | weighs | last | lasts | take | takes | earn | earns | pay | pays | score | scores | "
    "measure | measures | contain | contains | hold | holds | show | shows | are | is | charge | charges",
)
phrase.words(
    "_over_that",
    f"[that (is|are|lies|lie|was|were|goes|go|comes|come|has gone|have gone)] (above|over|beyond|past) {_IT} | "
    f"[that (is|are|was|were)] (higher|larger|greater|bigger|more|longer|older|later) than {_IT} | "
    "with more [than that|than this] | that (has|have|had|got|get|gets|took|take|takes) more [than that|than this] | "
    f"(that|which|who) (exceed|exceeds|exceeded|surpass|surpasses|top|tops|pass|passes) {_IT} | "
    f"exceeding {_IT} | who (has|have|had) more [than that|than this] | that (is|are|was|were) more | of more than {_IT} | "
    "that (go|goes|lie|lies|are|is|stay|stays|come|comes) (above|over|higher|beyond) | "
    "(that|which) _come_to (more|higher) [than that|than this]",
)
phrase.words(
    "_under_that",
    f"[that (is|are|lies|lie|was|were|goes|go|falls|fall|comes|come)] (below|under|beneath) {_IT} | "
    f"[that (is|are|was|were)] (lower|smaller|less|fewer|shorter|younger|earlier) than {_IT} | "
    "with (less|fewer) [than that|than this] | that (has|have|had|got|get|gets) (less|fewer) [than that|than this] | "
    f"(that|which|who) (miss|misses|undercut|undercuts) {_IT} | who (has|have|had) (less|fewer) [than that|than this] | "
    f"(that|which|who) (do|does|did) not reach {_IT} | falling short of {_IT} | of (less|fewer) than {_IT} | "
    "that (stay|stays|remain|remains|fall|falls|lie|lies|are|is|come|comes) (below|under|short|lower) | "
    "(that|which) _come_to (less|fewer|lower) [than that|than this]",
)
phrase.words(
    "_those_beyond",
    "ones | those | all | everything | anything | whatever | everyone | everybody | any | cases | values | entries",
)

for _words, _side in (("_over_that", "over"), ("_under_that", "under")):

    @phrase("offenders", f"[_all_the] <noun> {_words}", cost=0.02)
    @phrase("offenders", f"[_all_the] _those_beyond {_words}", cost=0.02)
    def beyond_it(*rows: RowSet, side: str = _side) -> Modifier | None:
        """The customers above that."""
        if any(each.where is not None for each in rows):
            return None
        return remark("beyond-it", texts=(side, *(each.table for each in rows)))


phrase.words(
    "_fails_then", "fails | fail | (is|are) _wrong_then | counts as (an error|a fault|wrong)"
)
phrase.words(
    "_wrong_then",
    "an error | errors | wrong | too much | too little | too many | too few | invalid | not allowed | not acceptable | not "
    "ok | a mistake | a fault | a violation | not permitted | forbidden | unacceptable | not good enough",
)
for _words, _side in (
    ("more|higher|larger|longer", "over"),
    ("less|fewer|lower|smaller|shorter", "under"),
):

    @phrase(
        "remark",
        f"[anything|everything|any value|values] ({_words}) [than (that|this|it)] _fails_then",
        cost=0.02,
    )
    @phrase(
        "remark",
        f"(are|is) there (any|one|ones|some) (that|which) _come_to ({_words}) [than (that|this)] [?]",
        cost=0.02,
    )
    @phrase("remark", f"which [ones|of them] _come_to ({_words}) [than (that|this)] [?]", cost=0.02)
    def more_fails(side: str = _side) -> Modifier:
        """More than that fails; are there any that cost less?"""
        return remark("beyond-it", texts=(side,))


for _words, _side in (("_over_that", "over"), ("_under_that", "under")):

    @phrase("offenders", f"[_all_the] <cell> {_words}", cost=0.05)
    def cells_beyond(of: Value, side: str = _side) -> Modifier:
        """Cities with more; fees above that."""
        return remark("beyond-it", texts=(side,), values=(of,))


phrase.words(
    "_several_told",
    "several [of them] | two or more [of them] | more than one [of them] | multiple ones | a second one | another one",
)


@phrase(
    "offenders",
    "[_all_the] <noun> (with|having|that have|that has|which have) _several_told",
    cost=0.02,
)
@phrase(
    "offenders",
    "[_all_the] <cell> (with|having|that have|that has|which have) _several_told",
    cost=0.05,
)
@phrase(
    "offenders",
    "[_all_the] _those_beyond (with|having|that have|that has) _several_told",
    cost=0.05,
)
def with_several(*told: Any) -> Modifier | None:
    """Orders with several, where each may have one at the most."""
    rows = [part for part in told if isinstance(part, RowSet)]
    if any(each.where is not None for each in rows):
        return None
    texts = ("over", *(each.table for each in rows))
    cells = tuple(part for part in told if not isinstance(part, RowSet))
    return remark("beyond-it", texts=texts, values=cells, number=1)


# All rows of a pair that is there twice -------------------------------------------------------------

phrase.words(
    "_doubled",
    "doubled | double | repeated | duplicated | duplicate | recurring | colliding | clashing",
)
phrase.words("_pair", "pair | pairs | combination | combinations | group | groups | key | keys")


@phrase(
    "offenders",
    "(all|every|each|both|both the|all the) <noun> of (a|each|every|any|such a|the) [_doubled] _pair",
    "(all|every|each|both|both the|all the) <noun> of _doubled _pair",
    "(all|every|each|both|both the|all the) <noun> of (a|each|every|any) _pair that (is|occurs|appears|comes) (there|up|in) "
    "(twice|more than once)",
    "(all|every|each|both) <noun> of (a|each|every|any) _pair that (occurs|appears) (twice|more than once)",
    "(all|every|each|both|both the|all the) <noun> of [a|each|every|any|such a|the] _doubled <cell> (and|/) <cell> [_pair]",
    "(all|every|each|all the) _doubled (<noun>|_row)",
    cost=0.02,
)
def of_doubled_pair(*parts: Any) -> Modifier | None:
    """All rows of a doubled pair."""
    cells = tuple(part for part in parts if isinstance(part, Cell))
    told = [part for part in parts if isinstance(part, RowSet)]
    is_plain = all(rows.where is None for rows in told) and len({*cells}) == len(cells)
    return remark("keep-all", values=cells) if is_plain else None


# There may be only so many --------------------------------------------------------------------------

phrase.words(
    "_there_may_only", "there (may|can|could) (be only|only be|be just|only ever be|always be only)"
)


@phrase("stmt", "_there_may_only <number> <rows> <by_group>", cost=0.02)
@phrase("stmt", "<by_group> [,] _there_may_only <number> <rows>", cost=0.02)
def only_so_many_each(*parts: Any) -> Statement | None:
    """There may be only one row per month and product: at the most, as groups without rows are none."""
    total = next(part for part in parts if isinstance(part, Constant))
    rows = next(part for part in parts if isinstance(part, RowSet))
    by = next(part for part in parts if part is not total and part is not rows)
    told = many(compare(IT, "<=", total), rows)
    claim = None if told is None else holds(told)
    return None if claim is None else of_groups(by, claim)


@phrase("stmt", "_there_may_only <number> <rows>", cost=0.05)
def only_so_many(total: Constant, rows: RowSet) -> Statement | None:
    """There may be only three stores in London."""
    return None if rows.each else statement(compare(count(rows), "<=", total))


# If nobody did, fail --------------------------------------------------------------------------------

phrase.words(
    "_then_fails",
    "fail | it fails | the check fails | fail the check | the check must fail | the check should fail | "
    "raise an alarm | raise the alarm | raise an error | sound the alarm | complain | that is a failure | that is an error | that is wrong | "
    "that is a mistake | it is an error | it is wrong | warn me | warn us | alert me | alert us | tell me | tell us | let me know | "
    "let us know | it must fail | it should fail",
)
phrase.words(
    "_if_nobody",
    "if (nobody|no one|none|none of them|nothing|no row) (did|does|do|has|have|is|was|were|ever did|ever has) [so] | "
    "if there (is|are|was|were) (none|no such row|nobody|no one|nothing) | if it never (did|does|happened|happens)",
)
phrase.words(
    "_if_otherwise",
    "if not | otherwise | or else | if it (is|does|did|has) not | if (that|this) (is|does|did) not [so|the case|true] | "
    "if that is not the case | if they (do|did|are) not",
)


@phrase("remark", "_if_nobody [,] [then] _then_fails", "_then_fails _if_nobody", cost=0.02)
@phrase("remark", "_if_nobody [,] [then] _do_flag (it|this|that)", cost=0.02)
def if_nobody_did() -> Modifier:
    """If nobody did, fail: so many at the least must have done it."""
    return remark("if-nobody")


@phrase("remark", "_if_otherwise [,] [then] _then_fails", cost=0.02)
def if_it_is_not_so() -> Modifier:
    """If not, fail."""
    return remark("if-not")


# A column of a table --------------------------------------------------------------------------------


@phrase("stmt", "<whose_columns> _must (have|contain|include) [a|the] <header> (column|field)")
@phrase("stmt", "_wish <whose_columns> to (have|contain|include) [a|the] <header> (column|field)")
def has_column(table: tuple[str, str], name: str) -> Statement:
    """The table must have a price column."""
    return has(table, (name,))
