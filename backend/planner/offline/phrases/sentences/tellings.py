"""Phrases that tell of some rows first and then what goes for them: some are lost; those must …"""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.flags import flag
from backend.planner.offline.phrases.remarks.leniency import left_out
from backend.planner.offline.phrases.sentences.requests import nine_in_ten
from backend.planner.offline.phrases.sentences.rules import implication, narrowed, rule
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Constant, Missing, Predicate, Value
from backend.rules.metric_phrases import share, statement
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement, about, not_

phrase = Phrases()

# Taken up by "it" -----------------------------------------------------------------------------

phrase.words(
    "_taken_up", "it | they | he | she | this | that | those | these | [the|that|this|such a] _row"
)


@phrase("stmt", "_if <rows> <rowvp> [,|:] [then] _taken_up _must <rowvp>")
@phrase("stmt", "_if <rows> <rowvp> [,|:] [then] _taken_up _needs <feature>")
def then_it_must(found: RowSet, condition: Predicate, told: Predicate) -> Statement:
    """If a parcel is lost, it must have a remark."""
    return rule(told, found.table, found.that(condition).where)


@phrase("stmt", "_if <rows> <rowvp> [,|:] [then] _taken_up _must_not <rowvp>")
def then_it_must_not(found: RowSet, condition: Predicate, told: Predicate) -> Statement:
    """If a parcel is lost, it must not have a delivery date."""
    return then_it_must(found, condition, not_(told))


@phrase("stmt", "_if <rows> <rowvp> [,|:] [then] the <table> _must <rowvp>")
def then_the_row_must(
    found: RowSet, condition: Predicate, table: str, told: Predicate
) -> Statement | None:
    """If a parcel is lost, the parcel must have a remark."""
    return then_it_must(found, condition, told) if table == found.table else None


@phrase("stmt", "should <expr> be <adj> [,] <stmt>", "should <expr> <verb> [,] <stmt>")
def should_it_be(subject: Value, told: Predicate, then: Statement) -> Statement | None:
    """Should the weight be above 30, the remark must be filled."""
    return implication(about(told, subject), then)


# Some, told first -----------------------------------------------------------------------------

phrase.words(
    "_sometimes",
    "sometimes | occasionally | at times | now and then | from time to time | in some cases | every now "
    "and then | it happens that | it sometimes happens that | it can happen that | it does happen that",
)
phrase.words(
    "_in_that_case",
    "in (that|this|such a|which) case | in (these|those|such|all these|all those) cases | then | if so | "
    "when (that|this|it) (happens|is so|does) | whenever (that|this) happens | in that event | if that "
    "happens | where that is so",
)
phrase.words("_some", "some | a few | several | certain | a handful of")
phrase.words("_comes", ". | ; | : | , | – | - | —")
phrase.words(
    "_for_these",
    "for (these|those|them|such [a] _row) | with (these|those|them) | in (their|that|this) case | in "
    "(these|those|such) cases | of (these|those) | among (these|those|them)",
)


@phrase("stmt", "_sometimes <clauses> _comes _in_that_case [,] <stmt>")
def sometimes(condition: Predicate, then: Statement) -> Statement | None:
    """Sometimes the weight is above 30. In that case the remark must be filled."""
    return implication(condition, then)


@phrase(
    "stmt",
    "(_sometimes|_some) <noun> <rowvp> _comes (_for_these|_in_that_case) [,] <stmt>",
    "_some <noun> <rel> [exist] _comes (_for_these|_in_that_case) [,] <stmt>",
    "there are [also] (_some) <noun> <rel> _comes (_for_these|_in_that_case) [,] <stmt>",
    "<noun> <rel> (exist|do exist|occur) _comes (_for_these|_in_that_case) [,] <stmt>",
)
def some_such(found: RowSet, condition: Predicate, then: Statement) -> Statement | None:
    """Some parcels are lost. For these, the remark must be filled."""
    return narrowed(then, found.that(condition))


@phrase("stmt", "_some <noun> <rowvp> _comes (they|those|these) _must <rowvp>")
@phrase("stmt", "_some <noun> <rowvp> _comes (they|those|these) _needs <feature>")
def some_must(found: RowSet, condition: Predicate, told: Predicate) -> Statement:
    """Some parcels are insured. Those must have a declared value."""
    return rule(told, found.table, found.that(condition).where)


@phrase("stmt", "_some <noun> <rowvp> _comes (they|those|these) _must_not <rowvp>")
def some_must_not(found: RowSet, condition: Predicate, told: Predicate) -> Statement:
    """Some parcels are gifts. They must not have a price."""
    return some_must(found, condition, not_(told))


@phrase("stmt", "_some <noun> <rowvp> _comes (their|whose) <expr> <duty>")
def some_whose(found: RowSet, condition: Predicate, subject: Value, told: Predicate) -> Statement:
    """Some parcels are insured. Their declared value must be positive."""
    return rule(about(told, subject), found.table, found.that(condition).where, subject)


phrase("rowvp", "(get|gets|got|become|becomes|became) <adjective>", cost=0.1)(lambda told: told)


# Seen, and not wanted -------------------------------------------------------------------------

phrase.words(
    "_we_saw",
    "(we|i) [have|had|have had|still] (saw|seen|see|found|find|had|got|get|noticed|spotted|came across|run "
    "into|ran into|discovered|met|received|caught|keep seeing|keep finding|keep getting|kept finding) | (we|i) "
    "have | (we|i) (worry|fear|suspect|think|believe|am afraid|are afraid) [that] [there (are|may be|might "
    "be)|we have] | there (were|have been|had been|seem to be|may be|might be) | it seems that [there are|we "
    "have] | we hear of | there are still | there are | somebody (found|saw|noticed) | someone (found|saw|noticed)",
)
phrase.words(
    "_when_seen",
    "[last|this] (week|month|year|time|spring|summer|autumn|winter) | yesterday | recently | lately | once | once again | again | today",
)
phrase.words(
    "_no_more_of_it",
    "(flag|list|find|show|report|return|show me|give me|mark) (them|these|those|all of them|such _row|all such "
    "_row|every one of them|any of them) | there (must|should|may) be (no such _row|none|no more of them|"
    "none of (them|these|those)) | (this|that|it) (must|should|may) (not|never) [be|happen|happen again|"
    "occur|occur again|be possible] | (this|that|it) (must|should|may) (not|never) (happen|occur) [again|any "
    "more|anymore] | (this|that) is (wrong|an error|not allowed|a mistake|forbidden) | (they|these|those) "
    "(must|should|may) (not|never) (exist|occur|be there) | (they|these|those) are "
    "(wrong|errors|mistakes|not allowed|forbidden) | we do not want (that|this|them|any of them) | no more of them",
)


@phrase("stmt", "[_when_seen] [,] _we_saw [_some] <rows> _comes [so] _no_more_of_it", cost=0.05)
@phrase("stmt", "_we_saw [_some] <rows> _when_seen _comes [so] _no_more_of_it", cost=0.05)
def seen(found: RowSet) -> Statement | None:
    """We found parcels without a weight. That must not happen again."""
    return flag(found)


@phrase(
    "stmt",
    "[_when_seen] [,] (our|the|my|some|one of our) <bare> _noticed [_some] <rows> _comes [so] _no_more_of_it",
    "(our|the|my|some|one of our) <bare> _noticed [_some] <rows> _when_seen _comes [so] _no_more_of_it",
    cost=0.1,
)
def noticed(_: object, found: RowSet) -> Statement | None:
    """Our porter noticed parcels without a weight. They need to be listed."""
    return flag(found)


@phrase(
    "stmt",
    "[_when_seen] [,] [our|the|my|some|one of our] <bare> _noticed [_some] <rows> _comes _no_such <noun>",
    cost=0.1,
)
def noticed_such(_: object, found: RowSet, named: RowSet) -> Statement | None:
    """Clients complained about parcels without a weight. There should be no such parcels."""
    is_same = named.where is None and named.table in ("", found.table)
    return flag(found) if is_same else None


@phrase("stmt", "[_when_seen] [,] _we_saw [_some] <rows> _comes _no_such <noun>", cost=0.05)
def seen_such(found: RowSet, named: RowSet) -> Statement | None:
    """We have parcels without a weight. There must be no such parcels."""
    return noticed_such(None, found, named)


@phrase("stmt", "_we_fear [that] _some <noun> <rowvp> _comes [so] _no_more_of_it", cost=0.05)
def feared(found: RowSet, told: Predicate) -> Statement | None:
    """We worry that some parcels have no weight. List them."""
    return flag(found.that(told))


@phrase(
    "remark",
    "only <rows> (may|can) (deviate|differ|be exempt|be different|break this|do otherwise|be an exception)",
    "only <rows> are (exempt|excused|an exception|exceptions|excepted)",
    cost=0.05,
)
def only_they_may_not(found: RowSet) -> Modifier | None:
    """Only lost parcels may deviate."""
    return left_out(found)


@phrase("vp", "(fails|fail|failed) to be <adj>", "(fails|fail|failed) to <verb>")
def fails_to(told: Predicate) -> Predicate | None:
    """Fails to be above 200; where something fails to exist may be said behind it."""
    is_there = told.type == "not" and isinstance(told.part, Missing)
    return None if is_there else not_(told)


phrase("rowvp", "(fails|fail|failed) to <rowvp>", cost=0.1)(not_)
phrase.words(
    "_we_fear", "(we|i) (worry|fear|suspect|think|believe|are afraid|am afraid|noticed|found)"
)
phrase.words(
    "_no_such",
    "there (must|should|may|can) be no such | [please] (flag|list|find|show|report) [all] such | we do not "
    "want [any] such | we want no such | no more such",
)
phrase.words(
    "_noticed",
    "noticed | saw | found | spotted | came across | discovered | reported | complained about | told us "
    "about | has noticed | have noticed | has found | have found | keeps finding | keep finding | asked "
    "about | pointed out | stumbled over | ran into",
)
phrase.words(
    "_no_more_of_it",
    "(they|these|those|such _row) (need to|must|should|have to|are to) be (listed|flagged|reported|found|shown)",
)


# A share that closes the rule -----------------------------------------------------------------


@phrase(
    "stmt", "<stmt> (in|for|on) [at least] <number> (out of|in) [every] <number> <rows>", cost=0.05
)
def so_many_of(told: Statement, part: Constant, whole: Constant, rows: RowSet) -> Statement | None:
    """The weight must be positive in at least 9 out of 10 parcels."""
    bound, found = nine_in_ten(part, whole), told.rule
    plain = isinstance(found, BrokenRows) and found.where is None and not told.remarks
    if bound is None or rows.each or not plain or not isinstance(found, BrokenRows):
        return None
    if found.table and rows.table and found.table != rows.table:
        return None
    return statement(about(bound, share(rows, found.must)))
