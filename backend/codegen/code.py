"""Python expressions with their binding strength, so that parentheses are written where needed."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class Binds(IntEnum):
    """How tightly an expression's outermost operator binds, loosest first."""

    COMPARISON = 1
    OR = 2
    AND = 3
    SUM = 4
    PRODUCT = 5
    UNARY = 6
    ATOM = 7


_BINARY = {"+": Binds.SUM, "-": Binds.SUM, "*": Binds.PRODUCT, "/": Binds.PRODUCT}
COMPARISONS = ("<", "<=", "==", "!=", ">=", ">")


@dataclass(frozen=True)
class Code:
    """One Python expression; only this room's functions make the text of one."""

    text: str
    binds: Binds = Binds.ATOM

    def within(self, strength: Binds) -> str:
        """The text, in parentheses if an operator of this strength would tear it apart."""
        return self.text if self.binds >= strength else f"({self.text})"

    def __and__(self, other: Code) -> Code:
        return _join(self, "&", other, Binds.AND)

    def __or__(self, other: Code) -> Code:
        return _join(self, "|", other, Binds.OR)

    def __invert__(self) -> Code:
        if self.text.startswith("~") and self.binds == Binds.UNARY:
            return Code(_without_parentheses(self.text[1:]), _strength(self.text[1:]))
        return Code(f"~{self.within(Binds.UNARY)}", Binds.UNARY)

    def compare(self, sign: str, other: Code) -> Code:
        """``self <sign> other``."""
        if sign not in COMPARISONS:
            raise ValueError(f"{sign!r} is no comparison")
        left, right = self.within(Binds.OR), other.within(Binds.OR)
        return Code(f"{left} {sign} {right}", Binds.COMPARISON)

    def combine(self, sign: str, other: Code) -> Code:
        """``self <sign> other`` for + - * /."""
        strength = _BINARY[sign]
        tighter = Binds(strength + 1)
        return Code(f"{self.within(strength)} {sign} {other.within(tighter)}", strength)

    def attribute(self, path: str) -> Code:
        """``self.path``, where path is a dotted name of pandas."""
        if not re.fullmatch(r"[a-z_]\w*(\.[a-z_]\w*)*", path):
            raise ValueError(f"{path!r} is no attribute")
        return Code(f"{self.within(Binds.ATOM)}.{path}")

    def call(self, path: str, *arguments: Code, **options: Code) -> Code:
        """``self.path(arguments, options)``."""
        return Code(f"{self.attribute(path).text}({_arguments(arguments, options)})")

    def item(self, key: Code) -> Code:
        """``self[key]``."""
        return Code(f"{self.within(Binds.ATOM)}[{key.text}]")


def _join(left: Code, sign: str, right: Code, strength: Binds) -> Code:
    return Code(f"{left.within(strength)} {sign} {right.within(Binds(strength + 1))}", strength)


def _strength(text: str) -> Binds:
    return Binds.COMPARISON if text.startswith("(") else Binds.ATOM


def _without_parentheses(text: str) -> str:
    return text[1:-1] if text.startswith("(") else text


def _arguments(positional: Iterable[Code], named: dict[str, Code]) -> str:
    parts = [code.text for code in positional]
    return ", ".join(parts + [f"{key}={code.text}" for key, code in named.items()])


def literal(value: object) -> Code:
    """A user's value as Python source.

    Raises:
        TypeError: the value is not None, bool, int, float, str, or a list or tuple of those.
    """
    if isinstance(value, list | tuple):
        return Code(f"[{', '.join(literal(item).text for item in value)}]")
    if isinstance(value, str):
        return Code(quote(value))
    if value is None or isinstance(value, bool | int | float):
        is_signed = isinstance(value, int | float) and repr(value).startswith("-")
        return Code(repr(value), Binds.UNARY if is_signed else Binds.ATOM)
    raise TypeError(f"{type(value).__name__} has no literal")


def quote(text: str) -> str:
    """A str as a double-quoted Python literal of printable ASCII-or-letters only."""
    if '"' in text and "'" not in text:
        return repr(text)
    escaped = repr(text + '"')[1:-2] if "'" in text else repr(text)[1:-1]
    return f'"{escaped}"' if '"' not in text else repr(text)


def pattern(text: str) -> Code:
    """A regular expression, as a raw string where that is shorter to read."""
    if "\\" in text and '"' not in text and text.isprintable() and not text.endswith("\\"):
        return Code(f'r"{text}"')
    return literal(text)


def name(text: str) -> Code:
    """A local name.

    Raises:
        ValueError: the text is no identifier.
    """
    if not text.isidentifier() or keyword.iskeyword(text):
        raise ValueError(f"{text!r} is no name")
    return Code(text)


def call(path: str, *arguments: Code, **options: Code) -> Code:
    """``path(arguments, options)`` for a function such as ``pd.to_numeric``."""
    if not re.fullmatch(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*", path):
        raise ValueError(f"{path!r} is no function")
    return Code(f"{path}({_arguments(arguments, options)})")


def mapping(items: Iterable[tuple[str, Code]]) -> Code:
    """``{"key": value, …}``."""
    return Code("{" + ", ".join(f"{quote(key)}: {code.text}" for key, code in items) + "}")


def all_of(parts: list[Code]) -> Code:
    """The conjunction; at least one part."""
    first, *rest = parts
    for part in rest:
        first = first & part
    return first


def any_of(parts: list[Code]) -> Code:
    """The disjunction; at least one part."""
    first, *rest = parts
    for part in rest:
        first = first | part
    return first
