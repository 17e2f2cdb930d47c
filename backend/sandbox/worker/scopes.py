"""What the scopes of confined programs give over the same frames: worked out once, lent to all.

Rules of this file: a scope is looked up by its own code and by all that it is given, and only one
that names nothing else of its program; each program gets a copy whose cells nobody can write to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import CodeType, FunctionType
from typing import Any

import pandas as pd

MOST_CELLS = 2_000_000
"""What is kept takes of the memory that the programs have."""

Tables = Mapping[str, pd.DataFrame]


class Scopes:
    """The frames that scopes gave, in one process of several programs."""

    def __init__(self, codes: Iterable[CodeType]) -> None:
        """Nothing is worked out yet; ``codes`` are the parts of all programs."""
        scopes = Counter(scope for code in codes for scope in _functions(code, "scope"))
        self._wanted = {scope for scope, times in scopes.items() if times > 1}
        self._given: dict[object, pd.DataFrame] = {}
        self._left = MOST_CELLS

    def give(
        self, scope: object, tables: Tables, arguments: Mapping[str, Any], act: Callable[[], Any]
    ) -> Any:
        """What a scope gives over these tables, which ``act`` works out where nobody did yet.

        The same tables are the same objects: whoever lends them keeps them.
        """
        key = self._key(scope, tables, arguments)
        if key is None:
            return act()
        if key not in self._given:
            given = act()
            if type(given) is not pd.DataFrame or not self._has_room(given):
                return given
            self._given[key] = given
        return self._given[key].copy(deep=False)

    def _has_room(self, given: pd.DataFrame) -> bool:
        self._left -= given.size
        return self._left >= 0

    def _key(self, scope: object, tables: Tables, arguments: Mapping[str, Any]) -> object:
        """All that the result hangs on; None where it may hang on more, or nobody else wants it."""
        if type(scope) is not FunctionType or scope.__code__ not in self._wanted:
            return None
        if scope.__defaults__ or scope.__kwdefaults__ or _names_others(scope):
            return None
        places = tuple((name, id(table)) for name, table in tables.items())
        return scope.__code__, places, repr(sorted(arguments.items()))


def _functions(code: CodeType, name: str) -> Iterator[CodeType]:
    """The functions of this name that the statements of a module make."""
    for each in code.co_consts:
        if isinstance(each, CodeType) and each.co_name == name:
            yield each


def _names_others(scope: FunctionType) -> bool:
    """Whether a function may hang on another one of its program."""
    given = scope.__globals__.items()
    functions = {name for name, each in given if isinstance(each, FunctionType)}
    return not functions.isdisjoint(_names(scope.__code__))


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for part in code.co_consts:
        if isinstance(part, CodeType):
            yield from _names(part)
