"""Phrases for values that are written in several cases: the casing of a title must be consistent."""

from __future__ import annotations

from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.terms import Cell, Value
from backend.rules.phrasing import Phrases, Statement

phrase = Phrases()
phrase.words(
    "_casing",
    "casing | letter case | capitalisation | capitalization | upper and lower case",
)
phrase.words(
    "_is_steady", "be consistent | be the same throughout | be uniform | be the same everywhere"
)
phrase.words("_steadily", "consistently | uniformly | always in the same way")


@phrase(
    "stmt",
    "_casing (of|in) <cell> _must _is_steady",
    "<cell> 's _casing _must _is_steady",
    "<cell> _must (have|use|show) [a] (consistent|uniform) _casing",
    "<cell> _must (have|use|show) [a] (consistent|uniform) case",
    "<cell> _must be (written|spelled|spelt) (in|with) [a] (consistent|uniform) _casing",
    "<cell> _must be _steadily cased",
    "<cell> _must be cased _steadily",
    "<cell> _must be consistent in _casing",
    "_casing (of|in) <cell> _must_not (vary|differ|be mixed|be inconsistent)",
    "(flag|report) [rows|values|texts] (with|of) inconsistent _casing (in|of) <cell>",
    "(flag|report) inconsistent _casing (in|of) <cell>",
    "no two [values of] <cell> _may differ (only|just) in [letter] case",
    "values of <cell> _must_not differ (only|just) in [letter] case",
    "no two [values of] <cell> _may differ (only|just) in _casing",
    "values of <cell> _must_not differ (only|just) in _casing",
)
def same_casing(*parts: Value) -> Statement | None:
    """The casing of title must be consistent."""
    of = parts[0]
    if len(parts) > 1 or not isinstance(of, Cell):
        return None
    key = (of.column,)
    found = InconsistentValues(table=of.table, key=key, values=key, ignore_case=True)
    return Statement(rule=found, subject=of)
