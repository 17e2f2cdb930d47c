"""Values shown in brackets behind a rule: (2, 3, 5, 7 and so on), (e.g. 1.4.0).

They add nothing where each of them is as the rule wants its one column to be. A list that is not
left open is none of examples: it may be all that there are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set

from backend.planner.offline.context import Misfit
from backend.planner.offline.equivalence import fits
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import MONTHS
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Compare, Constant, It, Matches, Not, Reads
from backend.rules.language.walk import rewrite, walk
from backend.rules.rule import Rule

OPENINGS = (
    ("e.g.",), ("eg",), ("for", "example"), ("for", "instance"), ("such", "as"), ("like",),
    ("as", "in"),
)  # fmt: skip
_ENDINGS = (
    ("and", "so", "on"), ("and", "so", "forth"), ("etc.",), ("etc",), ("…",), (".", ".", "."),
    ("and", "the", "like"), ("and", "others"),
)  # fmt: skip
_JOINS = frozenset({",", "and", "or", ";"})
_LONGEST = 24


def shown_in_brackets(
    tokens: Sequence[Token], at: int
) -> tuple[int, Callable[[Rule], bool]] | None:
    """Where examples end that a bracket begins with, and whether a rule is true of them."""
    end = next((at + far for far, each in enumerate(tokens[at:]) if each.text == ")"), None)
    if end is None or end - at > _LONGEST:
        return None
    inner = list(tokens[at:end])
    if _tells_how_dates_look(inner):
        return end + 1, _is_of_dates
    lows = tuple(token.low for token in inner)
    opening = next((each for each in OPENINGS if lows[: len(each)] == each), ())
    ending = next((each for each in _ENDINGS if lows[-len(each) :] == each), ())
    inner = inner[len(opening) : len(inner) - len(ending)]
    shown = list(_in_one_piece(inner))
    if not (opening or ending) or not shown or not all(map(_is_value, shown)):
        return None
    values = [_value(token) for token in shown]
    return end + 1, lambda rule: _is_true_of(rule, values)


def shown_behind(
    tokens: Sequence[Token], at: int, _: object = None
) -> tuple[int, Callable[[Rule], bool]] | None:
    """Where examples behind a comma end, at the end of a sentence: , for example 87%, or 12 kg."""
    told = told_behind(tokens, at)
    if told is None:
        return None
    start, end = told
    shown = [*_in_one_piece(tokens[start:end])]
    if not any(map(_is_shown, shown)):
        return None
    words = {each.text for each in shown if not _is_shown(each)}
    shown = [*_in_one_piece(tokens[start:end], over_blanks=True)] if words else shown
    values = [Constant(value=each.text, reads=Reads.TEXT) for each in shown]
    return end, lambda rule: _is_form_of_all(rule, values, words)


def told_behind(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Where examples stand that are announced behind a comma, at the end of a sentence."""
    if at == 0 or tokens[at - 1].text not in (",", ";", ":", "-"):
        return None
    lows = tuple(token.low for token in tokens[at : at + 2])
    opening = next((each for each in OPENINGS if lows[: len(each)] == each), None)
    if opening is None:
        return None
    start = at + len(opening)
    start += start < len(tokens) and tokens[start].text in (",", ":")
    ends = (far for far in range(start, len(tokens)) if _stops(tokens, far))
    end = next(ends, len(tokens))
    return (start, end) if start < end <= at + _LONGEST else None


def refuse_examples_as_options(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading that takes no example for an option beside the form that it must show.

    Raises:
        Misfit: "one letter, for example E or EX" was read as "one letter, or EX".
    """
    terms = list(walk(rule))
    equal = [each for each in terms if isinstance(each, Compare) and each.sign == "=="]
    options = {str(each.right.value) for each in equal if isinstance(each.right, Constant)}
    if not options or not any(isinstance(each, Matches) for each in terms):
        return
    for at in range(len(tokens)):
        lows = tuple(token.low for token in tokens[at : at + 2])
        if any(lows[: len(each)] == each for each in OPENINGS):
            ends = (far for far in range(at, len(tokens)) if _stops(tokens, far))
            shown = {token.text for token in tokens[at : next(ends, len(tokens))]}
            if shown & options:
                raise Misfit("an example is not of the form that is told; leave it out")


def _stops(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence ends before a sign that is no part of a value: 10.5 has one inside."""
    is_stop = tokens[at].shape == Shape.SIGN and tokens[at].text in (".", ";", "!")
    return is_stop and (at + 1 == len(tokens) or tokens[at + 1].start > tokens[at].end)


def _is_shown(token: Token) -> bool:
    return token.shape == Shape.QUOTED or any(not char.islower() for char in token.text)


def _is_form_of_all(rule: Rule, values: Sequence[Constant], words: Set[str]) -> bool:
    """Whether a rule asks one column for a form that spells these words; every example has it."""
    forms = [part for part in walk(rule) if isinstance(part, Matches)]
    is_denied = any(isinstance(part, Not) for part in walk(rule))
    spelt = {word for part in forms for word in re.findall(r"\w+", part.text)}
    return bool(forms) and words <= spelt and not is_denied and _is_true_of(rule, values)


_HOW_DATES_LOOK = re.compile(
    "(?:(?:the|all|our) )?(?:dates?|days|they)(?: here| there)?(?: are| is)? (?:written|given"
    "|entered|noted|typed|shown|recorded|stored|formatted)(?: down)? (?:like|as in|in the form|such"
    r" as|as)(?: in)? (?:\d{1,2} # \d{4}|\d{4}-\d{2}-\d{2}|# \d{1,2} , \d{4}|# \d{1,2} \d{4})"
)


def _tells_how_dates_look(inner: Sequence[Token]) -> bool:
    """The dates are written like 14 Mar 2023: as they are read anyway, day and month told apart."""
    words = ("#" if token.low in MONTHS else token.low for token in inner)
    return _HOW_DATES_LOOK.fullmatch(" ".join(words)) is not None


def _is_of_dates(rule: Rule) -> bool:
    return any(isinstance(part, Constant) and part.reads == Reads.DATE for part in walk(rule))


def _in_one_piece(tokens: Sequence[Token], *, over_blanks: bool = False) -> Iterator[Token]:
    """The values, each with the signs inside it: 1.4.0; with its blanks as well: 12 kg."""
    last: Token | None = None
    for token in tokens:
        is_joint = token.low in _JOINS
        if last is not None and not is_joint and (over_blanks or last.end == token.start):
            text = last.text + " " * (last.end < token.start) + token.text
            last = last._replace(text=text, low=text.lower(), shape=Shape.WORD, end=token.end)
            continue
        if last is not None:
            yield last
        last = None if is_joint else token
    if last is not None:
        yield last


def _is_value(token: Token) -> bool:
    is_code = token.shape == Shape.WORD and any(not char.islower() for char in token.text)
    return is_code or token.shape in (Shape.NUMBER, Shape.QUOTED)


def _value(token: Token) -> Constant:
    plain = token.text.replace(",", "")
    if token.shape == Shape.NUMBER:
        number = int(plain) if plain.isdigit() else float(plain)
        return Constant(value=number, reads=Reads.NUMBER)
    return Constant(value=token.text, reads=Reads.TEXT)


def _is_true_of(rule: Rule, values: Sequence[Constant]) -> bool:
    if not isinstance(rule, BrokenRows) or rule.where is not None:
        return False
    cells = {part for part in walk(rule.must) if isinstance(part, Cell)}
    must = rewrite(rule.must, lambda part: It() if isinstance(part, Cell) else None)
    return len(cells) == 1 and all(fits(must, value) for value in values)
