"""Phrases for what ends a check: what to flag, and how sentences make a whole."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.language.terms import Cell, Previous, Value
from backend.rules.language.walk import walk
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement

phrase = Phrases()


# What to flag ---------------------------------------------------------------------------------

phrase.words(
    "_them",
    "it | them | those | these | such rows | the rest | the others | all others | the other ones | "
    "all the others | all other ones | the remaining ones | any "
    "others | violations | offenders | every violation | all violations | those who do not "
    "| those that do not | those that are not | those which do not | any that do not | any "
    "that does not | any that is not | any that are not | the offending rows | all "
    "offenders | exceptions | all exceptions | each violation | those rows | such cases | "
    "anything else | everything else | all other rows | other rows | rows that do not | "
    "rows that are not | rows where this is not so | rows where this is not the case | all "
    "rows where this is not the case | rows where it is not | any other value | others | "
    "all of them | any row that does not | rows that violate this | every row that does not "
    "| rows that break this | rows that fail | every row where this is not so | rows with "
    "any other value | any deviation | deviations | mismatches | all mismatches | any "
    "mismatch | the ones that do not | the ones that are not | all that do not | all that "
    "are not | rows where that is not the case | rows where it does not | rows where they "
    "differ | rows where they do not match",
)
phrase.words(
    "_do_flag", "flag | report | list | show | find | return | mark | please flag | highlight"
)


@phrase(
    "remark",
    "_do_flag [all|any|every|each] _them [rows]",
    "_them _be _bad",
    "_them _be (a typo|typos|a mistake|mistakes|unknown|not known)",
    "_them fails",
    "_them fail",
    "otherwise [it is|this is] (fail|an error|wrong|a failure)",
    "if (so|not|any) [,] _do_flag _them",
    "if not [,] _do_flag [it|them]",
    "_do_flag it otherwise",
    "otherwise _do_flag [it|the row]",
    "otherwise fail",
    "_do_flag the ones that do",
    "if so , _do_flag (it|them)",
    "this must (always hold|hold|always be true|be true)",
    "[there must be|there may be] no exceptions",
    "without exception",
    "no exceptions",
    "_do_flag those (who|which|that) (don't|do not|aren't|are not|isn't|is not|doesn't|does not)",
    "_them should be flagged",
    "_them must be flagged",
    "that (is|would be) (wrong|an error|a mistake)",
    "this is (wrong|an error|not allowed)",
)
def flag_them() -> Modifier:
    """Flag what breaks the rule, which is what a rule does."""
    return remark("flag-them")


@phrase("remark", "nothing else (may|can|must) (show up|occur|appear|be used|be found) in <cell>")
def nothing_else_in(cell: Value) -> Modifier:
    """Nothing else may show up in a column: the one that the rule lists values of."""
    return remark("names-column", values=(cell,))


@phrase(
    "remark",
    "there (must|should) (be none|not be any|not be one|never be any|never be one)",
    "[it|that|this|they] (must|should|may|can) not [(be|happen|occur|be the case|ever be|ever happen)]",
    "[it|that|this|they] (must|should|may) never (be|happen|occur|be the case)",
    "(none|nothing like that) (is|are) allowed",
)
def denied() -> Modifier:
    """What was asked for must not be; of what was asked of every row it would be the reverse."""
    return remark("denied")


@phrase(
    "remark",
    "_do_flag <rows> [where this is not (so|the case)]",
    "if so [,] _do_flag [all] <rows>",
    "_do_flag [all] <rows> (that do not|where it is not so|where this is not the case|that are not|that violate this|which do not|who do not)",
    "_do_flag [all] <rows> of (such|those) <rows>",
    "_do_flag [all] <rows> (that|which|who) (break|breaks|broke|violate|violates|disturb|disturbs) [the|this|that] "
    "(order|rule|sequence|series|pattern|run|rising order|ascending order|trend)",
    "_do_flag [all] <rows> (that|which|who) (is|are|stands|stand|falls|fall) out of [the] (order|sequence|line)",
    "_do_flag [all] rows of <rows> where this is not the case",
    "_do_flag <rows> with (a different|another|any other) (number|value|one)",
    "<rows> that do not (comply|match|fit) must be flagged",
    "[_do_flag] (the|all|any|every) <rows> [where it is|that is|that are] (otherwise|wrong|different)",
    cost=0.2,
)
def flag_rows(*rows: RowSet) -> Modifier | None:
    """Flag those rows: without a condition of its own it adds nothing."""
    return None if any(found.where is not None for found in rows) else remark("flag-them")


@phrase(
    "remark",
    "_do_flag all [of] their <rows>",
    "_do_flag [all] [of] its <rows>",
    "if so [,] _do_flag [all] [of] their <rows>",
    cost=0.2,
)
def flag_their_rows(found: RowSet) -> Modifier | None:
    """List all their rows: of groups at fault every row, of other rows no more than those."""
    is_plain = found.where is None and not found.each
    return remark("their-rows", texts=(found.table,)) if is_plain else None


phrase.words(
    "_some_other_value", "any other | another | a different | some other | every other | other"
)


@phrase(
    "remark",
    "_do_flag [all|any|every|each] <rows> (with|of|in|that have|which have) _some_other_value <cell>",
    "_do_flag _some_other_value <cell>",
    "_some_other_value <cell> _be _bad",
    cost=0.1,
)
def flag_other(*parts: RowSet | Cell) -> Modifier | None:
    """Flag pools with any other depth: what breaks the rule about that column."""
    of = next(part for part in parts if isinstance(part, Cell))
    is_plain = all(part.where is None for part in parts if isinstance(part, RowSet))
    return remark("names-column", values=(of,), texts=("of rows",)) if is_plain else None


@phrase(
    "remark",
    "_do_flag [all|all of the|both|every|each] (copies|duplicates|occurrences|rows|of them)",
    "[flag] all (copies|occurrences|duplicates)",
    "every copy",
    "all copies",
    "flag every (copy|occurrence)",
)
def keep_none() -> Modifier:
    """All rows that share a key are flagged."""
    return remark("keep-none")


phrase.words(
    "_copy_of_one",
    "copies | ones | rows | occurrences | duplicates | entries | copy | one | row | occurrence | duplicate | entry",
)
phrase.words(
    "_further", "later | further | subsequent | second and later | second and further | additional"
)
phrase.words(
    "_that_repeat",
    "repeats | repetitions | repeated ones | copies | duplicates | doubles | those | others | ones | occurrences | "
    "rows | every copy | every occurrence | any copy | each copy",
)


@phrase(
    "remark",
    "_do_flag (all but|all except|every copy but|every copy except|everything after) the first [_copy_of_one]",
    "_do_flag [only|just|all] [the] _further _copy_of_one [only|alone]",
    "_do_flag only [the] repeated _copy_of_one",
    "_do_flag [only] (every|each|any) _further _copy_of_one",
    "_do_flag [only|just|all] [the] _that_repeat (after|beyond|following) the first [_copy_of_one] [only]",
    "_do_flag [only|just] the (repeats|repetitions) [only|alone]",
    "[but|and] (keep|spare|do not flag|leave out|accept) the first [one|copy|occurrence|row]",
    "[flag] all but the first",
    "keep the first",
    "the first [one|occurrence|copy] is _fine",
)
def keep_first() -> Modifier:
    """The first row of a key is not flagged."""
    return remark("keep-first")


# The whole ------------------------------------------------------------------------------------

phrase.words(
    "_stop",
    ". | ; | ! | ? | : | , | – | - | — | . . | , so | , i.e. | , i.e. , | , that is | ... | i.e.",
)
phrase.words("_and_stop", ", and | , but | ; and | and | but")


@phrase("hint", "<stmt>", "<stmt> .", "<stmt> !", "<stmt> ?")
def alone(statement: Statement) -> Statement:
    """One sentence says it all."""
    return statement


@phrase(
    "hint",
    "<hint> <remark>",
    "<hint> _stop <remark> [.]",
    "<hint> _and_stop <remark> [.]",
    r"<hint> \( (<remark>|<gloss>) \) [.]",
    r"<hint> . \( <remark> [.] \)",
    "<hint> <remark> .",
    "<hint> _stop <remark> !",
    cost=0.05,
)
def remarked(statement: Statement, told: Modifier) -> Statement | None:
    """A rule and a remark."""
    kinds = {each.kind for each in statement.remarks}
    if told.kind == "denied" and "asked-of-all" in kinds:
        return None
    if statement.remarks and _may_limit(statement.remarks[-1], told):
        return None
    if "of-this" in told.texts and (statement.also or statement.remarks):
        return None  # this does not apply to cats: what stands just before, or all of it
    return statement.model_copy(update={"remarks": (*statement.remarks, told)})


def _may_limit(before: Modifier, told: Modifier) -> bool:
    """Blanks are fine, except for cats: it is not clear what the exception is from."""
    is_verdict = before.kind == "empties" or "told" in before.texts
    return is_verdict and (told.kind == "only" or "limits" in told.texts)


@phrase("stmt", "<remark> (:|,|;|.) [and|so] <stmt>", "<remark> and <stmt>", cost=0.1)
def remark_first(*parts: Any) -> Statement | None:
    """A remark, then the rule; rows left out before others are compared have no place in order."""
    told = next(part for part in parts if isinstance(part, Modifier))
    statement = next(part for part in parts if isinstance(part, Statement))
    is_in_order = any(isinstance(part, Previous) for part in walk(statement.rule))
    if "of-this" in told.texts or (told.kind == "empties" and is_in_order):
        return None
    return remarked(statement, told)


@phrase("stmt", "<remark> [so] <stmt>", cost=0.1)
def remark_just_before(told: Modifier, statement: Statement) -> Statement | None:
    """The same without a sign between; "flag order lines with …" asks for lines, and for no orders."""
    return None if told.kind.startswith("flag") else remark_first(told, statement)


@phrase(
    "hint",
    "<hint> _stop (<stmt>|<ends_in_only>) [.]",
    "<hint> _and_stop (<stmt>|<ends_in_only>) [.]",
    r"<hint> \( [i.e.] <stmt> \)",
    r"<hint> \( <stmt> \) .",
    "<hint> _stop <stmt> ?",
    "<hint> <stmt>",
    "<hint> <stmt> .",
    cost=0.1,
)
def said_twice(first: Statement, second: Statement) -> Statement | None:
    """Two sentences with one meaning, or one that adds to the other."""
    if any("of-this" in each.texts for each in first.remarks):
        return None  # what "this" does not apply to, the next sentence may
    return first.model_copy(update={"also": (*first.also, second)})
