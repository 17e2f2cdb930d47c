"""Phrases for how a text is put together: hex pairs joined by colons, words joined by dashes."""

from __future__ import annotations

import re

from backend.planner.offline.phrases.formats.contents import has_no_class
from backend.planner.offline.phrases.formats.texts import _form, lower, upper
from backend.planner.offline.phrases.sentences.kinds import char_class_of
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    Apply,
    Compare,
    Constant,
    Function,
    How,
    Matches,
    Predicate,
    Value,
)
from backend.rules.phrasing import Phrases, Statement, about, all_of, any_of, not_

phrase = Phrases()
Piece = tuple[str, str]
Pieces = tuple[Piece, ...]
_HEX = "[0-9a-fA-F]"

# The last place -----------------------------------------------------------------------------------

phrase.words("_at_a_place", "character | sign | digit | place | position | one | char | letter")


@phrase("piece", "(last|final|closing|check) _at_a_place (that|which) (is|may be|can be) <piece>")
@phrase("piece", "(last|final|closing|check) _at_a_place , (that|which) (is|may be) <piece>")
@phrase("piece", "(last|final|closing) _at_a_place being <piece>")
@phrase("piece", "(as the|at the|in the) (last|final) _at_a_place [,] <piece>", cost=0.02)
@phrase(
    "piece", "(at|in) the end <piece>", "<piece> (at the end|at its end|as the last one)", cost=0.1
)
def piece_at_the_end(found: Piece) -> Piece | None:
    """A last character that is a digit or X: one sign."""
    return found if found[1] == "class" and _width(found[0]) == 1 else None


def _width(regex: str) -> int:
    """How many signs a pattern takes; 0 where that varies."""
    low, high = re._parser.parse(regex).getwidth()  # type: ignore[attr-defined]
    return int(low) if low == high else 0


# Groups that are joined ---------------------------------------------------------------------------

phrase.words("_hex", "hexadecimal | hex | hexa")
phrase.words("_hex_groups", "groups | blocks | octets | bytes | parts | chunks | numbers")


@phrase("group_unit", "_hex pairs", "pairs of _hex (digits|characters|signs|numbers)", cost=-0.1)
@phrase("group_unit", "_hex (octets|bytes)", cost=-0.1)
def hex_pairs() -> str:
    """Hexadecimal pairs."""
    return f"{_HEX}{{2}}"


@phrase("group_unit", "<char_class> pairs", cost=-0.1)
def class_pairs(regex: str) -> str:
    """Digit pairs."""
    return f"{regex}{{2}}"


@phrase("group_unit", "<number> (digit|digits|character|characters) _hex _hex_groups")
@phrase("group_unit", "<number> _hex (digit|character) _hex_groups")
@phrase("group_unit", "_hex _hex_groups of <number> [digits|characters] [each]")
def hex_groups(count: Constant) -> str | None:
    """Two-digit hex groups."""
    is_whole = isinstance(count.value, int) and count.value > 0
    return f"{_HEX}{{{count.value}}}" if is_whole else None


phrase.words("_joined_how", "joined | separated | divided | split | connected | linked | parted")
phrase.words(
    "_never_both",
    "[,] [but] (not|never) (both|mixed|a mixture|a mix|a mix of both) | [,] not mixed",
)


@phrase(
    "grouped",
    "<number> <group_unit> [,] _split_by either <group_sign> [only] or [by|with] <group_sign> only",
    "<number> <group_unit> [,] _split_by [either] <group_sign> only or [by|with] <group_sign> only",
    "<number> <group_unit> [,] _split_by [either] <group_sign> or [by|with] <group_sign> _never_both",
    "<number> <group_unit> [,] either all _split_by <group_sign> or all _split_by <group_sign>",
    "<number> <group_unit> [,] _joined_how either (by|with) <group_sign> [only] or (by|with) <group_sign> [only]",
    "<number> <group_unit> [,] _joined_how (by|with) <group_sign> only or (by|with) <group_sign> only",
    cost=-0.4,
)
def grouped_by_either(count: Constant, unit: str, one: str, other: str) -> Pieces | None:
    """Six hexadecimal pairs joined either by colons only or by dashes only."""
    found = [_joined(count, unit, sign) for sign in (one, other)]
    return ((f"({'|'.join(found)})", "class"),) if all(found) and one != other else None


@phrase(
    "grouped",
    "<number> <group_unit> [,] _split_by [either] <group_sign> or [by|with] <group_sign>",
    cost=-0.4,
)
def grouped_by_one_of_two(count: Constant, unit: str, one: str, other: str) -> Pieces | None:
    """Six pairs separated by colons or dashes: each text by one of them."""
    return grouped_by_either(count, unit, one, other)


@phrase(
    "grouped",
    "<number> <group_unit> [,] _split_by <group_sign> or [by|with] <group_sign>",
    cost=-0.4,
)
def grouped_by_any_of_two(count: Constant, unit: str, one: str, other: str) -> Pieces | None:
    """The same, where each sign may be another: which is meant is open."""
    if not all(len(sign) == 1 for sign in (one, other)) or not _joined(count, unit, one):
        return None
    times = int(float(count.value)) - 1
    return ((f"{unit}([{re.escape(one)}{re.escape(other)}]{unit}){{{times}}}", "class"),)


def _joined(count: Constant, unit: str, sign: str) -> str:
    """So many groups with a sign between them; empty where that is no form."""
    is_whole = isinstance(count.value, int) and 1 < count.value < 100
    if not is_whole or unit == "number" or not sign:
        return ""
    times = int(float(count.value)) - 1
    return f"{unit}({_escaped(sign)}{unit}){{{times}}}"


def _escaped(sign: str) -> str:
    return re.escape(sign).replace(r"\ ", " ").replace(r"\-", "-")


# Words that are joined ----------------------------------------------------------------------------

phrase.words(
    "_joined_by",
    "(joined|separated|connected|divided|linked|parted|split|held together) (by|with|through) [single|one|a single]",
)
phrase.words("_words_of_it", "[its|their|the|with] [single] (words|parts|pieces) [being|are|is]")
_RUN = re.compile(r"\[([^\]^]+)\](?:\+|\{1,\})")


for _head in ("adj", "verb"):

    @phrase(_head, f"<{_head}> [,|;] [and] _words_of_it _joined_by <sign_mark>", cost=0.02)
    @phrase(_head, f"<{_head}> [,] [with] single <sign_mark> between [the|its] words", cost=0.02)
    def words_joined(told: Predicate, mark: str) -> Predicate | None:
        """Small letters and digits, its words joined by single dashes."""
        found = _RUN.fullmatch(told.text) if isinstance(told, Matches) else None
        if found is None or len(mark) != 1 or re.fullmatch(f"[{found[1]}]", mark):
            return None
        return _form(How.PATTERN, _of_words(f"[{found[1]}]", mark))


def _of_words(regex: str, mark: str) -> str:
    return f"{regex}+({_escaped(mark)}{regex}+)*"


@phrase("adj", "words (of|made of|made up of|consisting of|in) <kinds> [,] _joined_by <sign_mark>")
@phrase("verb", "(consist|consists) of words (of|made of|in) <kinds> [,] _joined_by <sign_mark>")
@phrase("adj", "(made|made up|composed) of words (of|in) <kinds> [,] _joined_by <sign_mark>")
def words_of(found: tuple[str, ...], mark: str) -> Predicate | None:
    """Words of small letters joined by single hyphens."""
    regex = char_class_of(found)
    is_apart = len(mark) == 1 and not re.fullmatch(regex, mark)
    return _form(How.PATTERN, _of_words(regex, mark)) if is_apart else None


# Two in a row, and at an end ----------------------------------------------------------------------

phrase.words(
    "_in_a_row",
    "in a row | in succession | one after the other | next to each other | side by side | together | running",
)


@phrase("inner_text", "(two|2) <sign_mark> _in_a_row", cost=-0.1)
@phrase("inner_text", "(two|2) (consecutive|successive|adjacent|neighbouring) <sign_mark>")
@phrase("inner_text", "(double|doubled|repeated|consecutive|successive) <sign_mark>")
def doubled_mark(mark: str) -> Predicate | None:
    """Two dashes in a row."""
    return _form(How.CONTAINS, mark * 2) if len(mark) == 1 and mark.strip() else None


@phrase("verb", "(contain|contains|include|includes|have|has|show|shows) [any|some] <inner_text>")
def holds_inside(told: Predicate) -> Predicate:
    """Contains two dashes in a row."""
    return told


@phrase("verb", "(contain|contains|include|includes|have|has|show|shows) no <inner_text>")
@phrase("adj", "(without|with no|free of|free from) [any] <inner_text>")
def holds_none_inside(told: Predicate) -> Predicate:
    """Contains no two dashes in a row."""
    return not_(told)


@phrase("stmt", "no <inner_text> in <cell>", "there _must be no <inner_text> in <cell>")
@phrase("stmt", "_flag [rows with] <inner_text> in <cell>")
def none_in(told: Predicate, of: Value) -> Statement:
    """There must be no two dashes in a row in title."""
    return rule(about(not_(told), of), subject=of)


@phrase(
    "verb", "neither (start|starts|begin|begins) nor (end|ends) (with|in) <sign_mark>", cost=0.0
)
def at_neither_end(mark: str) -> Predicate | None:
    """Neither starts nor ends with a dash; a blank is of any kind, and is told elsewhere."""
    if not mark.strip():
        return None
    return all_of(not_(_form(How.STARTS, mark)), not_(_form(How.ENDS, mark)))


@phrase(
    "stmt",
    "<cell> [_must] (start|starts|begin|begins) with <sign_mark> (and|but) (_must_not|_may not|not) end (with|in|on) (one|it)",
    cost=0.02,
)
def at_the_start_alone(of: Value, mark: str) -> Statement:
    """Must begin with a slash and must not end with one."""
    told = all_of(_form(How.STARTS, mark), not_(_form(How.ENDS, mark)))
    return rule(about(told, of), subject=of)


@phrase("verb", "(start|starts|begin|begins) with <sign_mark> (or|nor) (end|ends) (with|in) one")
def at_an_end(mark: str) -> Predicate | None:
    """Starts with a dash or ends with one."""
    return any_of(_form(How.STARTS, mark), _form(How.ENDS, mark)) if mark.strip() else None


# In capitals or without any -----------------------------------------------------------------------

phrase.words(
    "_penned",
    "written | typed | spelled | spelt | given | entered | printed | stored | recorded | noted | kept | put | put "
    "down | quoted | shown | saved",
)
phrase.words(
    "_capital_signs",
    "capitals | capital letters | upper-case letters | upper case letters | uppercase letters",
)
phrase.words(
    "_small_ones", "small letters | lower-case letters | lower case letters | lowercase letters"
)


phrase.words("_wholly_so", "entirely | wholly | completely | fully | exclusively | purely | all")


@phrase(
    "adj", "_penned [_wholly_so] <adj>", "(entirely|wholly|completely|exclusively) <adj>", cost=0.02
)
def penned_so(told: Predicate) -> Predicate | None:
    """Typed in lower case: of letter case alone."""
    right = told.right if isinstance(told, Compare) and told.sign == "==" else None
    return told if isinstance(right, Apply) and right.function in _CASES else None


_CASES = (Function.LOWER, Function.UPPER, Function.TITLE)


@phrase("adj", "[_penned] (without|with no) [any|a single] _capital_signs", cost=-0.2)
@phrase("adj", "_penned (only (with|in)|with only|with nothing but) _small_ones", cost=-0.2)
@phrase("adj", "_penned with _small_ones [only|alone|throughout]", cost=-0.3)
def without_capitals() -> Predicate:
    """Written without capital letters."""
    return lower()


@phrase("adj", "[_penned] (without|with no) [any|a single] _small_ones", cost=-0.2)
@phrase("adj", "_penned (only (with|in)|with only|with nothing but) _capital_signs", cost=-0.2)
@phrase("adj", "_penned with _capital_signs [only|alone|throughout]", cost=-0.3)
def without_small_ones() -> Predicate:
    """Written without small letters."""
    return upper()


@phrase(
    "adj",
    "[_penned] (without|with no) [any] <char_class> (or|nor|and) [any] <char_class>",
    cost=-0.5,
)
def without_either(one: str, other: str) -> Predicate:
    """Written without capital letters or digits."""
    return all_of(has_no_class(one), has_no_class(other))
