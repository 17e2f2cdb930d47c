"""Phrases for the fields of a JSON object: a text field "event", whose field id is a whole number."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.formats.forms_named import keyed
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Constant, How, It, Matches, Predicate, Value
from backend.rules.metric_bounds import plain_bounds
from backend.rules.phrasing import Phrases, Statement, about, all_of

phrase = Phrases()

_OBJECTS = ("json", "json_object")
_NUMBERS = ("integer", "number")

# What is in a field -------------------------------------------------------------------------------

for _type, _words, _before in (
    ("integer", "whole number|integer|whole-number", "whole-number|whole number|integer"),
    ("number", "number|numeric value", "number|numeric|numerical"),
    ("string", "text|string", "text|string"),
    ("boolean", "boolean|true or false|truth value", "boolean|true/false"),
    ("array", "list|array", "list|array"),
    ("object", "object|JSON object", "object"),
):
    phrase("json_type", f"[a|an] ({_words})")(lambda kind=_type: kind)
    phrase("json_named", f"[a|an|the|its] ({_before}) _key_word [named|called] <any_text>")(
        lambda name, kind=_type: _field(kind, name)
    )
    phrase("json_named", f"[a|an|the|its] ({_before}) (<text>|<bare>)", cost=0.1)(
        lambda name, kind=_type: _field(kind, name)
    )


def _field(kind: str, name: Constant | str) -> Predicate:
    key = name if isinstance(name, str) else str(name.value)
    return Matches(of=It(), how=How.FORMAT, text=f"json_field {kind} {key}")


@phrase("json_value", "<json_type>")
def json_value(kind: str) -> str:
    """A whole number."""
    return kind


@phrase("json_value", "<json_type> [of] <count_bound>", "<json_type> [that is|which is] <adj>")
def bounded_value(kind: str, told: Predicate) -> str | None:
    """A whole number of at most 8."""
    bounds = plain_bounds(told)
    if kind not in _NUMBERS or not bounds or any(sign == "==" for sign, _ in bounds):
        return None
    return kind + "".join(f"{sign}{_plain(bound)}" for sign, bound in bounds)


def _plain(bound: float) -> str:
    return f"{bound:.9f}".rstrip("0").rstrip(".")


@phrase("json_field_name", "_key_word [named|called] <any_text>", "<text>")
def json_field_name(name: Constant) -> str:
    """Field id."""
    return str(name.value)


@phrase(
    "json_named",
    "[a|an|the|its] <json_field_name> (that|which) (is|has to be|must be|holds|contains) <json_value>",
)
@phrase(
    "json_named",
    "[a|an|the|its] <json_field_name> (of type|with|holding|containing|with the type) <json_value>",
)
@phrase("json_named", r"[a|an|the|its] <json_field_name> \( <json_value> \)")
@phrase(
    "json_named",
    "[a|an|the|its] <json_field_name> whose (value|content) (is|has to be|must be|should be) <json_value>",
)
@phrase(
    "json_named",
    "[a|an|the|its] <json_field_name> with <json_value> as [its|the|a] value",
    cost=0.05,
)
def named_field(name: str, kind: str) -> Predicate:
    """A field id that is a whole number."""
    return _field(kind, name)


@phrase("json_named", "<json_key>", cost=0.05)
def plain_field(key: str) -> Predicate:
    """A field id."""
    return keyed(key)


@phrase("json_parts", "<json_named>")
@phrase("json_parts", "<json_parts> (,|and|, and|as well as|and also) <json_named>")
def json_parts(*parts: Predicate) -> Predicate:
    """A text field "event" and a whole-number field "id"."""
    return all_of(*parts)


# What the whole is ---------------------------------------------------------------------------------


@phrase(
    "adj",
    "[_valid] <format> (with|that has|which has|that contains|containing|that holds|having) <json_parts>",
    cost=-0.2,
)
def object_with_fields(name: str, told: Predicate) -> Predicate | None:
    """A JSON object with a text field "event"."""
    return told if name in _OBJECTS else None


@phrase(
    "adj",
    "[_valid] <format> whose <json_field_name> (is|has to be|must be|holds) <json_value>",
    cost=-0.2,
)
@phrase(
    "adj",
    "[_valid] <format> in which [the] <json_field_name> (is|has to be|must be|holds) <json_value>",
    cost=-0.2,
)
def object_whose_field(name: str, key: str, kind: str) -> Predicate | None:
    """A JSON object whose field id is a whole number."""
    return _field(kind, key) if name in _OBJECTS else None


phrase.words("_its_own", "its | the | their | there the | in it the | in each the")


@phrase(
    "stmt",
    "<stmt> _comes [and] _its_own <json_field_name> (_must be|_must hold|is|holds) <json_value>",
    cost=0.05,
)
def and_its_field(told: Statement, key: str, kind: str) -> Statement | None:
    """Every body must be a JSON object. Its field a must be a whole number of at most 8."""
    must = told.rule.must if isinstance(told.rule, BrokenRows) else None
    if not isinstance(must, Matches) or must.how != How.FORMAT or not isinstance(must.of, Cell):
        return None
    if must.text.split(" ")[0] not in (*_OBJECTS, "json_field", "json_key"):
        return None
    both = all_of(must, about(_field(kind, key), must.of))
    return told.model_copy(update={"rule": told.rule.model_copy(update={"must": both})})


@phrase(
    "stmt",
    "in [every|each] <cell> [,] [the] <json_field_name> (_must be|_must hold|is) <json_value>",
    cost=0.05,
)
@phrase(
    "stmt",
    "[the] <json_field_name> (of|in) [every|each] <cell> (_must be|_must hold|is) <json_value>",
    cost=0.05,
)
def field_of_cell(*parts: Any) -> Statement | None:
    """The field id in the payload must be a whole number."""
    of: Value = next(part for part in parts if isinstance(part, Cell))
    key, kind = (part for part in parts if isinstance(part, str))
    return rule(about(_field(kind, key), of), subject=of)


@phrase("verb", "(have|has|contain|contains|hold|holds) <json_parts>", cost=0.3)
def has_fields(told: Predicate) -> Predicate:
    """Has a text field "event"."""
    return told


@phrase("must_do", "_must (hold|contain|be) [_valid] <format> with <json_parts>", cost=-0.1)
def must_hold_fields(name: str, told: Predicate) -> Predicate | None:
    """Must hold a JSON object with a field "id"."""
    return object_with_fields(name, told)


phrase.words(
    "_both_of_which", "(both|all) [of type] | (both|all) [of which|of them] (are|being|as|must be)"
)
for _type, _words in (
    ("integer", "integers|whole numbers"),
    ("number", "numbers|numeric|numerical"),
    ("string", "texts|strings|text"),
    ("boolean", "booleans|boolean"),
):

    @phrase(
        "json_parts",
        f"[the] _key_words <any_text> and <any_text> [,|\\(] _both_of_which ({_words}) [\\)]",
        f"[the] _key_words <any_text> , <any_text> [,] and <any_text> [,|\\(] _both_of_which ({_words}) [\\)]",
        cost=-0.05,
    )
    def several_of_a_type(*names: Constant, kind: str = _type) -> Predicate:
        """The keys sku and qty, both integers."""
        return all_of(*(_field(kind, name) for name in names))


@phrase("json_parts", "[the] _key_words <any_text> and <any_text>")
@phrase("json_parts", "[the] _key_words <any_text> , <any_text> [,] and <any_text>")
def several_keys(*names: Constant) -> Predicate:
    """The fields "sku" and "qty"."""
    return all_of(*(keyed(str(name.value)) for name in names))


@phrase(
    "stmt",
    "_flag [_each|all] <cell> (whose|in which [the]|where [the]) <json_field_name> _be not <json_value>",
    "(is|are) [the] <json_field_name> <json_value> (in|of) (each|every|all) <cell> [?]",
    cost=0.05,
)
def none_of_another_type(*parts: Any) -> Statement | None:
    """Flag documents whose field "qty" is not a number."""
    return field_of_cell(*parts)


@phrase(
    "stmt",
    "_flag [_each|all] <cell> (whose|in which [the]|where [the]) <json_field_name> _be _not_in_it",
)
@phrase(
    "stmt", "no <cell> _may (lack|miss|be without|omit) [the|a|its] <json_field_name>", cost=0.05
)
def none_without(of: Value, key: str) -> Statement | None:
    """No document may lack the field "sku"."""
    return rule(about(keyed(key), of), subject=of) if isinstance(of, Cell) else None


phrase.words("_not_in_it", "missing | absent | not there | lacking | not present | not in it")


# A text that it holds -----------------------------------------------------------------------------


@phrase("verb", "(hold|holds|store|stores|carry|carries) [only|always] [_valid] <format>", cost=0.1)
def holds_json(name: str) -> Predicate | None:
    """Holds a JSON object."""
    is_whole = name in ("json", "json_object", "json_array", "geojson", "xml")
    return Matches(of=It(), how=How.FORMAT, text=name) if is_whole else None
