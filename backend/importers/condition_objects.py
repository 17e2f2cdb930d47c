"""Row conditions as Great Expectations 1.x writes them into a suite: JSON objects with a type."""

from __future__ import annotations

from collections.abc import Mapping

from backend.importers.conditions import condition_of, join, read_condition
from backend.importers.draft import Condition, Refusal, Subject
from backend.importers.duties import Spoken, among, compared, empty, filled, fixed, outside
from backend.importers.english import constant

_SIGNS = ("==", "!=", "<", "<=", ">", ">=")


def read_row_condition(data: object, subject: Subject) -> Condition:
    """The rows for which a condition, as text or as an object, is true.

    Raises:
        Refusal: the condition says more than is read here.
    """
    if not isinstance(data, Mapping):
        return read_condition(data, subject, "pandas")
    kind, parts = data.get("type"), data.get("conditions")
    if kind in ("and", "or") and isinstance(parts, list) and parts:
        return join([read_row_condition(part, subject) for part in parts], str(kind))
    if kind == "pass_through":
        return read_condition(data.get("pass_through_filter"), subject, "pandas")
    column = data.get("column")
    name = column.get("name") if isinstance(column, Mapping) else column
    if not isinstance(name, str) or kind not in ("nullity", "comparison"):
        raise Refusal(f"the condition {dict(data)!r} is not one of the forms that are read")
    return _single(data, Spoken(subject.cell(name), lambda spell: spell(name)), name)


def _single(data: Mapping[str, object], of: Spoken, name: str) -> Condition:
    if data.get("type") == "nullity":
        return condition_of(of, (empty if data.get("is_null") else filled)(of.value))
    sign, given = str(data.get("operator")), data.get("parameter")
    is_list = isinstance(given, list) and bool(given)
    if isinstance(given, list) and is_list and sign in ("IN", "NOT_IN"):
        make = among if sign == "IN" else outside
        duty = make(of.value, [constant(value) for value in given])
    elif sign in _SIGNS:
        duty = compared(of.value, sign, fixed(constant(given)))
    else:
        raise Refusal(f"the operator {sign!r} of the condition is not read")
    careful = (name,) if sign in ("!=", "NOT_IN") else ()
    return condition_of(of, duty)._replace(filled=careful)
