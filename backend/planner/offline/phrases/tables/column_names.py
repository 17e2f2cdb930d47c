"""Phrases for the names of columns: that match a written pattern, and that differ from one another."""

from __future__ import annotations

import re
from typing import Any

from backend.rules.language.terms import Constant
from backend.rules.misnamed_columns import MisnamedColumns
from backend.rules.phrasing import Phrases, Statement

phrase = Phrases()
phrase.words(
    "_by_pattern",
    "match | follow | satisfy | match pattern | match regex | match regular expression | "
    "match regexp | follow pattern | satisfy pattern | satisfy regex",
)
phrase.words(
    "_misses_pattern",
    "(do|does) not match [pattern|regex|regular expression] | (break|breaks|violate|violates) pattern",
)


class WrittenPattern(str):
    """A regular expression for a whole name."""


_ANYTHING = "(?s:.*)"


def open_pattern(written: str) -> str | None:
    """The expression for a whole text: behind a lone ``^`` and before a lone ``$`` all may stand.

    A plain word is none.
    """
    if not set(r"\[](){}^$*+?|.") & set(written):
        return None
    try:
        re.compile(written)
    except (re.error, OverflowError):
        return None
    begins, ends = written.startswith("^"), written.endswith("$") and not written.endswith(r"\$")
    if begins == ends or "|" in written:
        return written if begins == ends else None
    return f"{written}{_ANYTHING}" if begins else f"{_ANYTHING}{written}"


@phrase("name_pattern", "(<text>|<regex>)")
def name_pattern(text: Constant) -> WrittenPattern | None:
    """^[a-z_]+$."""
    found = open_pattern(str(text.value))
    return WrittenPattern(found) if found is not None else None


@phrase(
    "stmt",
    "_names _must _by_pattern [:] <name_pattern>",
    "_names _by_pattern [:] <name_pattern>",
    "_names (of|in) <table> _must _by_pattern [:] <name_pattern>",
    "_names _must _by_pattern [:] <name_pattern> in <table>",
    "(all|all the|each|every) (column|columns) [of <table>] _must have (a name|names) (that|which) "
    "(match|matches) [pattern|regex] <name_pattern>",
    "(flag|report|list) [all] (column|columns|fields) whose (name|names) _misses_pattern <name_pattern>",
    "(flag|report|list) [all] (column|header) names that _misses_pattern <name_pattern>",
)
def names_match(*parts: Any) -> Statement:
    """All column names must match ^[a-z_]+$."""
    pattern = next(part for part in parts if isinstance(part, WrittenPattern))
    table = next((part for part in parts if not isinstance(part, WrittenPattern)), "")
    return _rule(
        str(table), way="pattern", pattern=str(pattern), says=f"matches the pattern {pattern}"
    )


def _rule(table: str, **fields: Any) -> Statement:
    return Statement(rule=MisnamedColumns.model_validate({"table": table, **fields}))


# Names that differ from one another ---------------------------------------------------------------

phrase.words(
    "_unlike_names",
    "be unique | be all different | all be different | all differ | be distinct | not repeat | not be repeated | "
    "be different | be different from (one another|each other) | differ from (one another|each other)",
)
phrase.words("_same_names", "the same name | equal names | identical names | the same header")
phrase.words("_double_names", "(duplicate|duplicated|repeated) (column names|headers|header names)")


@phrase(
    "stmt",
    "_names _must _unlike_names",
    "_names _must_not (repeat|be repeated)",
    "_names (of|in) <table> _must _unlike_names",
    "no two (columns|fields) [of <table>] _may (have|share|carry) _same_names",
    "_no_name _may (occur|appear|be used) (twice|more than once)",
    "there _must be no _double_names [in <table>]",
    "<table> _must have no _double_names",
    "_double_names (are|is) (wrong|not allowed|forbidden)",
    "(flag|report|list) [all] _double_names [in <table>]",
    "(flag|report|list) [all] columns (with|that share|that have) _same_names",
)
def unlike_as_written(table: str = "") -> Statement:
    """Column names must be unique."""
    return _rule(table, way="unique")


@phrase("stmt", "<stmt> [,] _case_is_nothing", r"<stmt> \( _case_is_nothing \)")
def unlike_in_any_case(told: Statement) -> Statement | None:
    """Column names must be unique, ignoring case."""
    rule = told.rule
    if not isinstance(rule, MisnamedColumns) or rule.way != "unique" or rule.ignore_case:
        return None
    return _rule(rule.table, way="unique", ignore_case=True)
