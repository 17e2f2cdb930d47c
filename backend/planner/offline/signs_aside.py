"""Signs that do not count in a text: thirteen digits, whatever dashes stand between them."""

from __future__ import annotations

import re

from backend.planner.offline.context import Context, Misfit
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    Apply,
    Cell,
    Compare,
    Constant,
    Function,
    How,
    Lookup,
    Matches,
    OneOf,
    Predicate,
    Term,
)
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import Modifier, any_of, not_
from backend.rules.rule import Rule

_GROUPED = frozenset({"iban", "isbn", "isbn_10", "isbn_13", "payment_card"})
"""Formats that may be written in groups, with blanks or hyphens between them, anyway."""
_ANYTHING = "(?s:.*)"
_TOKEN = re.compile(
    r"(?P<any>\(\?s:\.\*\))|(?P<open>\(\?:|\((?!\?))|(?P<close>\))|(?P<or>\|)"
    r"|(?P<atom>\\[dwsDWS]|\\[^A-Za-z0-9]|\[\^?(?:\\.|[^\]\\])+\]|[^\\\[\](){}|?*+.^$])"
)
_TIMES = re.compile(r"[?*+]|\{\d+(?:,\d*)?\}")


def without_signs(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The rule with these signs passed over wherever they stand in its one text.

    Raises:
        Misfit: it is not about the form of one text, or the signs are part of that form.
    """
    if not isinstance(rule, BrokenRows):
        raise Misfit("signs that do not count are told of a rule about single rows")
    cells = {part for part in walk(rule.must) if isinstance(part, Cell | Lookup)}
    if len(cells) != 1:
        raise Misfit("signs that do not count are told of the form of one column")
    if rule.where is not None and any(_reads(part, cells, remark) for part in walk(rule.where)):
        raise Misfit("it is not clear whether the signs count in what chooses the rows")
    if not any(isinstance(part, Matches | Compare | OneOf) for part in walk(rule.must)):
        raise Misfit("the rule asks nothing of a text in which signs could be passed over")

    def passed_over(part: Term) -> Term | None:
        if isinstance(part, Matches):
            return _form(part, remark.texts)
        if isinstance(part, Compare):
            return _length(part, remark.texts)
        return _lengths(part, remark.texts) if isinstance(part, OneOf) else None

    return rule.model_copy(update={"must": rewrite(rule.must, passed_over)})


def _reads(part: Term, cells: set[Cell | Lookup], remark: Modifier) -> bool:
    """Whether what chooses the rows is about the same text, or names such a sign."""
    named = str(part.value) if isinstance(part, Constant) else ""
    return part in cells or any(sign in named for sign in remark.texts)


def _form(told: Matches, signs: tuple[str, ...]) -> Predicate:
    if told.how == How.FORMAT and told.text in _GROUPED and {*signs} <= {" ", "-"}:
        return told
    spelled = {
        How.PATTERN: told.text,
        How.STARTS: re.escape(told.text) + _ANYTHING,
        How.FORMAT: r"\d+" if told.text == "digits" else "",
    }
    found = loosened(spelled.get(told.how, ""), signs)
    if not found or (told.how == How.STARTS and any(sign in told.text for sign in signs)):
        raise Misfit(f"{signs[0]!r} cannot be passed over in this form")
    return told.model_copy(update={"how": How.PATTERN, "text": found, "says": ""})


def loosened(pattern: str, signs: tuple[str, ...]) -> str | None:
    """The pattern with the signs free to stand anywhere; none where it speaks of them itself."""
    free = f"[{''.join(re.escape(sign) for sign in signs)}]*".replace(r"\ ", " ")
    made, at, may_repeat = "", 0, False
    while at < len(pattern):
        times = _TIMES.match(pattern, at)
        if times and may_repeat:
            made, at, may_repeat = made + times[0], times.end(), False
            continue
        found = _TOKEN.match(pattern, at)
        if found is None:
            return None
        at, may_repeat = found.end(), found["close"] is not None
        if found["atom"] is None:
            made += found[0]
            continue
        if any(re.fullmatch(found[0], sign) for sign in signs):
            return None
        times = _TIMES.match(pattern, at)
        made += f"({found[0]}{free}){times[0]}" if times else f"{found[0]}{free}"
        at = times.end() if times else at
    return None if not made else f"{free}(?:{made})" if "|" in made else free + made


_SIZES = {"==": "", "!=": "", "<=": "at most ", "<": "less than ", ">=": "at least ", ">": "over "}


def _size_of(value: object) -> Term | None:
    """The text of which a length is told."""
    is_length = isinstance(value, Apply) and value.function == Function.LENGTH
    return value.of if is_length and isinstance(value, Apply) else None


def _length(told: Compare, signs: tuple[str, ...]) -> Predicate:
    of, size = _size_of(told.left), told.right
    if of is None or not isinstance(size, Constant) or not isinstance(size.value, int):
        raise Misfit("signs that do not count are told of the form or the length of a text")
    number = size.value
    times = {
        "==": f"{{{number}}}", "!=": f"{{{number}}}", "<=": f"{{0,{number}}}",
        "<": f"{{0,{number - 1}}}", ">=": f"{{{number},}}", ">": f"{{{number + 1},}}",
    }[told.sign]  # fmt: skip
    if number - (told.sign == "<") < 0:
        raise Misfit("no text is so short")
    named = "".join(re.escape(sign) for sign in signs).replace(r"\ ", " ")
    found = Matches.model_validate({
        "of": of, "how": How.PATTERN, "text": f"[{named}]*([^{named}][{named}]*){times}",
        "says": f"{_SIZES[told.sign]}{number} signs, without {' and '.join(map(repr, signs))}",
    })  # fmt: skip
    return not_(found) if told.sign == "!=" else found


def _lengths(told: OneOf, signs: tuple[str, ...]) -> Predicate:
    if _size_of(told.of) is None:
        raise Misfit("signs that do not count are told of the form or the length of a text")
    sizes = (
        Compare(left=told.of, sign="==", right=option, reads=told.reads) for option in told.options
    )
    return any_of(*(_length(size, signs) for size in sizes))
