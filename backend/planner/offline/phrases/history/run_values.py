"""Phrases for values and columns that are new since earlier runs, or gone."""

from __future__ import annotations

from backend.rules.changed_columns import ChangedColumns
from backend.rules.changed_values import ChangedValues
from backend.rules.earlier_runs import Baseline
from backend.rules.language.terms import Cell, Value
from backend.rules.phrasing import Phrases, Statement

phrase = Phrases()

phrase.words(
    "_new",
    "new | unseen | previously unseen | so far unseen | additional | never seen | unheard-of",
)
phrase.words("_vanished", "gone | lost | missing | vanished | disappeared | dropped")
phrase.words(
    "_appear",
    "appear | occur | show up | be there | turn up | be used | be added | exist | come in | pop up "
    "| come up | be introduced | have appeared | have been added | have come in | be found",
)
phrase.words(
    "_vanish",
    "disappear | vanish | be lost | go missing | be missing | get lost | drop out | be gone | be "
    "removed | be dropped | have disappeared | have vanished | have been lost | have been removed "
    "| stop appearing | fall away",
)
phrase.words("_may_now", "may | must | should | can | shall | may ever")
phrase.words(
    "_value_word", "value | values | code | codes | entry | entries | category | categories"
)


# Which values ------------------------------------------------------------------------------------


@phrase(
    "value_of",
    "<cell> [_value_word]",
    "(value|values|entry|entries) (in|of|for) <cell>",
    "distinct (value|values) (in|of) <cell>",
    "distinct <cell> [_value_word]",
)
def value_of(of: Value) -> Cell | None:
    """A value of a column."""
    return of if isinstance(of, Cell) and not of.empty_if else None


@phrase(
    "new_value",
    "_new <value_of>",
    "<value_of> that [was|were|is|are] (not there|not seen|not used|not present|unknown|unseen)",
    "<value_of> that (did not|does not|do not) (exist|occur|appear)",
)
def new_value(of: Cell) -> Cell:
    """A new status."""
    return of


def _rule(of: Cell, runs: Baseline, *, appears: bool, vanishes: bool) -> Statement | None:
    if vanishes and (runs.runs > 1 or runs.of != "run"):
        return None
    data = {
        "table": of.table, "column": of.column, "since": runs, "appears": appears,
        "vanishes": vanishes,
    }  # fmt: skip
    return Statement(rule=ChangedValues.model_validate(data))


@phrase(
    "stmt",
    "no _new <value_of> _may_now _appear <since_any>",
    "no _new _value_word _may_now _appear (in|for|under) <value_of> <since_any>",
    "there (must|should|may) (be no|not be any|not be) _new <value_of> <since_any>",
    "no _new <value_of> <since_any>",
    "_flag [any|all|each|every] _new <value_of> <since_any>",
    "(are|is) there any _new <value_of> <since_any> [?]",
    "any _new <value_of> <since_any> ?",
    "<value_of> _must_not (have|contain|take|show|gain|hold|get|include) [any] _new _value_word <since_any>",
    "<value_of> _must_not (have|contain|take|show) [any] _value_word that (it|they) did not have _at <then>",
    "<value_of> _must_not (have|contain|take|show) [any] _value_word that (was|were) not (there|seen|present) _at <then>",
    "_flag [any|all|each|every] <new_value> _at <then>",
    "no <new_value> _at <then> _may_now _appear",
    "no <value_of> _may_now _appear that was not (there|seen|present) _at <then>",
    "no <value_of> _may_now _appear that was not (there|seen|present) <since_any>",
    "no <value_of> _may_now _appear that was never (there|seen|present) <since_any>",
    "(every|each|all) <value_of> _must [already] have (been there|occurred|appeared|been seen|existed) _at <then>",
)
def no_new(of: Cell, runs: Baseline) -> Statement | None:
    """No new values may appear in status since the last run."""
    return _rule(of, runs, appears=True, vanishes=False)


@phrase(
    "stmt",
    "no <value_of> _may_now _vanish <since_any>",
    "no _value_word _may_now _vanish (from|in|of) <value_of> <since_any>",
    "<value_of> _must_not lose [any] [of its|of their] _value_word <since_any>",
    "<value_of> _must_not lose a _value_word <since_any>",
    "there (must|should|may) be no _vanished <value_of> <since_any>",
    "_flag [any|all|each|every] _vanished <value_of> <since_any>",
    "_flag [any|all|each|every] <value_of> that (disappeared|vanished|was lost|were lost|is gone|are gone|went missing) <since_any>",
    "(did|have|has) any <value_of> (disappear|vanish|vanished|disappeared) <since_any> [?]",
    "(every|each|all|all the) <value_of> (of|in|from) <then> _must still (be there|be present|occur|exist|appear|be used)",
    "(every|each|all|all the) <value_of> _must still (be there|be present|occur|exist|appear) <since_any>",
)
def none_gone(of: Cell, runs: Baseline) -> Statement | None:
    """No status value may disappear since the last run."""
    return _rule(of, runs, appears=False, vanishes=True)


@phrase("value_set", "[the] set of <value_of>", "[the] list of <value_of>")
@phrase("value_set", "(value|values) (in|of) <cell>", "[distinct] <cell> (value|values)")
def value_set(of: Value) -> Cell | None:
    """The values of a column, each once."""
    return of if isinstance(of, Cell) and not of.empty_if else None


@phrase(
    "stmt",
    "<value_set> _must (be|stay|remain) (unchanged|the same|identical) <since_any>",
    "<value_set> _must (be|stay|remain) (unchanged|the same|identical) as _at <then>",
    "<value_set> _must_not (change|have changed) <since_any>",
    "<value_set> _be unchanged <since_any>",
    "<value_of> _must have [exactly] the same [distinct|set of] _value_word as _at <then>",
    "no <value_of> _may_now (appear or disappear|appear or vanish|be added or removed|come or go) <since_any>",
)
def same_values(of: Cell, runs: Baseline) -> Statement | None:
    """The set of status values must be unchanged since the last run."""
    return _rule(of, runs, appears=True, vanishes=True)


# Columns -----------------------------------------------------------------------------------------


@phrase("header_of", "_columns", "_columns (of|in) <whose_columns>", "<table> 's _columns")
@phrase("header_of", "<table> _columns", "_columns <table>")
def header_of(*table: object) -> str:
    """The columns of a table."""
    found = table[0] if table else ""
    return str(found[1]) if isinstance(found, tuple) else str(found)


phrase.words("_schema", "schema | structure | layout | columns and types | columns and their types | "
             "table schema | columns and column types")  # fmt: skip


@phrase(
    "schema_of",
    "_schema",
    "_schema (of|in) <whose_columns>",
    "<table> 's _schema",
    "<table> _schema",
)
def schema_of(*table: object) -> str:
    """The columns of a table with their types."""
    return header_of(*table)


@phrase("types_of", "(column types|data types|types of the columns|column types and formats)")
@phrase("types_of", "(column types|data types|types of the columns) (of|in) <whose_columns>")
def types_of(*table: object) -> str:
    """The types of a table's columns."""
    return header_of(*table)


def _columns(table: str, runs: Baseline, **how: bool) -> Statement | None:
    if runs.of != "run" or runs.runs > 1:
        return None
    return Statement(rule=ChangedColumns.model_validate({"table": table, "since": runs, **how}))


_SAME = (
    "_must (be|stay|remain) (unchanged|the same|identical) <since>",
    "_must (be|stay|remain) (unchanged|the same|identical) as _at <then>",
    "_must_not (change|have changed|be changed) <since>",
    "[_be] unchanged <since>",
)
for _head, _how in (
    ("header_of", {}),
    ("schema_of", {"types": True}),
    ("types_of", {"types": True, "appears": False, "vanishes": False}),
):
    _patterns = [f"<{_head}> {words}" for words in _SAME]
    _patterns.append(f"(have|has|did|do|does) <{_head}> (changed|change) <since> [?]")
    _patterns.append(f"_flag [any] (change|changes) (in|of|to) <{_head}> <since>")
    _patterns.append(
        f"_flag (if|when) <{_head}> (changed|changes|has changed|have changed) <since>"
    )

    @phrase("stmt", *_patterns)
    def same_header(table: str, runs: Baseline, how: dict[str, bool] = _how) -> Statement | None:
        """The columns of orders must be unchanged since the last run."""
        return _columns(table, runs, **how)


@phrase("stmt", "<whose_columns> _must have [exactly] the same _columns as _at <then>")
def same_columns(table: tuple[str, str], runs: Baseline) -> Statement | None:
    """Orders must have the same columns as in the last run."""
    return _columns(table[1], runs)


_ADDED = "(be added|appear|be new|be introduced|have been added)"
_REMOVED = "(be removed|disappear|vanish|be dropped|be lost|go missing|be missing|be deleted|have been removed)"


@phrase("stmt", f"no [new] <header_of> _may_now {_ADDED} <since>")
@phrase("stmt", f"no [new] _columns _may_now {_ADDED} (to|in) <whose_columns> <since>")
@phrase(
    "stmt", "there (must|should|may) be no new <header_of> <since>", "no new <header_of> <since>"
)
@phrase("stmt", "_flag [any] (new|added|additional) <header_of> <since>")
def no_new_columns(table: object, runs: Baseline) -> Statement | None:
    """No column may be added to orders since the last run."""
    return _columns(_name(table), runs, vanishes=False)


@phrase("stmt", f"no <header_of> _may_now {_REMOVED} <since>")
@phrase("stmt", f"no _columns _may_now {_REMOVED} (from|in) <whose_columns> <since>")
@phrase("stmt", "<whose_columns> _must_not lose [any|a] _columns <since>")
@phrase("stmt", "_flag [any] (removed|missing|lost|dropped) <header_of> <since>")
def no_lost_columns(table: object, runs: Baseline) -> Statement | None:
    """No column may be removed from orders since the last run."""
    return _columns(_name(table), runs, appears=False)


@phrase(
    "stmt",
    "no <header_of> _may_now be (added or removed|removed or added|added or dropped) <since>",
    "no _columns _may_now be (added or removed|removed or added) (to|from|in) <whose_columns> <since>",
    "no <header_of> _may_now be (added to or removed from) <whose_columns> <since>",
)
def none_added_or_removed(*parts: object) -> Statement | None:
    """No column may be added or removed since the last run."""
    runs = next(part for part in parts if isinstance(part, Baseline))
    names = [_name(part) for part in parts if not isinstance(part, Baseline)]
    return _columns(next(filter(None, names), ""), runs)


def _name(table: object) -> str:
    return str(table[1]) if isinstance(table, tuple) else str(table)
