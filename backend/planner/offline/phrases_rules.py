"""Phrases for whole rules about rows: duties, conditions, things to flag."""

from __future__ import annotations

from backend.planner.offline.phrases_features import feature
from backend.rules.broken_rows import BrokenRows
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    Aggregate,
    Compare,
    Constant,
    How,
    Matches,
    Predicate,
    Term,
    Unless,
    Value,
)
from backend.rules.language.walk import rewrite
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about,
    about_all,
    both,
    compare,
    not_,
)
from backend.rules.rule import Rule

phrase = Phrases()


phrase.words(
    "_flag",
    "flag | find | list | report | show | identify | return | mark | highlight | detect | "
    "select | give me | show me | look for | alert on | catch | raise | search for | get | "
    "output | check for | watch for | reject",
)
phrase.words(
    "_wrong",
    "wrong | invalid | an error | errors | incorrect | not allowed | forbidden | suspicious "
    "| a problem | problems | not acceptable | unacceptable | not ok | not valid | not "
    "permitted | bad | a defect | defects | an issue | suspect | a mistake | to be flagged "
    "| to be reported | prohibited | illegal | flagged | a data error | not correct | "
    "reported",
)
phrase.words(
    "_ok",
    "fine | ok | okay | acceptable | allowed | permitted | valid | accepted | tolerated | "
    "not a problem | good",
)
phrase.words(
    "_if",
    "if | when | whenever | where | wherever | once | in case | as soon as | provided | "
    "provided that | as long as | while | for rows where | for rows with | for records "
    "where | for all rows where | in rows where | only if | only when | if and only if",
)


def rule(
    must: Predicate, table: str = "", where: Predicate | None = None, subject: Value | None = None
) -> Statement:
    """A rule about the rows of a table."""
    return Statement(rule=BrokenRows(table=table, where=where, must=must), subject=subject)


# Duties of a value -------------------------------------------------------------------------------


@phrase("stmt", "<expr> <duty>", "_each <expr> <duty>", "<formula> <duty>", cost=0.0)
def value_duty(subject: Value, duty: Predicate) -> Statement:
    """The price must be positive."""
    return rule(about(duty, subject), subject=subject)


@phrase("stmt", "<expr> <vp>", "_each <expr> <vp>", "<formula> <vp>", cost=0.3)
def value_told(subject: Value, told: Predicate) -> Statement:
    """The price is positive: said as it should be."""
    return rule(about(told, subject), subject=subject)


@phrase(
    "stmt",
    "no <expr> _may be <adj>",
    "no <expr> _may <verb>",
    "no <expr> _be <adj>",
    "no <expr> _may ever be <adj>",
    "no <expr> <verb>",
    cost=0.0,
)
def no_value(subject: Value, told: Predicate) -> Statement:
    """No price may be negative."""
    return rule(not_(about(told, subject)), subject=subject)


@phrase("stmt", "<subjects> <duty>", "_each <subjects> <duty>")
@phrase("stmt", "<subjects> <vp>", cost=0.3)
def values_duty(subjects: Subjects, duty: Predicate) -> Statement:
    """Style and ABV must be filled."""
    return rule(about_all(duty, subjects))


@phrase("stmt", "<clause>", cost=0.35)
def said(condition: Predicate) -> Statement | None:
    """A formula that should hold."""
    return rule(condition) if isinstance(condition, Compare) else None


@phrase(
    "stmt",
    "<expr> [of|in|for|on] <rows> <duty>",
    "_each <expr> (of|in|for|on) <rows> <duty>",
    "<rows> 's <expr> <duty>",
    cost=0.1,
)
def value_of_rows(*parts: object) -> Statement | None:
    """The price of paid orders must be positive."""
    found = next(part for part in parts if isinstance(part, RowSet))
    subject, duty = (part for part in parts if not isinstance(part, RowSet))
    told = about(duty, subject)  # type: ignore[type-var, arg-type]
    return rule(told, found.table, found.where, subject)  # type: ignore[arg-type]


@phrase("stmt", "<allowed>")
def allowed_values(told: Predicate) -> Statement:
    """Allowed values for status are open and paid."""
    return rule(told)


phrase.words(
    "_alike",
    "equal | the same | identical | equal to each other | alike | the same as each other | identical to each other | the same value",
)
phrase.words(
    "_unlike",
    "different | different from each other | unequal | distinct | different people | different persons | different values | not the same | different from one another | not equal",
)
phrase.words("_agree", "match | agree | match each other | agree with each other | coincide")
phrase.words("_add_up", "sum to | sum up to | add up to | total | add to | amount to | come to | sums to | adds up to")


def _pair(subjects: Subjects) -> tuple[Value, Value] | None:
    return subjects.items if len(subjects.items) == 2 else None  # type: ignore[return-value]


@phrase("pair_clause", "<subjects> _be [both] _alike", "<subjects> _agree", "<subjects> (have|has) the same value", "<cell> (and|equals) <cell> _be _alike")
def pair_alike(*parts: object) -> Predicate | None:
    """A and B are the same."""
    pair = _pair(parts[0]) if isinstance(parts[0], Subjects) else parts
    return None if pair is None else compare(pair[0], "==", pair[1])


@phrase("pair_clause", "<subjects> _be _unlike", "<subjects> (differ|do not match|do not agree|disagree|do not coincide)", "<subjects> _be not _alike")
def pair_unlike(subjects: Subjects) -> Predicate | None:
    """A and B differ."""
    pair = _pair(subjects)
    return None if pair is None else compare(pair[0], "!=", pair[1])


@phrase("pair_clause", "<added> _add_up <operand>", "<added> together _be <operand>", "<added> (together|combined) _add_up <operand>")
def adds_up(total: Value, wanted: Value) -> Predicate:
    """A and B add up to C."""
    return compare(total, "==", wanted)


@phrase("pair_clause", "<added> (do not|does not|don 't) _add_up <operand>")
def adds_not_up(total: Value, wanted: Value) -> Predicate:
    """A and B do not add up to C."""
    return compare(total, "!=", wanted)


@phrase("clause", "<pair_clause>")
def clause_of_pair(told: Predicate) -> Predicate:
    """A clause about two columns."""
    return told


@phrase("stmt", "<pair_clause>", cost=0.3)
def pair_told(told: Predicate) -> Statement:
    """A and B are the same: said as it should be."""
    return rule(told)


@phrase("stmt", "<subjects> _must be [both] _alike", "<subjects> _must _agree", "<subjects> _must (have|show) the same value", "<subjects> _must_not (differ|be _unlike)")
def pair_must_match(subjects: Subjects) -> Statement | None:
    """A and B must be equal."""
    pair = _pair(subjects)
    return None if pair is None else rule(compare(pair[0], "==", pair[1]), subject=pair[0])


@phrase("stmt", "<subjects> _must be _unlike", "<subjects> _must differ", "<subjects> _must_not be _alike", "<subjects> _must_not _agree")
def pair_must_differ(subjects: Subjects) -> Statement | None:
    """A and B must differ."""
    pair = _pair(subjects)
    return None if pair is None else rule(compare(pair[0], "!=", pair[1]), subject=pair[0])


@phrase("stmt", "<added> _must [together] _add_up <operand>", "<added> together _must (be|equal) <operand>")
def must_add_up(total: Value, wanted: Value) -> Statement:
    """A and B must add up to C."""
    return rule(compare(total, "==", wanted))


# Duties of rows ----------------------------------------------------------------------------------


@phrase("stmt", "<rows> _must <rowvp>", cost=0.0)
@phrase("stmt", "<rows> <rowvp>", cost=0.35)
def row_duty(found: RowSet, told: Predicate) -> Statement:
    """Every order must have a user."""
    return rule(told, found.table, found.where)


@phrase(
    "stmt",
    "<rows> _must_not <rowvp>",
    "<rows> _must not <rowvp>",
    "no <rows> _may <rowvp>",
    "no <rows> <rowvp>",
    cost=0.0,
)
def row_taboo(found: RowSet, told: Predicate) -> Statement:
    """No order may have a negative price."""
    return rule(not_(told), found.table, found.where)


@phrase(
    "stmt",
    "<rows> _must have <cell> <vp>",
    "<rows> _must have <expr> <adj>",
    "<rows> _must have <cell> <operand>",
    cost=0.05,
)
def rows_have(found: RowSet, subject: Value, told: object) -> Statement | None:
    """Orders must have a price above 0."""
    condition = feature(subject, told)
    return None if condition is None else rule(condition, found.table, found.where)


@phrase(
    "stmt",
    "(for|in|among|within|on|of) <rows> [,] <stmt>",
    "(for|in|among|within|on) <rows> : <stmt>",
    "[taking|looking at|considering] only <rows> [,|:] <stmt>",
    "<rows> : <stmt>",
    "(taking|considering|looking at|counting) only <rows> , <stmt>",
    cost=0.05,
)
def among(found: RowSet, statement: Statement) -> Statement | None:
    """Among paid orders, …"""
    return narrowed(statement, found)


@phrase(
    "stmt",
    "<stmt> (for|in|among|within|on|of) <rows>",
    "<stmt> , but only (for|in|among) <rows>",
    "<stmt> [but] only (for|in|among) <rows>",
    cost=0.2,
)
def among_after(statement: Statement, found: RowSet) -> Statement | None:
    """… among paid orders."""
    return narrowed(statement, found)


def narrowed(statement: Statement, found: RowSet) -> Statement | None:
    """The statement, about fewer rows."""
    told = statement.rule
    if found.table and told.table not in ("", found.table):
        return None
    if found.each and not isinstance(told, BrokenRows):
        return None
    if isinstance(told, FailingMetrics):
        fresh: Rule = rewrite(told, lambda part: _narrowed_measure(part, found))
    else:
        where = both(found.where, told.where)
        fresh = told.model_copy(update={"table": found.table or told.table, "where": where})
    return statement.model_copy(update={"rule": fresh})


def _narrowed_measure(part: Term, found: RowSet) -> Term | None:
    if not isinstance(part, Aggregate) or part.keys:
        return None
    where = both(found.where, part.where)
    return part.model_copy(update={"table": part.table or found.table, "where": where})


# Conditions --------------------------------------------------------------------------------------


@phrase(
    "stmt",
    "_if <clauses> [,|:] [then] <stmt>",
    "_if <rows> <rowvp> [,] [then] <stmt>",
    "for <cell> <text> [,] <stmt>",
    cost=0.0,
)
def implication(*parts: object) -> Statement | None:
    """If paid, then …"""
    statement = parts[-1]
    if not isinstance(statement, Statement):
        return None
    if len(parts) == 3 and isinstance(parts[0], RowSet):
        return narrowed(statement, parts[0].that(parts[1]))  # type: ignore[arg-type]
    if len(parts) == 3:
        return narrowed(statement, RowSet(where=compare(parts[0], "==", parts[1])))  # type: ignore[arg-type]
    subject = _subject_of(parts[0])
    if subject is not None:
        statement = about(statement, subject)
    return narrowed(statement, RowSet(where=parts[0]))  # type: ignore[arg-type]


def _subject_of(condition: Predicate) -> Value | None:
    inner = condition.part if condition.type == "not" else condition
    return getattr(inner, "of", None) or getattr(inner, "left", None)


@phrase("stmt", "<stmt> [,] _if <clauses>", "<stmt> [,] but only _if <clauses>", cost=0.05)
def implication_after(statement: Statement, condition: Predicate) -> Statement | None:
    """… if paid."""
    return narrowed(statement, RowSet(where=condition))


@phrase("stmt", "<stmt> [,] unless <clauses>", "unless <clauses> [,] <stmt>", cost=0.05)
def unless(*parts: object) -> Statement | None:
    """… unless cancelled."""
    statement = next(part for part in parts if isinstance(part, Statement))
    condition = next(part for part in parts if not isinstance(part, Statement))
    return narrowed(statement, RowSet(where=Unless.model_validate({"part": condition})))  # type: ignore[arg-type]


# Things to flag ----------------------------------------------------------------------------------


@phrase(
    "stmt",
    "_flag [all|any|every|each|those|only] <rows>",
    "(are|is) there [any] <rows> ?",
    "(are|is) there [any] <rows>",
    cost=0.0,
)
@phrase(
    "stmt",
    "there (must|should|may|can|shall) (be no|not be any|never be any) <rows>",
    "there (are|is) no <rows>",
    "no <rows> (must|should|may|can) (exist|be present|be there|occur)",
    "no <rows>",
    "there (must|should|may) not be <rows>",
    "there (must|should) never be <rows>",
)
@phrase(
    "stmt",
    "<rows> [_be] _wrong",
    "<rows> _must be _wrong",
    "[any] <rows> (must|should|may|can|are|is) not (exist|occur|be allowed|allowed)",
    "<rows> _be to be flagged",
    "<rows> (must|should) be (flagged|reported|listed)",
    "<rows> (must|should) not exist",
    "does any <rows> exist ?",
)
def flag(found: RowSet) -> Statement | None:
    """Flag orders with a negative price."""
    if found.where is None:
        return None
    return rule(not_(found.where), found.table)


@phrase("stmt", "_flag <cell> [values] with <them_feature>", "(are|is) there [any] <cell> [values] with <them_feature> [?]", "no <cell> [values] with <them_feature>")
def flag_value_with(subject: Value, told: Predicate) -> Statement:
    """Are there names with a space in them?"""
    return rule(not_(about(told, subject)), subject=subject)


@phrase("them_feature", "<sign_mark> [in (them|it)]", "[the] (letter|word|text|character) <text_value> [in (them|it)]", "<text> in (them|it)")
def feature_of_them(part: object) -> Predicate:
    """A space in them."""
    text = str(part.value) if isinstance(part, Constant) else str(part)
    return Matches(of=IT, how=How.CONTAINS, text=text)


@phrase(
    "stmt",
    "_flag <expr> <adj>",
    "_flag _each <expr> <adj>",
    "_flag [values of|any] <expr> _that <vp>",
    "_flag _each <expr> <verb>",
    "_flag [_each] <cell> [values] (that|which) <vp>",
    cost=0.1,
)
def flag_value(subject: Value, told: Predicate) -> Statement:
    """Flag prices below 0."""
    return rule(not_(about(told, subject)), subject=subject)


@phrase(
    "stmt",
    "_flag (it|them) (if|when|where) <clauses>",
    "_flag (if|when|where|whenever) <clauses>",
    "_flag <clause>",
    "<clauses> (is|are) _wrong",
    cost=0.1,
)
def flag_when(condition: Predicate) -> Statement:
    """Flag when the price is negative."""
    return rule(not_(condition))


@phrase(
    "stmt",
    "(do|does|has|have|did) any <rows> <rowvp> ?",
    "(do|does|has|have|did) any <rows> <rowvp>",
    "which <rows> <rowvp> ?",
    "(is|are) any <rows> <flag_word> ?",
    cost=0.05,
)
def question_flag(found: RowSet, told: Predicate) -> Statement:
    """Does any order have …?"""
    return rule(not_(told), found.table, found.where)


@phrase(
    "stmt",
    "(do|does) any <expr> <verb> ?",
    "(is|are) any <expr> <adj> ?",
    "(is|are) [any|the] <expr> (ever|sometimes) <adj> ?",
    "(does|do) [any] <expr> ever <verb> ?",
    cost=0.05,
)
def question_value_flag(subject: Value, told: Predicate) -> Statement:
    """Is the price ever negative?"""
    return rule(not_(about(told, subject)), subject=subject)


@phrase(
    "stmt",
    "(is|are) (every|each|all|all the) <expr> <adj> [?]",
    "(do|does) (every|each|all|all the) <expr> <verb> [?]",
    "(is|are) the <expr> always <adj> [?]",
    cost=0.05,
)
def question_duty(subject: Value, told: Predicate) -> Statement:
    """Is every price positive?"""
    return rule(about(told, subject), subject=subject)


@phrase("stmt", "(do|does|has|have) (every|each|all|all the) <rows> <rowvp> [?]", cost=0.05)
def question_row_duty(found: RowSet, told: Predicate) -> Statement:
    """Does every order have a user?"""
    return rule(told, found.table, found.where)
