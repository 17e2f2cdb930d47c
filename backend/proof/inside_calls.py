"""The part of the page inside the sandbox that calls the functions of a source.

Rules of this file: it is sent as text, so it imports nothing of this project; a function gets
tables of its own, and those of the arguments that it takes.
"""

from __future__ import annotations

import functools
import inspect
import re
import types
from collections.abc import Callable
from typing import Any

import pandas as pd

OPENS_WITH_SCOPE = re.compile(
    r"def check\((\w+)[^()]*\)[^:\n]*:\n {4}\w+ = scope\(\1(?:, (\w+)=\2)*\)\n"
)
"""Sources whose ``check`` begins with what ``scope`` gives of the very same tables."""

Function = Callable[..., Any]


@functools.cache
def compiled(source: str) -> types.CodeType:
    """The code of a source, which runs over many tables."""
    return compile(source, "<program>", "exec", dont_inherit=True)


@functools.cache
def opens_with_scope(source: str) -> bool:
    """Whether the first thing that ``check(tables)`` does is ``… = scope(tables, …)``."""
    return OPENS_WITH_SCOPE.search(source) is not None and source.count("def check(") == 1


def ask(source: str, world: dict[str, pd.DataFrame], judged: str, arguments: dict[str, Any]) -> Any:
    """What ``check`` of a source gives, and how many rows ``scope`` does: a pair.

    Where ``check`` begins with ``scope``, the rows are counted as they pass, and not made twice.
    """
    space: dict[str, Any] = {"__name__": "program"}
    exec(compiled(source), space)
    scope, counts = space.get("scope"), list[int]()
    if isinstance(scope, types.FunctionType) and opens_with_scope(source):
        space["scope"] = counting(scope, accepted(scope, arguments), counts)
    returned = call(space["check"], world, arguments)
    if counts:
        return returned, counts[0]
    if callable(scope):
        return returned, len(call(scope, world, arguments))
    return returned, len(world[judged]) if judged in world else 0


def counting(scope: Function, asked: dict[str, Any], counts: list[int]) -> Function:
    """A scope that notes how many rows it gives when it is first called as it is asked."""

    def counted(*given: Any, **named: Any) -> Any:
        found = scope(*given, **named)
        if not counts and named == asked:
            counts.append(len(found))
        return found

    return counted


def call(function: Function, world: dict[str, pd.DataFrame], arguments: dict[str, Any]) -> Any:
    """One function of a program, with the arguments that it takes."""
    own = {name: table.copy(deep=False) for name, table in world.items()}
    return function(own, **accepted(function, arguments))


def accepted(function: Function, arguments: dict[str, Any]) -> dict[str, Any]:
    """Those of the arguments that a function takes."""
    if isinstance(function, types.FunctionType) and not function.__dict__:
        names = names_of(function.__code__)
    else:
        names = parameters(function)
    if names is None:
        return arguments
    return {name: arguments[name] for name in names if name in arguments}


@functools.cache
def names_of(code: types.CodeType) -> tuple[str, ...] | None:
    """The same of a plain function, which is made anew for each set of tables."""
    if code.co_flags & inspect.CO_VARKEYWORDS:
        return None
    return code.co_varnames[1 : code.co_argcount + code.co_kwonlyargcount]


def parameters(function: Function) -> tuple[str, ...] | None:
    """The names of a function's parameters after the first; None where it takes any."""
    found = inspect.signature(function).parameters.values()
    if any(parameter.kind is parameter.VAR_KEYWORD for parameter in found):
        return None
    return tuple(parameter.name for parameter in list(found)[1:])
