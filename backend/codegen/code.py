"""Python expressions with their binding strength, so that parentheses are written where needed."""

from __future__ import annotations

import keyword
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
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
_LIST_WIDTH = 84
_OPPOSITE_TESTS = {"isna": "notna", "notna": "isna"}
COMPARISONS = ("<", "<=", "==", "!=", ">=", ">")


@dataclass(frozen=True)
class Code:
    """One Python expression; only this room's functions make the text of one."""

    text: str
    binds: Binds = Binds.ATOM
    inverse: Code | None = field(default=None, compare=False, repr=False)
    """What this is the ``~`` of."""

    def within(self, strength: Binds) -> str:
        """The text, in parentheses if an operator of this strength would tear it apart."""
        return self.text if self.binds >= strength else f"({self.text})"

    def __and__(self, other: Code) -> Code:
        return _join(self, "&", other, Binds.AND)

    def __or__(self, other: Code) -> Code:
        return _join(self._grouped(), "|", other._grouped(), Binds.OR)

    def _grouped(self) -> Code:
        """A conjunction inside a disjunction reads better in parentheses."""
        return Code(f"({self.text})") if self.binds == Binds.AND else self

    def __invert__(self) -> Code:
        if self.inverse is not None:
            return replace(self.inverse, inverse=self)
        return Code(f"~{self.within(Binds.UNARY)}", Binds.UNARY, self)

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
        if not re.fullmatch(r"[a-z]\w*(\.[a-z]\w*)*", path):
            raise ValueError(f"{path!r} is no attribute")
        return Code(f"{self.within(Binds.ATOM)}.{path}")

    def call(self, path: str, *arguments: Code, **options: Code) -> Code:
        """``self.path(arguments, options)``."""
        called = Code(f"{self.attribute(path).text}({_arguments(arguments, options)})")
        if path not in _OPPOSITE_TESTS:
            return called
        return replace(called, inverse=Code(f"{self.attribute(_OPPOSITE_TESTS[path]).text}()"))

    def item(self, key: Code) -> Code:
        """``self[key]``."""
        return Code(f"{self.within(Binds.ATOM)}[{key.text}]")

    def pick(self, rows: Code, column: Code) -> Code:
        """``self[rows, column]``."""
        return Code(f"{self.within(Binds.ATOM)}[{rows.text}, {column.text}]")


def _join(left: Code, sign: str, right: Code, strength: Binds) -> Code:
    """Masks are joined in any order alike, so that no side needs parentheses for this sign."""
    return Code(f"{left.within(strength)} {sign} {right.within(strength)}", strength)


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
    if isinstance(value, float) and not math.isfinite(value):
        return call("float", literal(str(value)))
    if value is None or isinstance(value, bool | float):
        return Code(repr(value), Binds.UNARY if repr(value).startswith("-") else Binds.ATOM)
    if isinstance(value, int):
        return Code(repr(value), Binds.UNARY)
    raise TypeError(f"{type(value).__name__} has no literal")


def quote(text: str) -> str:
    """A str as a double-quoted Python literal of printable ASCII-or-letters only."""
    if '"' in text and "'" not in text:
        return repr(text)
    escaped = repr(text + '"')[1:-2] if "'" in text else repr(text)[1:-1]
    return f'"{escaped}"' if '"' not in text else repr(text)


def word_list(words: Sequence[str]) -> Code:
    """A list of texts; a long one is laid out as lines of words that ``split`` takes apart."""
    separator = "; " if any(char.isspace() for word in words for char in word) else " "
    is_plain = all(word and word.isprintable() and ";" not in word for word in words)
    if len(", ".join(map(quote, words))) <= _LIST_WIDTH or not is_plain:
        return literal(list(words))
    lines = [[words[0]]]
    for word in words[1:]:
        if len(separator.join([*lines[-1], word])) > _LIST_WIDTH:
            lines.append([])
        lines[-1].append(word)
    *most, last = [separator.join(line) for line in lines]
    parts = [*(quote(line + separator) for line in most), quote(last)]
    return Code("(" + " ".join(parts) + f").split({'' if separator == ' ' else quote(separator)})")


def distinct_where(series: Code, test: Code) -> Code:
    """The list of a column's distinct texts that pass a test of one text."""
    texts = series.call("dropna").call("unique").text
    return Code(f"[text for text in {texts} if {test.text}(text)]")


def pattern(text: str) -> Code:
    """A regular expression, as a raw string where that is shorter to read."""
    if "\\" in text and '"' not in text and text.isprintable() and not text.endswith("\\"):
        return Code(f'r"{text}"')
    return literal(text)


def listed(items: Iterable[Code]) -> Code:
    """``[item, …]``."""
    return Code(f"[{', '.join(item.text for item in items)}]")


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
    if not re.fullmatch(r"[A-Za-z]\w*(\.[A-Za-z]\w*)*", path):
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
