"""What a value must be: the predicate, and how "must …" goes on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from backend.importers.draft import Refusal, Said, Subject
from backend.importers.english import constant, quote, say_constant, say_options
from backend.rules.language.terms import (
    Apply,
    Cell,
    Constant,
    Function,
    How,
    Matches,
    Missing,
    Predicate,
    Reads,
    Value,
)
from backend.rules.phrasing import all_of, compare, not_, one_of

_SAID = {
    ">=": ("be at least",), ">": ("be greater than",), "<=": ("be at most",),
    "<": ("be less than",), "==": ("equal", "be", "be exactly"), "!=": ("not equal", "not be"),
}  # fmt: skip
_SAID_OF_DATES = {
    ">=": ("be on or after", "be at least"), ">": ("be after",), "<=": ("be on or before",),
    "<": ("be before",), "==": ("be", "equal"), "!=": ("not be", "not equal"),
}  # fmt: skip
SIGNS = tuple(_SAID)


class Duty(NamedTuple):
    """What must be so, and the endings that say it after "must"; ``instead`` says it otherwise."""

    must: Predicate
    endings: tuple[Said, ...]
    instead: Duty | None = None


class Spoken(NamedTuple):
    """A value, and how a sentence calls it."""

    value: Value
    said: Said


def cell_of(subject: Subject, column: str) -> Spoken:
    """A column of the table."""
    return Spoken(subject.cell(column), lambda spell: spell(column))


def length_of(subject: Subject, column: str) -> Spoken:
    """How many characters a column has."""
    value = Apply(function=Function.LENGTH, of=subject.cell(column))
    return Spoken(value, lambda spell: f"the length of {spell(column)}")


def fixed(value: Constant) -> Spoken:
    """A constant."""
    return Spoken(value, lambda _: say_constant(value))


def says(*texts: str) -> tuple[Said, ...]:
    """Endings that name no column."""
    return tuple(map(_saying, texts))


def _saying(text: str) -> Said:
    return lambda _: text


def _going_on(text: str, rest: Said) -> Said:
    return lambda spell: f"{text} {rest(spell)}"


# Presence ------------------------------------------------------------------------------------


def filled(of: Value) -> Duty:
    """Something is there."""
    return Duty(not_(Missing(of=of)), says("be filled in"))


def empty(of: Value) -> Duty:
    """Nothing is there."""
    return Duty(Missing(of=of), says("be empty"))


# Comparisons ---------------------------------------------------------------------------------


def compared(of: Value, sign: str, right: Spoken) -> Duty:
    """One comparison."""
    is_date = isinstance(right.value, Constant) and right.value.reads in (Reads.DATE, Reads.TIME)
    texts = (_SAID_OF_DATES if is_date else _SAID)[sign]
    if isinstance(right.value, Constant) and right.value.reads == Reads.TEXT:
        texts = {"==": ("be",), "!=": ("not be",)}.get(sign, texts)
    endings = tuple(_going_on(text, right.said) for text in texts)
    return Duty(compare(of, sign, right.value), endings)


class Bounds(NamedTuple):
    """From where to where a value may go; an open end is None."""

    low: Constant | None
    high: Constant | None
    above: str = ">="
    below: str = "<="

    @classmethod
    def read(
        cls, low: object, high: object, *, strict_low: object = False, strict_high: object = False
    ) -> Bounds:
        """The bounds as a file has them.

        Raises:
            Refusal: both are open, or one is neither number nor date.
        """
        if low is None and high is None:
            raise Refusal("it has neither a smallest nor a greatest value")
        return cls(
            None if low is None else _bound(low),
            None if high is None else _bound(high),
            ">" if strict_low else ">=",
            "<" if strict_high else "<=",
        )


def _bound(value: object) -> Constant:
    found = constant(value)
    if found.reads == Reads.TEXT:
        raise Refusal(f"the bound {value!r} is neither a number nor a date in ISO 8601")
    return found


def within(of: Value, bounds: Bounds) -> Duty:
    """Between two bounds, or on one side of one."""
    low, high, above, below = bounds
    if low is None or high is None:
        bound, sign = (high, below) if low is None else (low, above)
        assert bound is not None
        return compared(of, sign, fixed(bound))
    if low == high and (above, below) == (">=", "<="):
        return compared(of, "==", fixed(low))
    must = all_of(compare(of, above, low), compare(of, below, high))
    if (above, below) == (">=", "<="):
        return Duty(must, says(f"be between {say_constant(low)} and {say_constant(high)}"))
    sides = (compared(of, above, fixed(low)), compared(of, below, fixed(high)))
    first, second = (side.endings[0](str) for side in sides)
    return Duty(must, says(f"{first} and {second.removeprefix('be ')}", f"{first} and {second}"))


# Lists ---------------------------------------------------------------------------------------


def among(of: Value, options: Sequence[Constant]) -> Duty:
    """One of a list."""
    if len(options) == 1:
        return compared(of, "==", fixed(options[0]))
    return Duty(one_of(of, tuple(options)), says(f"be one of {say_options(options)}"))


def outside(of: Value, options: Sequence[Constant]) -> Duty:
    """None of a list."""
    if len(options) == 1:
        return compared(of, "!=", fixed(options[0]))
    said = say_options(options)
    return Duty(not_(one_of(of, tuple(options))), says(f"not be one of {said}"))


# Forms ---------------------------------------------------------------------------------------


def matching(of: Value, expression: str) -> Duty:
    """The whole text matches a regular expression."""
    must = Matches(of=of, how=How.PATTERN, text=expression)
    return Duty(must, says(f"match the pattern {quote(expression)}"))


def beginning(of: Value, text: str) -> Duty:
    """A text begins with another."""
    return _part(of, How.STARTS, text, ("start with the text {}", "start with {}", "begin with {}"))


def ending(of: Value, text: str) -> Duty:
    """A text ends with another."""
    return _part(of, How.ENDS, text, ("end with the text {}", "end with {}", "end in {}"))


def containing(of: Value, text: str) -> Duty:
    """A text contains another."""
    return _part(of, How.CONTAINS, text, ("contain {}", "contain the text {}"))


def _part(of: Value, how: How, text: str, endings: Sequence[str]) -> Duty:
    told = [ending.replace("{}", quote(text)) for ending in endings]
    return Duty(Matches(of=of, how=how, text=text), says(*told))


def denied(duty: Duty) -> Duty:
    """The contrary: "must not …"."""
    must = duty.must
    if isinstance(must, Matches) and must.how == How.PATTERN and not _tells_ends(must.text):
        return denied(matching(must.of, f"^{must.text}$"))
    instead = None if duty.instead is None else denied(duty.instead)
    return Duty(not_(duty.must), tuple(_going_on("not", s) for s in duty.endings), instead)


def _tells_ends(expression: str) -> bool:
    """Whether a pattern of a whole text shows that it is: by an anchor, or by "anything"."""
    return expression.startswith(("^", "(?s:.*)")) or expression.endswith("(?s:.*)")


def formatted(of: Value, name: str, said: str) -> Duty:
    """A text is of a named format."""
    return Duty(Matches(of=of, how=How.FORMAT, text=name), says(f"be {said}"))


def filled_and(of: Cell, duty: Duty) -> Duty:
    """A duty that an empty cell breaks as well."""
    must = all_of(not_(Missing(of=of)), duty.must)
    said = "be filled in and must"
    return Duty(must, tuple(_going_on(said, ending) for ending in duty.endings))
