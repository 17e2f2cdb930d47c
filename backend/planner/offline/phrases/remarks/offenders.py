"""Phrases for a last sentence that asks for whatever breaks the rule, in any wording.

Such a sentence adds nothing: it is made of who is asked for and of how their fault is told.
"""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Compare, Value
from backend.rules.language.walk import walk
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement

phrase = Phrases()

# How a fault is told --------------------------------------------------------------------------

phrase.widen("_the_rule", "rule | test | check | condition | requirement | policy | constraint")
phrase.words(
    "_is_not_so",
    "(that|this|it) (is|was) not (so|the case|true|met|fulfilled|satisfied|right|given|followed) | "
    "(that|this|it) does not (hold|apply|fit|work|happen) | (that|this|it) (fails|is violated|is broken|"
    "goes wrong|is otherwise|is different|is wrong|is breached|is disregarded) | it is not | it does not "
    "| they do not | they are not | this rule (fails|is broken|is violated|does not hold) | the rule "
    "(fails|is broken|is violated|does not hold)",
)
phrase.words(
    "_break_it",
    "(break|breaks|violate|violates|fail|fails|breach|breaches|contradict|contradicts) (it|that|this) | "
    "(break|breaks|violate|violates|fail|fails|breach|breaches|contradict|contradicts) [this|that] "
    "_the_rule | (fail|fails|do not comply|does not comply|do not conform|does not conform|do not fit|"
    "does not fit|do not pass|does not pass|do not qualify) | (do not|does not) (meet|satisfy|fulfil|"
    "fulfill|obey|follow|pass|comply with|respect|observe) (it|that|this) | (do not|does not) (meet|"
    "satisfy|fulfil|fulfill|obey|follow|pass|comply with|respect|observe) [this|that] _the_rule | "
    "(are|is) (wrong|otherwise|different|in violation|at fault|in breach|out of line|off) | do not | "
    "does not | are not | is not | don't | doesn't",
)
phrase.words(
    "_breaking_it",
    "(breaking|violating|failing|breaching|contradicting) (it|that|this) | (breaking|violating|failing|"
    "breaching|contradicting) [this|that] _the_rule | (not|without) (meeting|following|obeying|"
    "fulfilling) [this|that] _the_rule | not complying | in violation [of (it|this|that)] | concerned | "
    "affected | in question | involved",
)
phrase.words(
    "_offending",
    "offending | violating | failing | deviating | incorrect | wrong | bad | faulty | non-compliant | "
    "noncompliant | affected | differing",
)
phrase.words("_all_the", "all | any | every | each | each of | all of | all those | only | the")

# Who is asked for -----------------------------------------------------------------------------


@phrase("told_rows", "<noun>")
def rows_of_noun(found: RowSet) -> RowSet:
    """Parcels, by their noun."""
    return found


@phrase("told_rows", "<told_noun>", cost=0.1)
def rows_taken_up(_: object) -> RowSet:
    """The agents, of whom the sentence before spoke."""
    return RowSet()


@phrase(
    "offenders",
    "[_all_the] <told_rows> (where|for which|in which|when|for whom) _is_not_so",
    "[_all_the] <told_rows> _that _break_it",
    "[_all_the] <told_rows> _breaking_it",
    "[_all_the] _offending <told_rows>",
    "[_all_the] <told_rows> where not",
    "such <told_rows>",
    "[_all_the] <told_rows> (that|who|which) (do|does|are|is|have|has|did)",
    "[_all_the] <told_rows> (where|for which|for whom|in which|to whom|to which) (it|they|he|she) (do|does|is|are)",
    "[_all_the] <told_rows> (where|for which|for whom|in which) (that|this|it) (happens|occurs|is so|is the case)",
)
def offending_rows(found: RowSet) -> Modifier | None:
    """Parcels that break this rule: rows with a condition of their own would be others."""
    return None if found.where is not None else remark("flag-them")


@phrase(
    "offenders",
    "[_all_the] <superior> (where|for which|in which|when|for whom) _is_not_so",
    "[_all_the] <superior> _that _break_it",
    "[_all_the] <superior> _breaking_it",
    "[_all_the] _offending <superior>",
    "[_all_the] <superior> (that|who|which) (do|does|are|is|have|has|did)",
    "[_all_the] <superior> (where|for whom) (that|this|it) (happens|occurs|is so|is the case)",
    cost=0.1,
)
def offending_superiors(of: Value) -> Modifier:
    """The managers that break this, of a rule on each manager."""
    return remark("their-leaders", values=(of,))


@phrase(
    "offenders",
    "[_all_the] <key_noun> (where|for which|in which) _is_not_so",
    "[_all_the] <key_noun> _that _break_it",
    "[_all_the] _offending <key_noun>",
)
def offending_keys(of: Value) -> Modifier:
    """Depots that break this rule."""
    return remark("their-leaders", texts=("if-leaders",), values=(of,))


@phrase("key_noun", "<column>")
def key_noun(column: Value) -> Value:
    """What rows are told apart by."""
    return column


phrase.words("_those_ones", "ones | those | those cases | cases | whatever | everything | anything")
phrase.words("_faults", "violations | deviations | exceptions | offenders | breaches | errors")


@phrase(
    "offenders",
    "[_all_the] _those_ones (where|for which|in which) _is_not_so",
    "[_all_the] _those_ones _that _break_it",
    "[_all_the] _those_ones _breaking_it",
    "[_all_the] _offending ones",
    "[_all_the] _faults [of this]",
    "where _is_not_so",
)
def offending_ones() -> Modifier:
    """The ones that are wrong."""
    return remark("flag-them")


# What is asked --------------------------------------------------------------------------------

phrase.words(
    "_do_show",
    "_do_flag | report to me | (i|we) want | (i|we) want to see | (i|we) would like to see | (i|we) "
    "want a list of | (i|we) need | (i|we) need a list of | let me know about | tell me about | please "
    "report | please show me | warn me about | a list of",
)
phrase.words(
    "_be_shown",
    "(must|should|shall|has to|have to|ought to|are to|is to) be (flagged|listed|reported|shown|marked|"
    "raised|highlighted|returned|reviewed) | (are|is) (flagged|listed|reported|errors|an error|wrong) | "
    "(get|gets) (flagged|listed|reported) | (count|counts) as (wrong|errors|an error|faulty) | (is|are) "
    "the (one|ones) (to flag|flagged|that is flagged|that are flagged|to report) | (need|needs) flagging",
)


@phrase(
    "remark", "_do_show <offenders>", "<offenders> _be_shown", "(if|where) _is_not_so [,] _do_show"
)
@phrase("remark", "if _is_not_so [,] _do_flag (it|them)", "which <offenders_asked> [?]")
@phrase("remark", "(tell me|tell us|show me|show|report|list|find out) which <offenders_asked>")
@phrase("remark", "(are|is) there any _that _break_it [?]", "_do_show me where _is_not_so")
def shown(*named: Modifier) -> Modifier:
    """Report any parcels that fail this test."""
    return named[0] if named else remark("flag-them")


@phrase("remark", "if _is_not_so [,] _do_flag <noun>")
@phrase("offenders_asked", "<noun> _break_it", "<noun> (are|is) (concerned|affected)")
def asked_offenders(found: RowSet) -> Modifier | None:
    """Which parcels break this rule?"""
    return None if found.where is not None else remark("flag-them")


@phrase(
    "remark",
    "(otherwise|else) _do_flag [it|them|the row|the rows]",
    "or else _do_flag (it|them)",
    "or [we] _do_flag (it|them)",
    "it is (an error|wrong|a mistake|a fault) otherwise",
    "otherwise (row|record|entry|line) (is|will be) (wrong|invalid|an error|incorrect)",
    "(is|does) (that|this|it) (always|everywhere) (so|the case|hold|true) [?]",
    "(is|does) (that|this|it) (so|the case|hold|true) (always|everywhere|in every row|for all rows) [?]",
    "there are no exceptions to (this|it|that)",
    "(this|that) is a (hard|strict|firm|fixed) rule",
    "(this|that|it) (holds|applies|goes|counts) (without exception|everywhere|always|in every case)",
)
def said_firmly() -> Modifier:
    """Else flag it; is that always so?"""
    return remark("flag-them")


@phrase(
    "hint",
    "<hint> _stop (this|that|it|the rule) (holds|applies|goes|counts) (for|to) all <noun> [.]",
    cost=0.05,
)
def for_all_of_them(statement: Statement, found: RowSet) -> Statement | None:
    """This applies to all parcels: a rule about some of them says otherwise."""
    is_scoped = getattr(statement.rule, "where", None) is not None
    return None if is_scoped or found.where is not None else statement


@phrase(
    "hint",
    "<hint> _stop _do_show [_all_the] <noun> (where|for which|in which) _two_differ [.]",
    "<hint> _stop (where|if|when|whenever|wherever) _two_differ [,] _do_show (it|[_all_the] <noun>) [.]",
    cost=0.05,
)
def where_they_differ(statement: Statement, *found: RowSet) -> Statement | None:
    """A must equal B. Report parcels where they differ."""
    told = statement.rule.must if isinstance(statement.rule, BrokenRows) else None
    is_equal = isinstance(told, Compare) and told.sign == "=="
    return statement if is_equal and all(rows.where is None for rows in found) else None


phrase.words(
    "_two_differ",
    "(they|[the] two|[the] two of them) (differ|disagree|are different|do not match|do not agree|are not the same|are not equal)",
)


# What looks otherwise -------------------------------------------------------------------------

phrase.words(
    "_other_than_told",
    "(looks|look|is|are|reads|read) (different|otherwise|wrong|unlike (this|that|it)|not like (this|that)) | "
    "(differs|deviates) [from (this|that|it|the pattern)] | does not look like (this|that) | does not look right",
)


@phrase(
    "hint",
    "<hint> _stop _do_show [_all_the] <rows> whose <cell> _other_than_told [.]",
    "<hint> _stop _do_show [_all_the] _those_ones whose <cell> _other_than_told [.]",
    cost=0.02,
)
def whose_cell_is_other(statement: Statement, *told: RowSet | Value) -> Statement | None:
    """Flag Greek parcels whose code looks different: those that the rule is of, by its column."""
    of = next(part for part in told if isinstance(part, Cell))
    rows = next((part for part in told if isinstance(part, RowSet)), RowSet())
    must, where = getattr(statement.rule, "must", None), getattr(statement.rule, "where", None)
    asked = set() if must is None else {part for part in walk(must) if isinstance(part, Cell)}
    is_of_rule = {each.column for each in asked} == {of.column}
    return statement if is_of_rule and rows.where in (None, where) else None


# What opens a rule ----------------------------------------------------------------------------

phrase.widen(
    "_ensure",
    "it goes without saying that | it goes without saying : | assert | of course | of course , | "
    "obviously , | naturally , | clearly , | remember : | remember , | to be valid , | in order to be "
    "valid , | (according to|following|under) (our|the|company|house) (policy|rules|rule|standard|"
    "standards|agreement|contract) [,] | (per|as per) (contract|agreement|the contract|the rules|our "
    "rules) [,] | at all times | at all times , | we expect : | what we expect : | every row must satisfy : | each row must "
    "satisfy : | all rows must satisfy : | every row must fulfil : | the following must hold : | this "
    "must hold : | what must hold : | expected : | expectation : | requirement : | constraint :",
)
