"""Phrases for what is said of a value: ``adj`` follows "be", ``verb`` stands by itself."""

from __future__ import annotations

from backend.rules.language.terms import (
    Arithmetic,
    Constant,
    Missing,
    Parameter,
    Predicate,
    Reads,
    Value,
)
from backend.rules.phrasing import (
    IT,
    Phrases,
    all_of,
    compare,
    not_,
    number,
    one_of,
)

phrase = Phrases()


# Presence ----------------------------------------------------------------------------------------


@phrase(
    "adj",
    "(empty|blank|missing|null|absent|unknown|unset|nan|na|none)",
    "left (empty|blank|out|unfilled)",
)
@phrase(
    "adj",
    "(empty|blank) or (null|missing|blank|empty)",
    "(null|missing) or (empty|blank)",
    "not (given|filled|present|set|filled in|provided|known|recorded|available|populated)",
)
def empty() -> Predicate:
    """Nothing is there."""
    return Missing(of=IT)


@phrase(
    "adj",
    "(filled|present|given|required|mandatory|provided|set|populated|known|recorded|available|compulsory|complete|nonempty|non-empty|non-null|specified|stated)",
)
@phrase(
    "adj",
    "filled (in|out)",
    "not (empty|blank|missing|null|absent|unknown)",
    "not left (empty|blank|out)",
    "not (null|empty|missing) or (empty|blank|null)",
)
@phrase("verb", "exist|exists", "have|has a value", "contain|contains a value", cost=0.2)
def filled() -> Predicate:
    """Something is there."""
    return not_(Missing(of=IT))


# Comparisons -------------------------------------------------------------------------------------

phrase.words(
    "_gt",
    "greater than | more than | above | over | higher than | larger than | bigger than | in "
    "excess of | strictly greater than | longer than | beyond | older than | strictly above "
    "| strictly more than",
)
phrase.words(
    "_ge",
    "at least | no less than | not less than | not below | not lower than | greater than or "
    "equal to | greater or equal to | greater or equal than | equal to or greater than | "
    "equal or greater than | no lower than | not smaller than | no smaller than | a minimum "
    "of | minimum | no fewer than | not under | no shorter than",
)
phrase.words(
    "_lt",
    "less than | below | under | lower than | smaller than | fewer than | strictly less "
    "than | shorter than | strictly below",
)
phrase.words(
    "_le",
    "at most | no more than | not more than | not above | not over | up to | not greater "
    "than | not higher than | no greater than | no higher than | less than or equal to | "
    "less or equal to | equal to or less than | not larger than | no larger than | a "
    "maximum of | maximum | not exceeding | no longer than | not longer than | equal or "
    "less than",
)
phrase.words(
    "_eq",
    "equal to | equal | exactly | the same as | identical to | identical with | exactly "
    "equal to | equal with | the same value as | always",
)
phrase.words(
    "_ne",
    "different from | unequal to | other than | anything but | different to | not the same "
    "as | not identical to",
)
_SIGNS = {
    "_gt": ">", "_ge": ">=", "_lt": "<", "_le": "<=", "_eq": "==", "_ne": "!=",
}  # fmt: skip
_WRITTEN = {
    ">": (">",), ">=": (">=", "≥"), "<": ("<",), "<=": ("<=", "≤"), "==": ("=", "=="),
    "!=": ("!=", "<>", "≠"),
}  # fmt: skip

for _head, _sign in _SIGNS.items():
    phrase("adj", f"{_head} <operand>")(lambda right, sign=_sign: compare(IT, sign, right))
for _sign, _spellings in _WRITTEN.items():
    for _spelling in _spellings:
        phrase("sign", _spelling)(lambda sign=_sign: sign)


@phrase(
    "adj",
    "<number> or (more|higher|greater|longer|older|larger|above)",
    "<amount> or (more|higher|greater|above)",
)
def or_more(bound: Value) -> Predicate:
    """N or more."""
    return compare(IT, ">=", bound)


@phrase(
    "adj",
    "<number> or (less|lower|fewer|smaller|shorter|younger|below)",
    "<amount> or (less|lower|below)",
)
def or_less(bound: Value) -> Predicate:
    """N or less."""
    return compare(IT, "<=", bound)


@phrase("operand", "<sum>", "<moment>", "<related>")
@phrase("bound", "<amount>", "<moment>", "<cell>", "<formula>")
def operand(value: Value) -> Value:
    """The right side of a comparison."""
    return value


@phrase(
    "adj",
    "between <bound> and <bound> [inclusive|inclusively]",
    "from <bound> (to|up to|through) <bound>",
    "in range <bound> (to|-|–|and) <bound>",
    "in range (of|from|between) <bound> (to|and) <bound>",
    "within <bound> (and|to) <bound>",
    r"(between|from) <bound> (and|to) <bound> \( inclusive \)",
    "in the interval from <bound> to <bound>",
    "within range [of] <bound> (to|and|-|–) <bound>",
    "<number> (to|-|–) <number>",
    "between <bound> and <bound> , inclusive",
)
def between(low: Value, high: Value) -> Predicate | None:
    """A closed interval; the bounds in order."""
    return _interval(low, high, ">=", "<=")


@phrase(
    "adj",
    "strictly between <bound> and <bound>",
    "between <bound> and <bound> (exclusive|exclusively|exclusive)",
    r"between <bound> and <bound> \( exclusive \)",
    "greater than <bound> and less than <bound>",
)
def inside(low: Value, high: Value) -> Predicate | None:
    """An open interval."""
    return _interval(low, high, ">", "<")


@phrase(
    "adj",
    "outside <bound> (to|and|-|–) <bound>",
    "outside [of] range [of|from] <bound> (to|and|-|–) <bound>",
    "outside [of] <bound> (to|and) <bound>",
    "not between <bound> and <bound>",
)
def outside(low: Value, high: Value) -> Predicate | None:
    """Below or above an interval."""
    within = _interval(low, high, ">=", "<=")
    return None if within is None else not_(within)


def _interval(low: Value, high: Value, above: str, below: str) -> Predicate | None:
    if isinstance(low, Constant) and isinstance(high, Constant) and low.reads == Reads.NUMBER:
        if high.reads != Reads.NUMBER or float(low.value) > float(high.value):
            return None
    return all_of(compare(IT, above, low), compare(IT, below, high))


for _words, _sign in (
    ("positive|strictly positive", ">"),
    ("negative", "<"),
    ("non-negative|nonnegative|non negative|not negative", ">="),
    ("non-positive|nonpositive|not positive", "<="),
    ("zero", "=="),
    ("non-zero|nonzero|not zero|other than zero", "!="),
):
    for _word in _words.split("|"):
        phrase("adj", _word, f"a {_word} number", f"a {_word} (amount|value|integer)")(
            lambda sign=_sign: compare(IT, sign, number(0))
        )


@phrase(
    "verb",
    "exceed|exceeds|exceeding <operand>",
    "(go|goes|rise|rises) (above|over|beyond) <operand>",
)
def exceeds(right: Value) -> Predicate:
    """More than."""
    return compare(IT, ">", right)


@phrase("verb", "(exceed|exceeds) <cell> by at least <percent>")
def exceeds_by(right: Value, share: float) -> Predicate:
    """At least so many percent more."""
    factor = number(round(1 + share, 12))
    return compare(IT, ">=", Arithmetic(sign="*", left=factor, right=right))


@phrase(
    "verb",
    "(equal|equals|match|matches|matching|equalling|agree with|agrees with|correspond to|corresponds to) <operand>",
)
def equals(right: Value) -> Predicate:
    """Equality."""
    return compare(IT, "==", right)


@phrase("verb", "(differ|differs|deviate|deviates) from <operand>")
def differs(right: Value) -> Predicate:
    """Inequality."""
    return compare(IT, "!=", right)


@phrase("verb", "(fall|falls|drop|drops|go|goes|sink) (below|under) <operand>")
def falls(right: Value) -> Predicate:
    """Less than."""
    return compare(IT, "<", right)


@phrase(
    "verb",
    "(lie|lies|fall|falls) (between|from) <bound> (and|to) <bound>",
    "(range|ranges|run|runs|go|goes) from <bound> to <bound>",
    "(lie|lies|fall|falls) (in|within) range [of|from] <bound> (to|and|-) <bound>",
)
def lies_between(low: Value, high: Value) -> Predicate | None:
    """A closed interval."""
    return between(low, high)


@phrase("adj", "a multiple of <number>", "divisible by <number>")
def multiple(step: Constant) -> None:
    """Not in the condition language yet: refused, so that nothing is guessed."""
    return


# Values and lists --------------------------------------------------------------------------------


@phrase("option", "<text>", "<bare>", "<number>", "<parameter>", "- <number>")
def option(value: Constant | Parameter) -> Constant | None:
    """One value of a list."""
    return value if isinstance(value, Constant) else None


@phrase("options", "<option>")
@phrase("options", "<options> (,|/|;) <option>", cost=0.0)
def options(*parts: object) -> tuple[Constant, ...]:
    """Values with commas."""
    found: tuple[Constant, ...] = ()
    for part in parts:
        found += part if isinstance(part, tuple) and not isinstance(part, Constant) else (part,)  # type: ignore[assignment]
    return found


@phrase("or_list", "[either] <options> [,] or <option>", r"\( <or_list> \)")
@phrase("and_list", "<options> [,] and <option>", r"\( <and_list> \)")
@phrase("any_list", "<or_list>", "<and_list>", "<comma_list>")
def listed(*parts: object) -> tuple[Constant, ...]:
    """A, B or C."""
    return options(*parts)


@phrase(
    "comma_list",
    "<options> , <option>",
    "<options> / <option>",
    r"\( <comma_list> \)",
    ": <comma_list>",
    ": <or_list>",
    ": <and_list>",
    "<number> , <number> , <number>",
    cost=0.05,
)
def comma_list(*parts: object) -> tuple[Constant, ...]:
    """A, B, C."""
    return options(*parts)


@phrase("adj", "<or_list>", cost=0.1)
@phrase(
    "adj",
    "(one of|in|among|any of|either of|either|one among|one out of|limited to|restricted to) [following] [values|list|set|options|codes] [of] <any_list>",
)
@phrase(
    "verb",
    "(contain|contains|have|has|take|takes|hold|holds) [only] [one of] [following] [values] <or_list>",
    cost=0.2,
)
@phrase("adj", "(one of|in|among|any of) : <any_list>")
def member(found: tuple[Constant, ...]) -> Predicate:
    """One of a list."""
    return one_of(IT, found)


@phrase("allowed", "(allowed|permitted|valid|possible|accepted|legal|acceptable|admissible) (values|options|codes|entries) (for|of|in) <cell> _be [only] [:] <any_list>", "only (allowed|permitted|valid|possible|accepted) (values|options|codes) (for|of|in) <cell> _be [:] <any_list>", "<cell> (allows|accepts|permits|takes|admits) [only] [:] [the values] <any_list>", "<cell> (can|may|must) only (be|take|have|contain) [the values] [:] <any_list>", "(allowed|permitted|valid|accepted) <cell> (values|options|codes) _be [:] <any_list>", "<cell> : <any_list>", "<cell> in <any_list>")
def allowed(of: Value, options_: tuple[Constant, ...]) -> Predicate:
    """Allowed values for a column."""
    return one_of(of, options_)


@phrase("allowed", "(forbidden|disallowed|invalid|prohibited) (values|options|codes) (for|of|in) <cell> _be [:] <any_list>")
def forbidden(of: Value, options_: tuple[Constant, ...]) -> Predicate:
    """Forbidden values of a column."""
    return not_(one_of(of, options_))


@phrase("adj", "only <or_list>", cost=0.1)
def only(found: tuple[Constant, ...]) -> Predicate:
    """Only one of a list."""
    return one_of(IT, found)


@phrase(
    "adj", "neither <option> nor <option>", "(none|not one|not any|not in|none one) of <any_list>"
)
def no_member(*parts: object) -> Predicate:
    """None of a list."""
    return not_(one_of(IT, options(*parts)))


@phrase("adj", "<text>", "<bare>", "<number>", "[exactly] <amount>", "<parameter>", cost=0.2)
@phrase(
    "adj",
    "(for|set to|always|exactly|spelled|written|marked|marked as|called|labelled|still|already) (<text>|<bare>|<number>)",
    cost=0.3,
)
def value(right: Value) -> Predicate:
    """Just the value."""
    return compare(IT, "==", right)


@phrase(
    "adj",
    "(a|another) different (value|one|person|people) (than|from) <cell>",
    "different (people|persons|values|things)",
    cost=0.2,
)
def different(*cells: Value) -> Predicate | None:
    """Different from a column."""
    return compare(IT, "!=", cells[0]) if cells else None
