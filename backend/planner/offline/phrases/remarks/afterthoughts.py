"""Phrases for what follows a rule: what else is allowed, which rows are another matter."""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.language.terms import Cell, Compare, Constant, Predicate, Value
from backend.rules.phrasing import Modifier, Phrases, RowSet, about, all_of

phrase = Phrases()

# What is allowed as well ----------------------------------------------------------------------

phrase.words(
    "_also_fine",
    "is allowed | is also allowed | is fine | is also fine | is ok | is acceptable | is accepted | may "
    "appear | may occur | may stand there | is permitted | is valid | is also valid | is okay | is "
    "tolerated | may also appear | may also occur | may be entered | counts as valid | is good",
)
phrase.words("_too", "as well | too | also | in addition | besides")


@phrase("marker", "n/a", cost=1.5)
def not_available() -> Constant:
    """N/A as owners write it."""
    return Constant.model_validate({"value": "N/A", "reads": "text"})


@phrase(
    "remark", "[but|and] [text|value|entry] <also_text> [in <cell>] _also_fine [_too]", cost=0.02
)
@phrase("remark", "[but|and] [text|value|entry] <also_text> [in <cell>] _too _also_fine", cost=0.02)
def also_allowed(text: Constant, *of: Value) -> Modifier:
    """N/A is allowed as well."""
    return remark("also-allowed", texts=(str(text.value),), values=of)


@phrase("also_text", "<text>", "<bare>")
def also_text(text: Constant) -> Constant:
    """A text in quotes, or one of the data."""
    return text


@phrase("also_text", "n/a")
def also_not_available() -> Constant:
    """N/A."""
    return not_available()


# Rows without a value -------------------------------------------------------------------------

phrase.words(
    "_and_fine",
    "and that is fine | which is fine | that is fine | and this is fine | and that is ok | which is ok | "
    "and that is no problem | and that is allowed | which is allowed | and that is okay | and that's fine",
)
phrase.words("_at_all", "at all | whatsoever")
phrase.words(
    "_other_matter",
    "are a different matter | are another matter | are a different story | are another story | are a "
    "separate matter | is a different matter | is another matter | are something else",
)
phrase.words(
    "_leave_them",
    "leave them out | skip them | ignore them | leave those out | ignore those | skip those | do not flag "
    "them | do not count them | pass over them | we leave them out | we ignore them | leave them alone",
)


@phrase(
    "remark",
    "<rows> [that|which] (have|has) no <cell> [,|;] _and_fine",
    "<rows> (without|with no) <cell> [_at_all] _other_matter [[,|;|:] [so] _leave_them]",
    "<rows> (without|with no) <cell> [_at_all] [,|;|:|-] _leave_them",
    cost=0.05,
)
def rows_without(rows: RowSet, of: Value) -> Modifier | None:
    """Pupils with no address at all are a different matter, leave them out."""
    return None if rows.where is not None else remark("without-column-fine", values=(of,))


@phrase(
    "remark",
    "[text|value] <marker> in <cell> _means [that] there is no (<cell>|<noun>)",
    "[text|value] <marker> in <cell> _means [that] (it|he|she|they|row) (has|have) no (<cell>|<noun>)",
    cost=0.05,
)
def marks_none(marker: Constant, of: Value, *_: object) -> Modifier:
    """NULL in the rep column means there is no rep."""
    return remark("marker", texts=(str(marker.value),), values=(of,))


@phrase("gloss", "<cell> (is|holds|says|reads|contains) text <marker>", cost=0.02)
def is_the_text(of: Value, marker: Constant) -> Modifier:
    """(reports_to is the text NULL): how "nobody" is written."""
    return remark("marker", texts=(str(marker.value),), values=(of,))


# What to flag ---------------------------------------------------------------------------------


phrase.words(
    "_show_all",
    "flag | report | list | show | mark | find | flag all | list all | report all | show all",
)
phrase.words(
    "_has_fewer",
    "(that|which) (lack|lacks|miss|misses|are missing|is missing) (one|any|some) [of them|of these|of those] | "
    "(that|which) (contain|contains|hold|holds|include|includes|show|shows|list|lists) (fewer|less) | "
    "that has fewer | that have fewer | with fewer | that has less | that have less | with less | with too "
    "few | that has too few | that have too few | which has fewer | which have fewer | (that|which) (stays|stay|is|are|"
    "falls|fall|comes out|remains|lies|ends up) (below|lower|under|below it|below this|below that|short|short of "
    "it|short of this|smaller|under it) | (that|which) (does|do) not (reach|get there|make it|reach it|reach this)",
)
phrase.words(
    "_has_more",
    "(that|which) (contain|contains|hold|holds|include|includes|show|shows|list|lists) more [than that|than this] | "
    "that has more | that have more | with more | with too many | that has too many | that have too many | "
    "which has more | which have more | (that|which) (stays|stay|is|are|goes|go|comes out|lies|ends up) (above|higher|"
    "over|above it|above this|above that|larger|over it|beyond it|beyond) | (that|which) (exceeds|exceed) (it|this|that)",
)
phrase.words(
    "_has_either",
    "(with|having) (none|no one|no such row) or [with] (several|more|more than one|two or more) | (with|having) "
    "(fewer|less|too few) or [with] (more|too many) | (that|which) (has|have) (none|fewer|less) or [that (has|have)] "
    "(several|more|more than one) | (with|having) (more|several) or [with] (none|fewer|less)",
)


@phrase(
    "remark",
    "_show_all <rows> (of|in|with|on|at|from|by) [a|an|any|every|each|such a|those|such|the] <cell> _has_either",
    cost=-0.4,
)
def rows_of_other_groups(rows: RowSet, of: Value) -> Modifier | None:
    """Flag all rows of customers with none or several."""
    is_plain = rows.where is None and isinstance(of, Cell)
    return remark("flag-groups", values=(of,), texts=("==",)) if is_plain else None


phrase.words(
    "_does_so_not",
    "for which this does not hold | for which it does not hold | for which that does not hold | where this "
    "does not hold | where it does not hold | where this is not so | where that is not so | that break the "
    "rule | that breaks the rule | that fail | that fails | which fail | which fails",
)


@phrase(
    "remark",
    "_show_all <rows> (of|in|with|on|at|from|by) [a|an|any|every|each|such a|those|such] <cell> _has_fewer",
    cost=-0.4,
)
def rows_of_small_groups(rows: RowSet, of: Value) -> Modifier | None:
    """Flag the pupils of a form that has fewer."""
    is_plain = rows.where is None and isinstance(of, Cell)
    return remark("flag-groups", values=(of,), texts=(">", ">=")) if is_plain else None


@phrase(
    "remark",
    "_show_all <rows> (of|in|with|on|at|from|by) [a|an|any|every|each|such a|those|such] <cell> _has_more",
    cost=-0.4,
)
def rows_of_big_groups(rows: RowSet, of: Value) -> Modifier | None:
    """Flag the pupils of a form that has more."""
    is_plain = rows.where is None and isinstance(of, Cell)
    return remark("flag-groups", values=(of,), texts=("<", "<=")) if is_plain else None


@phrase(
    "remark",
    "[all|the] <rows> (of|in|with) [a|an|any|every|each|such a] <cell> _does_so_not (are|count as|must be|should be) (wrong|flagged|reported|an error|errors|invalid)",
    "_show_all <rows> (of|in|with) [a|an|any|every|each|such a] <cell> _does_so_not",
    cost=0.02,
)
def rows_of_bad_groups(rows: RowSet, of: Value) -> Modifier | None:
    """All scans of a parcel for which this does not hold are wrong."""
    is_plain = rows.where is None and isinstance(of, Cell)
    return remark("flag-groups", values=(of,)) if is_plain else None


@phrase(
    "remark",
    "(flag|report|list|show|mark) [only] (later|second) (row|one|record|of two|of the two|entry|reading) [of two|of both]",
    "[only] (later|second) (row|one|record|entry|reading) [of two|of both] (is|must be|should be|has to be) (flagged|reported)",
    "only (flag|report|list|show|mark) later (row|rows|one|ones|record|records|entry|entries)",
    cost=0.02,
)
def later_row() -> Modifier:
    """Flag the later row."""
    return remark("later-row")


@phrase(
    "remark",
    "(flag|report|list|show|mark) [only] second and (every|each|all|any) (later|further|subsequent) "
    "(row|rows|one|ones|record|records|copy|copies|occurrence|occurrences)",
    cost=0.02,
)
def second_and_later() -> Modifier:
    """Flag the second and every later row."""
    return remark("keep-first")


@phrase(
    "remark",
    "[and|,] in (capitals|capital letters|upper case|lower case|small letters) (as written here|as here|as shown|as shown here|as written|as given here)",
    "[exactly] as (written|spelled|shown|given) (here|above|in this sentence)",
    cost=0.02,
)
def as_written() -> Modifier:
    """In capitals as written here."""
    return remark("exact-case")


# Two values of a row --------------------------------------------------------------------------


@phrase(
    "rowvp",
    "(report|reports|have|has|show|shows|declare|declares|carry|carries|state|states) [a|an] <cell> and [a|an] <cell> [at the same time|at once|together|in the same row] [,] both <adj>",
    "(report|reports|have|has|show|shows|declare|declares|carry|carries|state|states) both [a|an] <cell> and [a|an] <cell> <adj> [at the same time|at once]",
    cost=0.03,
)
def has_both(one: Value, other: Value, told: Predicate) -> Predicate:
    """Reports a gain and a loss at the same time, both above 0."""
    return all_of(about(told, one), about(told, other))


def _value_by(told: Predicate, of: Value) -> Predicate | None:
    """An Own-child by relationship."""
    if not isinstance(told, Compare) or not isinstance(told.left, Cell) or not isinstance(of, Cell):
        return None
    return told if told.left.column == of.column else None


@phrase("rowvp", "_be [a|an] <adjective> by <cell>", cost=0.05)
def is_by(told: Predicate, of: Value) -> Predicate | None:
    """Is an Own-child by relationship."""
    return _value_by(told, of)


# Events ---------------------------------------------------------------------------------------


@phrase(
    "verb",
    "(take|takes|took) place <adj>",
    "(happen|happens|happened|fall|falls|fell) <adj>",
    "be held <adj>",
    cost=0.05,
)
def takes_place(told: Predicate) -> Predicate | None:
    """Takes place on a Saturday."""
    return told
