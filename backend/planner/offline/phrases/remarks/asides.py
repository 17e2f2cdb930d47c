"""Phrases for what explains a rule in its own sentence, and for questions with their answers."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.keys.together import must_differ, must_match
from backend.planner.offline.phrases.remarks.flags import question_row_duty
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Aggregate, Compare, Constant, Measure, Predicate, Value
from backend.rules.language.walk import walk
from backend.rules.phrasing import (
    Modifier,
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about,
    compare,
    not_,
)

phrase = Phrases()

# A percentage, so … ---------------------------------------------------------------------------

phrase.words(
    "_is_percentage",
    "is a percentage | is in percent | is given in percent | is a percent value | are percentages | "
    "is measured in percent | is expressed in percent | is a percent | are in percent | is in % | "
    "is stored in percent | holds percentages | holds a percentage | are given in percent",
)
phrase.words(
    "_is_share",
    "is a [plain|simple|decimal|pure] share | is a [plain|simple|decimal|pure] fraction | is a "
    "proportion | is a ratio | are shares | are fractions | are proportions | is a plain number",
)
phrase.words(
    "_hence", "and | , and | , so | so | , therefore | ; therefore | , hence | ; | , thus | :"
)
for _told, _top in (("_is_percentage", 100), ("_is_share", 1)):

    @phrase(
        "stmt",
        f"<cell> {_told} _hence [it|they|values|the values] <duty>",
        f"<cell> {_told} _hence <adj>",
        f"<cell> {_told} _hence [it|they] (lies|lie|is|are|ranges|range) <adj>",
        cost=0.1,
    )
    def percentage_so(subject: Value, told: Predicate, top: int = _top) -> Statement | None:
        """A percentage, so between 0 and 100: its bounds are those of percentages."""
        bounds = [part for part in walk(told) if isinstance(part, Constant)]
        if any(part.unit or part.value not in (0, top) for part in bounds):
            return None
        return rule(about(told, subject), subject=subject)


# Half of …: the median … ----------------------------------------------------------------------


@phrase("half_told", "(half|50 %|fifty percent) of [our|all] <cell> [values|entries] <must_be>")
@phrase("half_told", "half [our|the] <cell> [values|entries] <must_be>")
@phrase("half_told", "(half|50 %) of [our|all] <rows> _must have [a|an] <cell> [of] <adj>")
def half_told(*parts: Any) -> Predicate:
    """Half of the waits should be 5 or longer."""
    cell, told = (part for part in parts if not isinstance(part, RowSet))
    condition: Predicate = about(told, cell)
    return condition


@phrase("half_told", "half of <cell> <table> <must_be>", cost=0.05)
def half_of_rows(cell: Value, _: object, told: Predicate) -> Predicate:
    """Half of the phone waits should be 5 or longer."""
    return about(told, cell)


for _words, _sign in (("less|fewer", "<="), ("more", ">=")):
    phrase("half_told", f"half of <rows> _must have <number> <cell> or ({_words})")(
        lambda _, bound, cell, sign=_sign: compare(cell, sign, bound)
    )


@phrase("stmt", "<half_told> (:|;|,|, i.e.|, that is ,|, so) <stmt>", cost=0.02)
def half_so_median(told: Predicate, statement: Statement) -> Statement | None:
    """Half should be 5 or longer: the median is at least 5. The second says which measure."""
    must = statement.rule.must if isinstance(statement.rule, FailingMetrics) else None
    if not isinstance(must, Compare) or not isinstance(told, Compare):
        return None
    median = must.left
    if not isinstance(median, Aggregate) or median.measure != Measure.MEDIAN:
        return None
    is_same = (median.of, must.sign, must.right) == (told.left, told.sign, told.right)
    return statement if is_same else None


# Fewer of …: at least so many must be something else ------------------------------------------

phrase.words(
    "_we_end",
    "we are phasing out | we phase out | we want to get rid of | we are getting rid of | we want "
    "fewer | we are moving away from | we are retiring | we retire | we are replacing | we want to "
    "move away from | we are reducing | we want to reduce | we are abandoning | there are too many",
)
phrase.words(
    "_otherwise_so",
    "be different | be something else | be otherwise | be other ones | not be so | not do so | "
    "do otherwise | not",
)


@phrase("unwanted", "[the] <cell> [values] [that|which] <verb>", "[the] <cell> [values] that <vp>")
@phrase("unwanted", "[the] <cell> [values] <adj>", cost=0.05)
def unwanted(subject: Value, told: Predicate) -> Predicate:
    """Codes beginning with a."""
    return about(told, subject)


@phrase("something_else", "_must (_starts|_ends|_contains) something else")
@phrase("something_else", "_must _otherwise_so")
def something_else() -> bool:
    """Must begin with something else."""
    return True


@phrase(
    "stmt",
    "_we_end <unwanted> (:|;|,|.|, so) <share_bound> of [all] <cell> [values] <something_else>",
    cost=0.02,
)
def mostly_others(told: Predicate, bound: Predicate, cell: Value, _: object) -> Statement | None:
    """We are phasing out codes beginning with a: at least 30% must begin with something else."""
    from backend.rules.metric_bounds import demands
    from backend.rules.metric_shares import share_of_values

    if cell not in walk(told) or not demands(bound):
        return None
    return share_of_values(bound, cell, not_(told))


# Compare A with B -----------------------------------------------------------------------------

phrase.words(
    "_they", "they | the two | both | these | the values | the two values | the two columns"
)


@phrase("compared", "(compare|match|check) <cell> (with|to|and|against) <cell>")
def compared(left: Value, right: Value) -> Subjects:
    """Compare A with B."""
    return Subjects(items=(left, right))


@phrase("compared", "<compared> [,] [but] [;] <remark>", cost=0.02)
def compared_where(found: Subjects, told: Modifier) -> tuple[Any, ...]:
    """Compare A with B, but only where both are present."""
    return (found, told)


for _words, _build in (
    ("_must [always|both|all] (be _alike|_agree)", must_match),
    ("_must_not (_disagree|be _unlike)", must_match),
    ("_must [always] (be _unlike|_disagree)", must_differ),
):

    @phrase("stmt", f"<compared> (:|;|,|.|and|, and) _they {_words}", cost=0.02)
    def compared_must(found: Any, build: Any = _build) -> Statement | None:
        """Compare A with B; they have to be identical."""
        pair, *remarks = found if isinstance(found, tuple) else (found,)
        statement: Statement = build(pair)
        return statement.model_copy(update={"remarks": tuple(remarks)})


# Questions with their answers -----------------------------------------------------------------

phrase.words("_it_must", "it must | they must | it should | they should | it has to | they have to")
phrase.words(
    "_so_it_must",
    "_it_must | _it_must be | they need to be | it needs to be | they all must | they all should | "
    "all must | all should | each must | it must always be | that must be so | they have to be | "
    "all should be | all must be | they all must be | they all should be | this must be the case",
)


@phrase(
    "stmt",
    "(do|does|has|have) (every|each|all) <rows> <rowvp> ? _so_it_must",
    "(are|is) (every|each|all) <rows> <row_state> ? _so_it_must",
    cost=0.02,
)
def asked_and_demanded(found: RowSet, told: Predicate) -> Statement:
    """Do all orders have a user? They must."""
    return question_row_duty(found, told)


@phrase("row_state", "<flag_word>", "<adjective>")
def row_state(told: Predicate) -> Predicate:
    """Paid."""
    return told


@phrase("stmt", "(are|is) (every|each|all) <rows> <row_state> [?]", cost=0.05)
def asked_of_rows(found: RowSet, told: Predicate) -> Statement:
    """Are all orders paid?"""
    return question_row_duty(found, told)


@phrase("stmt", "(are|is) [every|each|all|all the] <expr> [always] <adj> ? _so_it_must", cost=0.02)
@phrase("stmt", "(do|does) [every|each|all] <expr> [always] <verb> ? _so_it_must", cost=0.02)
def asked_and_demanded_of_value(subject: Value, told: Predicate) -> Statement:
    """Is every price positive? It must be."""
    return rule(about(told, subject), subject=subject)


phrase.words(
    "_it_must_not",
    "it must not | they must not | it must not be | they must not be | it should not | it should not "
    "be | they should not be | it should never be | it must never be | that must not happen | that "
    "should not happen | that should never happen | that is not allowed | it may not be | it may not | "
    "not allowed | that must never happen | it should not happen | that would be wrong | it cannot be "
    "| that would be an error | that is an error | that is wrong | no , never | not acceptable",
)


@phrase("stmt", "(are|is) [any|the] <expr> [ever] <adj> ? _it_must_not", cost=0.02)
@phrase("stmt", "(do|does) [any|the] <expr> [ever] <verb> ? _it_must_not", cost=0.02)
@phrase("stmt", "<cell> <adj> ? _it_must_not", cost=0.05)
def asked_and_denied(subject: Value, told: Predicate) -> Statement:
    """Is the price below zero? It must not be."""
    return rule(not_(about(told, subject)), subject=subject)
