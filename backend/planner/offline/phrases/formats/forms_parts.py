"""Phrases for a part of a text and what is said of it: its third character, what precedes the @."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from backend.planner.offline.own_formats import PART
from backend.planner.offline.phrases.formats.texts import LENGTH
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.form import Shape
from backend.rules.language.formats import FORMATS
from backend.rules.language.terms import (
    Any as AnyOf,
)
from backend.rules.language.terms import (
    Apply,
    Cell,
    Compare,
    Constant,
    Function,
    How,
    It,
    Matches,
    Not,
    OneOf,
    Predicate,
    Value,
)
from backend.rules.phrasing import Phrases, Statement, not_

phrase = Phrases()
_ANY = "(?s:.*)"


class Cut(NamedTuple):
    """A part of a text: what stands before and behind it, as patterns."""

    of: Value
    before: str
    behind: str
    size: int = 0
    """How long it is, where the sentence says so."""
    mark: str = ""
    """The sign at which the text is cut, if it is."""
    is_number: bool = False
    """Whether the part is a number, however many zeros it has behind its point."""


# The parts ----------------------------------------------------------------------------------------

phrase.words("_one_sign", "character | letter | digit | sign | char | place | position")


@phrase("cut", "<text_end>")
def cut_end(end: tuple[Value, int, How]) -> Cut | None:
    """The first two characters of a code."""
    of, size, how = end
    is_first = how == How.STARTS
    return Cut(of, "" if is_first else _ANY, _ANY if is_first else "", size) if size > 0 else None


@phrase(
    "cut", "<ordinal> _one_sign (of|in) [every|each|a|an] <cell>", "<cell> 's <ordinal> _one_sign"
)
def cut_one(*parts: Any) -> Cut | None:
    """The third character of a code."""
    place = next(part for part in parts if isinstance(part, int))
    of = next(part for part in parts if isinstance(part, Cell))
    return Cut(of, "(?s:.)" * (place - 1), _ANY, 1) if 1 < place < 40 else None


phrase.words(
    "_the_part",
    "part | text | piece | bit | everything | anything | all | what comes | what stands | string | portion | "
    "characters | what is written | whatever stands | substring",
)
phrase.words(
    "_cut_before", "before | in front of | ahead of | left of | to the left of | preceding | up to"
)
phrase.words("_cut_behind", "after | behind | following | right of | to the right of")


@phrase("cut_mark", "<sign_mark>", "[the] <text>")
def cut_mark(mark: object) -> str | None:
    """The sign at which a text is cut."""
    written = str(mark.value) if isinstance(mark, Constant) else str(mark)
    return written if len(written) == 1 else None


for _word, _written in (
    ("dash", "-"), ("hyphen", "-"), ("dot", "."), ("comma", ","), ("colon", ":"), ("slash", "/"),
    ("space", " "), ("blank", " "), ("underscore", "_"), ("period", "."), ("semicolon", ";"),
):  # fmt: skip
    phrase("cut_mark", _word, f"only {_word}")(lambda written=_written: written)


@phrase("cut", "_the_part _cut_before [the] [first] <cut_mark> (in|of) [every|each|a|an] <cell>")
@phrase(
    "cut",
    "_the_part (of|in) [every|each|a|an] <cell> _cut_before [the] [first] <cut_mark>",
    cost=0.02,
)
def before_mark(*parts: Any) -> Cut:
    """The text before the first comma of a name."""
    of = next(part for part in parts if isinstance(part, Cell))
    mark = next(part for part in parts if isinstance(part, str))
    return Cut(of, "", f"{re.escape(mark)}{_ANY}", mark=mark)


@phrase("cut", "_the_part _cut_behind [the] [last] <cut_mark> (in|of) [every|each|a|an] <cell>")
@phrase(
    "cut",
    "_the_part (of|in) [every|each|a|an] <cell> _cut_behind [the] [last] <cut_mark>",
    cost=0.02,
)
def behind_mark(*parts: Any) -> Cut:
    """The part of an address after the @."""
    of = next(part for part in parts if isinstance(part, Cell))
    mark = next(part for part in parts if isinstance(part, str))
    return Cut(of, f"{_ANY}{re.escape(mark)}", "", mark=mark)


phrase.words("_at_the_start", "at the start of | at the beginning of | at the front of")
phrase.words("_at_the_end", "at the end of")


@phrase("cut", "(number|figure|amount) _at_the_start [every|each|a|an] <cell>")
def number_ahead(of: Value) -> Cut:
    """The number at the start of a size."""
    return Cut(of, "", rf"([^0-9.,]{_ANY})?", is_number=True)


@phrase("cut", "(number|figure|amount) _at_the_end [every|each|a|an] <cell>")
def number_behind(of: Value) -> Cut:
    """The number at the end of a code."""
    return Cut(of, rf"({_ANY}[^0-9.,])?", "", is_number=True)


# What is said of them -----------------------------------------------------------------------------


def _regex(told: Predicate, cut: Cut) -> str | None:
    """A pattern of the parts that are as a phrase says; None where a pattern cannot say it."""
    match told:
        case Matches(of=It(), ignore_case=False):
            return _of_form(told)
        case Compare(ignore_case=False):
            return _of_comparison(told, cut)
        case OneOf(of=It(), ignore_case=False):
            return _text_of(told.options, cut)
        case AnyOf():
            found = [_regex(part, cut) for part in told.parts]
            kept = [each for each in found if each is not None]
            return "|".join(kept) if len(kept) == len(found) else None
        case _:
            return None


def _of_comparison(told: Compare, cut: Cut) -> str | None:
    left, right = told.left, told.right
    if left == LENGTH and isinstance(right, Constant):
        return _so_long(told.sign, right.value)
    if left != It() or told.sign != "==":
        return None
    if isinstance(right, Constant):
        return _text_of((right,), cut)
    is_case = isinstance(right, Apply) and right.of == It() and cut.size == 1
    return _CASES.get(right.function) if is_case and isinstance(right, Apply) else None


def _of_form(told: Matches) -> str | None:
    text = re.escape(told.text)
    match told.how:
        case How.PATTERN:
            return told.text
        case How.FORMAT:
            form = FORMATS[told.text].form if told.text in FORMATS else None
            return form.expression if isinstance(form, Shape) else _MADE.get(told.text)
        case How.STARTS:
            return text + _ANY
        case How.ENDS:
            return _ANY + text
        case _:
            return _ANY + text + _ANY


_MADE = {"letters": r"[^\W\d_]+", "letters_digits": r"([^\W_])+"}
_CASES = {Function.UPPER: r"[A-ZÀ-ÖØ-Þ]", Function.LOWER: r"[a-zß-öø-ÿ]"}


def _text_of(options: tuple[Constant, ...], cut: Cut) -> str | None:
    """The texts as they stand; of a part of known length, only such as have it."""
    texts = [str(option.value) for option in options]
    if cut.is_number:
        is_whole = all(isinstance(option.value, int) for option in options)
        return "|".join(rf"0*{text}(\.0+)?" for text in texts) if is_whole else None
    if any(isinstance(option.value, float) for option in options):
        return None
    if cut.size and any(len(text) != cut.size for text in texts):
        return None
    return "|".join(map(re.escape, texts))


def _so_long(sign: str, count: object) -> str | None:
    if not isinstance(count, int):
        return None
    spans = {
        "==": f"{count}", ">=": f"{count},", ">": f"{count + 1},", "<=": f"0,{count}",
        "<": f"0,{count - 1}",
    }  # fmt: skip
    return f"(?s:.){{{spans[sign]}}}" if sign in spans and count > 0 else None


def _formed(cut: Cut, told: Predicate) -> Predicate | None:
    """The whole text, by what is said of its part."""
    if isinstance(told, Not):
        inner = _formed(cut, told.part)
        return None if inner is None else not_(inner)
    regex = _regex(told, cut)
    if cut.is_number and not isinstance(told, OneOf | Compare):
        return None
    if regex is None or (cut.mark and cut.mark in _literals(regex)):
        return None
    if "|" not in regex:
        return _whole(cut, regex, told)
    return _whole(cut, f"({regex})", told)


def _whole(cut: Cut, regex: str, told: Predicate) -> Predicate | None:
    if cut.mark:
        regex = regex.replace(_ANY, f"[^{re.escape(cut.mark)}]*")
        regex = regex.replace("(?s:.)", f"[^{re.escape(cut.mark)}]")
        text = f"{PART}{cut.mark}{cut.before}{regex}{cut.behind}"
        return Matches(of=cut.of, how=How.FORMAT, text=text)
    if cut.size and not _has_size(regex, cut.size):
        return None
    if isinstance(told, Compare) and isinstance(told.right, Constant):
        value = str(told.right.value)
        if not cut.before + cut.behind.replace(_ANY, ""):
            return Matches(of=cut.of, how=How.STARTS, text=value)
        if not cut.behind + cut.before.replace(_ANY, ""):
            return Matches(of=cut.of, how=How.ENDS, text=value)
    return Matches(of=cut.of, how=How.PATTERN, text=f"{cut.before}{regex}{cut.behind}")


def _literals(regex: str) -> Iterator[str] | set[str]:
    """The signs that stand for themselves in a pattern, more or less."""
    return set(re.sub(r"\[[^\]]*\]|\{[\d,]+\}|\(\?s:\.\)|\(\?s:\.\*\)|\\[dws]", "", regex)) - set(
        "()|*+?\\"
    )


def _has_size(regex: str, size: int) -> bool:
    """Whether all that a pattern takes is so long, as the part is."""
    try:
        low, high = re._parser.parse(regex).getwidth()  # type: ignore[attr-defined]
    except (re.error, OverflowError):
        return False
    return bool((low, high) == (size, size))


@phrase("cut", r"<bare> \( [i.e.|that is|meaning] [,] <cut> \)", cost=0.1)
@phrase("cut", "<bare> , (i.e.|that is|meaning|so|which is) [,] <cut> ,", cost=0.1)
def glossed_cut(word: Constant, cut: Cut) -> Cut | None:
    """The deck, i.e. the first letter of the cabin: a word of the sentence's own."""
    return cut if word.unquoted and str(word.value).isalpha() else None


@phrase("stmt", "<cut> <duty>", "<cut> <vp>", cost=0.05)
def part_so(cut: Cut, told: Predicate) -> Statement | None:
    """The first letter of the deck has to be one of A, B and C."""
    found = _formed(cut, told)
    return None if found is None else rule(found, subject=cut.of)


@phrase("clause", "<cut> <vp>", cost=0.1)
def part_is_so(cut: Cut, told: Predicate) -> Predicate | None:
    """Where the part before the dash is not AB."""
    return _formed(cut, told)


@phrase(
    "stmt", "<cut> _must [all|both] be <char_class>", "<cut> are [all|both] <char_class>", cost=0.02
)
def part_of_class(cut: Cut, regex: str) -> Statement | None:
    """The first two characters must be letters."""
    return _of_class(cut, regex)


def _of_class(cut: Cut, regex: str) -> Statement | None:
    if not cut.size:
        return None
    times = f"{{{cut.size}}}" if cut.size > 1 else ""
    text = f"{cut.before}{regex}{times}{cut.behind}"
    return rule(Matches(of=cut.of, how=How.PATTERN, text=text), subject=cut.of)
