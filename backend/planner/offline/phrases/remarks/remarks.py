"""Phrases for what follows a rule: what is empty, how case counts, what to flag; and the whole."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import Constant, Predicate, Reads, Value
from backend.rules.phrasing import Modifier, Phrases, RowSet

phrase = Phrases()

phrase.words(
    "_blank",
    "empty | blank | missing | null | empty or null | blank or empty | absent | unknown | "
    "unrecorded | empty or missing",
)
phrase.words(
    "_empties",
    "blanks | nulls | empty values | blank values | missing values | null values | empty "
    "cells | blank cells | empties | missing ones | empty ones | blank ones | rows without "
    "a value | empty entries | missing entries | empty fields | empty rows | blank entries "
    "| unknown values | blank rows | empty codes | missing codes | blank codes | empty numbers | "
    "missing numbers",
)
phrase.words(
    "_fine",
    "fine | ok | okay | acceptable | allowed | permitted | accepted | ignored | skipped | "
    "exempt | excluded | not checked | not counted | left out | not considered | tolerated "
    "| valid | not flagged | left alone | not a problem | disregarded | not an error | not "
    "errors | passed over | not judged | no problem | not relevant | optional",
)
phrase.words(
    "_counts_not",
    "do not count | does not count | are not counted | don't count | are not considered | "
    "do not matter | does not matter | need not be checked | are left out | stay out",
)
phrase.words(
    "_bad",
    "wrong | errors | an error | invalid | not allowed | failures | violations | not "
    "acceptable | a violation | a failure | bad | not permitted | forbidden | flagged | "
    "unacceptable",
)


def remark(kind: str, **fields: object) -> Modifier:
    """A remark of a kind."""
    return Modifier.model_validate({"kind": kind, **fields})


phrase.words(
    "_or_empty",
    "or an empty cell | or an empty value | or empty | or a blank | or blank | or no value | "
    "or nothing | or a missing value | or an empty field",
)

# Empty cells ----------------------------------------------------------------------------------


@phrase(
    "remark",
    "_empties _be _fine",
    "_empties _counts_not",
    "_empties (are|is) not (flagged|reported)",
    "a _blank (value|cell) is _fine",
    "blank is _fine",
    "empty is _fine",
    "(null|nulls) _be _fine",
)
def empties_told_fine() -> Modifier:
    """Empty cells are fine: what is said behind it may limit this, or the rule."""
    return remark("empty-fine", texts=("told",))


@phrase(
    "remark",
    "(ignore|ignoring|skip|skipping|excluding|leaving out|not counting|disregarding|except) [all] _empties",
    "[but] _empties (may|can|should|must) be (ignored|skipped|left out|excluded)",
    "_empties pass",
    "_empties (may|can) (stay|remain)",
    "(if|when|where|wherever|whenever|everywhere) [it is|they are] (present|given|filled|filled in|there|known|not empty|not blank|provided|set|recorded|available)",
    "[but] only (if|when|where) [it is|they are] (present|given|filled|filled in|not empty|provided|known|recorded)",
    "unless [it is|they are] _blank",
    "(if|where|when) there (is|are) (one|any)",
    "if any",
    "[it|they] (may|can) be _blank",
    "(may|can) be (left)  _blank",
    "do not flag _empties",
    "leave _empties (alone|out)",
    "[but] [only] (where|wherever|when|whenever|if|in case) both [of them|values] (are present|are known|are filled|are given|are filled in|are there|are recorded|are set|are available|exist)",
    "both (are present|are known|are filled|are given|exist)",
)
def empties_fine() -> Modifier:
    """Empty cells are not judged, which is the convention."""
    return remark("empty-fine")


@phrase(
    "remark",
    "_blank <cell> (values|is|are|cells) [are|is] _fine",
    "<cell> (may|can) [be]",
    "<cell> (may|can) be _blank",
    "[a|an] <cell> _blank _be _fine",
    "a (missing|blank|empty) <cell> is _fine",
    "_blank <cell> [values] _be _fine",
    cost=0.05,
)
def empty_column_fine(cell: Value) -> Modifier:
    """Empty cells of a named column are not judged."""
    return remark("empty-column-fine", values=(cell,), texts=("told",))


@phrase(
    "remark",
    "<rows> without <cell> _be _fine",
    "<rows> without <cell> _counts_not",
    "<rows> with _blank <cell> _be _fine",
    "<rows> with _blank <cell> _counts_not",
    "(ignore|ignoring|skip|skipping|excluding|leaving out) <rows> (without|with no) <cell>",
    "(ignore|ignoring|skip|skipping|excluding) _blank <cell> [values|cells]",
    "(ignore|ignoring) <rows> with _blank <cell>",
    "_blank <cell> [values] _counts_not",
    "(if|when|where) <cell> _be (present|given|filled|filled in|known|provided|set|recorded|available|not empty|not blank)",
    cost=0.05,
)
def without_column_fine(*parts: Any) -> Modifier:
    """Rows without a value of a named column are not judged."""
    cell = next(part for part in parts if not isinstance(part, RowSet))
    return remark("without-column-fine", values=(cell,))


@phrase(
    "remark",
    "_empties _be _bad",
    "_empties count as (wrong|errors|invalid|failures|violations|an error|missing|false|bad|a violation|different)",
    "[and] _empties (must|should) be flagged [too|as well]",
    "[and] (flag|report) _empties [too|as well]",
    "_empties (fail|do not pass|are flagged [too|as well])",
    "(may|must|can) not be _blank [either]",
    "[and] (must|may) not be _blank",
    "it must not be _blank [either]",
    "and [it] is (required|mandatory)",
    "including _empties",
    "so (should|must) _empties",
    "_blank counts as (wrong|an error|invalid)",
    cost=0.0,
)
def empties_bad() -> Modifier:
    """Empty cells break the rule as well."""
    return remark("empty-bad")


@phrase(
    "remark",
    "if both are _blank [,] the (row|record|pair) is _fine",
    "both _blank is _fine",
    "two _empties (match|are equal|agree)",
    "_blank on both sides is _fine",
    "_blank in both is _fine",
    "(both may be|both can be) _blank",
)
def both_empty_fine() -> Modifier:
    """Two empty cells are equal."""
    return remark("both-empty-fine")


@phrase(
    "remark",
    "(if|when) (only|just|exactly) one (of them|of the two|side) is _blank [,] the (row|record|pair) is _bad",
    "if one is _blank [and the other is not] [,] the (row|record|pair) is _bad",
    "one _blank is _bad",
    "(if|when) (only|just|exactly) one is _blank [,] (the row|it|that) is _bad",
)
def one_empty_bad() -> Modifier:
    """An empty cell differs from a filled one."""
    return remark("one-empty-bad")


phrase.words(
    "_means",
    "means | mean | stands for | stand for | is the marker for | marks | counts as | count "
    "as | is used for | is the code for | indicates | denotes | is a placeholder for | is "
    "treated as | are treated as | are placeholders for | should be read as | is the "
    "placeholder for | also counts as | means that it is",
)
phrase.words(
    "_nothing",
    "missing | empty | unknown | none | no value | blank | null | not known | nothing | not "
    "available | there is none | that there is none | not given | missing too | empty too | "
    "unknown and is fine | missing and is fine | unknown and is allowed | unknown and fine "
    "| a missing value | not recorded | missing values | nothing (entered|given|filled in|recorded|stored|set) | "
    "nothing (is|was|has been) (entered|given|filled in|recorded|stored|set) | no entry | there is nothing | not set | not entered",
)


@phrase(
    "remark",
    "[text|value|code|word|entry|marker|placeholder] <marker> [in <cell>] _means _nothing",
    "<cell> <marker> _means _nothing",
    "<marker> _means _nothing in <cell>",
    "<cell> of <marker> _means _nothing",
    "a <cell> of <marker> _means _nothing",
    "[text|value] <marker> \\( _or_empty \\) [in <cell>] _means _nothing",
    "(treat|read|count|take|regard) <marker> [in <cell>] as _nothing",
    "<marker> _be (missing|empty|the marker for none)",
    "<marker> is the marker for none",
    "where <marker> _means _nothing",
    "[text|value] <marker> _means no <cell> [and is fine|and that is fine|and is ok|and is allowed]",
    "[text|value] <marker> _or_empty [in <cell>] _means _nothing",
    "[a|the] (value|cell|text) [of] <marker> _means _nothing",
)
def marker_means(*parts: Any) -> Modifier:
    """N/A means missing."""
    texts = [str(part.value) for part in parts if isinstance(part, Constant)]
    cells = [part for part in parts if not isinstance(part, Constant)]
    return remark("marker", texts=tuple(texts), values=tuple(cells))


@phrase("marker", "?")
def question_mark() -> Constant:
    """A question mark that means "missing"."""
    return Constant(value="?", reads=Reads.TEXT)


@phrase("marker", "<text>", "<bare>", "null", "none", "<number>", "<negative>")
def marker(*found: Any) -> Constant:
    """A text that means "missing"."""
    if not found:
        return Constant(value="NULL", reads=Reads.TEXT)
    value: Constant = found[0]
    return value


@phrase("gloss", "[i.e.|column] <cell>", cost=0.05)
def names_column(cell: Value) -> Modifier:
    """The column, named once more in brackets."""
    return remark("names-column", values=(cell,))


@phrase(
    "remark",
    "not (empty|blank) [,|and|or] [and|or] not null",
    "not null [,|and|or] [and|or] not (empty|blank)",
    "neither (empty|blank) nor null",
    "neither null nor (empty|blank)",
)
def not_null_either() -> Modifier:
    """Neither empty nor the text NULL."""
    return remark("null-text-too", texts=("NULL",))


@phrase(
    "remark",
    "_do_flag <rows> where (at least one|any|one or more|one) of them <vp>",
    "_do_flag <rows> where either [of them] <vp>",
)
def echo_any(rows: RowSet, told: Predicate) -> Modifier | None:
    """Flag rows where at least one of them is empty."""
    return None if rows.where is not None else remark("echo", condition=told, texts=("any",))


@phrase("remark", "_do_flag <rows> where (exactly|only|just) one [of them|of the two] <vp>")
def echo_one(rows: RowSet, told: Predicate) -> Modifier | None:
    """Flag rows where exactly one of them is empty."""
    return None if rows.where is not None else remark("echo", condition=told, texts=("one",))


@phrase("remark", "_do_flag <rows> where (both|all|both of them|all of them) <vp>")
def echo_all(rows: RowSet, told: Predicate) -> Modifier | None:
    """Flag rows where both are empty."""
    return None if rows.where is not None else remark("echo", condition=told, texts=("all",))
