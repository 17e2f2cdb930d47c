"""Rule kinds and terms on paper: their fields in short, and rules as compact JSON.

Nothing here depends on anything but the code of the kinds and terms: same code, same text.
"""

from __future__ import annotations

import ast
import inspect
import json
import sys
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from itertools import pairwise
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, JsonValue
from pydantic.fields import FieldInfo

from backend.codegen.syntax import read_python
from backend.rules.language.terms import Compare, Constant, OneOf, Parameter, Predicate, Value

_COMPUTED = {Constant: {"unquoted", "unit"}, Compare: {"reads"}, OneOf: {"reads"}}
"""Fields that the compiler fills in from the sentence and the schema."""
_OWN_WORDS: dict[type[BaseModel], str] = {
    Constant: "A number, a text, or a date in ISO 8601 (with its time, where `reads` is `time`).",
    Parameter: "A number or text that is given anew with each run: a name in the check's params.",
}
"""Of terms whose docstring speaks of what is filled in later."""
_TAGS = ("kind", "type")
_PLAIN = {str: "text", int: "whole number", float: "number", bool: "true|false"}


def compact(value: BaseModel) -> dict[str, JsonValue]:
    """A rule or term without what the compiler fills in and without what is at its default."""
    fields = type(value).model_fields
    hidden = _COMPUTED.get(type(value), set())
    shown: dict[str, JsonValue] = {}
    for name, info in fields.items():
        found = getattr(value, name)
        if name in _TAGS or (name not in hidden and found != info.get_default()):
            shown[name] = _plain(found)
    return shown


def compact_json(value: BaseModel) -> str:
    """The same as one line."""
    return json.dumps(compact(value), ensure_ascii=False)


def _plain(found: object) -> JsonValue:
    if isinstance(found, BaseModel):
        return compact(found)
    if isinstance(found, tuple):
        return [_plain(item) for item in found]
    if isinstance(found, StrEnum):
        return found.value
    assert found is None or isinstance(found, str | int | float)
    return found


def describe(spec: type[BaseModel], *, without: tuple[str, ...] = ()) -> str:
    """One kind or term: its tag, its docstring, and each field with type and default."""
    tag = next(spec.model_fields[name].default for name in _TAGS if name in spec.model_fields)
    told = _OWN_WORDS.get(spec) or " ".join((inspect.getdoc(spec) or "").split())
    lines = [f"- {tag}: {told}".replace("``", "`"), *_fields(spec, without)]
    return "\n".join(lines)


def _fields(spec: type[BaseModel], without: tuple[str, ...]) -> Iterator[str]:
    hidden = {*_TAGS, *without, *_COMPUTED.get(spec, set())}
    notes = _notes(spec)
    for name, info in spec.model_fields.items():
        if name not in hidden:
            note = f": {notes[name]}" if name in notes else ""
            yield f"  {name}{_need(info)}{note}"


def _need(info: FieldInfo) -> str:
    told = _type(info.annotation, info.discriminator)
    if info.is_required():
        return f" ({told}, required)"
    default = json.dumps(_plain(info.default), ensure_ascii=False)
    return f" ({told}, default {default})"


def _type(annotation: Any, discriminator: object = None) -> str:
    if annotation in _PLAIN:
        return _PLAIN[annotation]
    if discriminator is not None or annotation in (Value, Predicate):
        return "value" if annotation == get_args(Value)[0] or annotation == Value else "condition"
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return "|".join(json.dumps(each) for each in inner)
    if origin in (Union, UnionType):
        return "|".join(_type(each) for each in inner if each is not NoneType)
    if origin is tuple:
        return _list(inner)
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return "|".join(json.dumps(each.value) for each in annotation)
    return _record(annotation)


def _record(spec: type[BaseModel]) -> str:
    """A term by its tag; a record without one by its fields."""
    if "type" in spec.model_fields:
        return str(spec.model_fields["type"].default)
    fields = (f"{name}{_need(info)}" for name, info in spec.model_fields.items())
    return "{" + ", ".join(fields) + "}"


def _list(inner: tuple[Any, ...]) -> str:
    if inner[-1] is Ellipsis:
        return f"list of {_type(inner[0])}"
    return "[" + ", ".join(_type(each) for each in inner) + "]"


def member_notes(words: type[StrEnum]) -> dict[str, str]:
    """What stands as a docstring below a member, by the member's value."""
    names = {member.name: member.value for member in words}
    return {names[name]: note for name, note in _notes(words).items() if name in names}


@cache
def _notes(documented: type) -> dict[str, str]:
    """The docstrings below the fields or members of a class, by their names."""
    module = read_python(inspect.getsource(sys.modules[documented.__module__]))
    classes = (node for node in module.body if isinstance(node, ast.ClassDef))
    body = next(node.body for node in classes if node.name == documented.__name__)
    found: dict[str, str] = {}
    for named, note in pairwise(body):
        text = _docstring(note)
        if text:
            found |= {name: " ".join(text.replace("``", "`").split()) for name in _names(named)}
    return found


def _names(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.Assign):
        yield from (target.id for target in node.targets if isinstance(target, ast.Name))
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        yield node.target.id


def _docstring(node: ast.stmt) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return str(node.value.value)
    return ""
