"""Phrases for further pieces of a written form: the year, a digit from 1 to 4, one @ and a dot."""

from __future__ import annotations

import re

from backend.planner.offline.phrases.formats.patterns import WHOLE
from backend.planner.offline.phrases.formats.texts import _form, lower, upper
from backend.rules.language.terms import Constant, How, Matches, Predicate
from backend.rules.phrasing import Phrases, all_of, any_of

phrase = Phrases()
Piece = tuple[str, str]
_ANY = "(?s:.*)"

# Pieces -------------------------------------------------------------------------------------------


@phrase(
    "piece", "[the|a] (four|4) digit year", "[the|a] year (in|with|of) (four|4) digits", cost=-0.5
)
def year_in_digits() -> Piece:
    """The four-digit year."""
    return (r"\d{4}", "class")


@phrase("piece", "[the|a] year", cost=0.05)
def year() -> Piece:
    """The year: a piece of something, and no form by itself."""
    return (r"\d{4}", "mark")


@phrase(
    "piece", "[the|a] (two|2) digit month", "[the|a] month (in|with|as) (two|2) digits", cost=0.0
)
def month() -> Piece:
    """The month in two digits."""
    return ("(0[1-9]|1[0-2])", "class")


@phrase("piece", "[the|a] (two|2) digit day", "[the|a] day (in|with|as) (two|2) digits", cost=0.0)
def day() -> Piece:
    """The day in two digits."""
    return ("(0[1-9]|[12][0-9]|3[01])", "class")


@phrase(
    "piece",
    "[a|one|the|single] (digit|figure) (from|between) <number> (to|and|through) <number>",
    cost=-0.3,
)
@phrase("piece", "[a|one|the|single] (digit|figure) <number> (to|through|-|–) <number>", cost=-0.3)
def digit_from(low: Constant, high: Constant) -> Piece | None:
    """A digit from 1 to 4."""
    first, last = low.value, high.value
    if not isinstance(first, int) or not isinstance(last, int) or not 0 <= first < last <= 9:
        return None
    return (f"[{first}-{last}]", "class")


@phrase("piece", "[a|the] number with <number> digits", "[a|the] <number> digits number", cost=0.1)
@phrase("piece", "[a|the] (running|serial|sequence|consecutive) number (of|with) <number> digits")
def running_number(count: Constant) -> Piece | None:
    """A running number of five digits."""
    is_whole = isinstance(count.value, int) and count.value > 0
    return (rf"\d{{{count.value}}}", WHOLE) if is_whole else None


@phrase("piece", "<bare> (to|through|-|–) <bare>", cost=0.6)
def code_from(first: Constant, last: Constant) -> Piece | None:
    """Q1 to Q4: one letter or several, and one digit."""
    ends = [re.fullmatch("([A-Z]+)([0-9])", str(end.value)) for end in (first, last)]
    low, high = ends
    if low is None or high is None or low[1] != high[1] or low[2] >= high[2]:
        return None
    return (f"{low[1]}[{low[2]}-{high[2]}]", "class")


@phrase("piece", "(another|second|further|third|one more|same) <cut_mark>", cost=0.0)
def another_mark(mark: str) -> Piece:
    """Another dash."""
    return (re.escape(mark).replace(r"\-", "-").replace(r"\ ", " "), "mark")


_NUMBERED = "[the|a|two-digit] (number|week number|week|month number|day number|two digit number)"


@phrase("piece", f"{_NUMBERED} (from|between) <number> (to|and|through) <number>", cost=-0.2)
@phrase("piece", f"{_NUMBERED} (from|between) <bare> (to|and|through) <number>", cost=-1.3)
def number_from(low: Constant, high: Constant) -> Piece | None:
    """A week number from 01 to 53: with a zero ahead where the sentence shows one."""
    first, last = str(low.value), high.value
    if not first.isdigit() or not isinstance(last, int) or not 0 <= int(first) < last <= 400:
        return None
    size = len(str(last)) if first.startswith("0") and len(first) > 1 else 1
    if size > 1 and len(first) != size:
        return None
    told = "|".join(f"{each:0{size}d}" for each in range(int(first), last + 1))
    return (f"({told})", "class" if size > 1 else "number")


# Letters of one case ------------------------------------------------------------------------------

phrase.words(
    "_all_great",
    "all [in] (capitals|upper case|capital letters|uppercase|caps) | in (capitals|capital letters|upper case|"
    "uppercase) | with all letters in (upper case|capitals) | all letters (in upper case|in capitals|capital|upper "
    "case) | letters in (upper case|capitals)",
)
phrase.words(
    "_all_little",
    "all [in] (lower case|small letters|lowercase) | in (lower case|small letters|lowercase) | with all letters in "
    "(lower case|small letters) | all letters (in lower case|small|lower case) | letters in lower case",
)

phrase.words(
    "_any_case",
    "[the|its|their] letters in (any|either) case | [the|its|their] letters (upper or lower|lower or upper|in upper "
    "or lower|in lower or upper) case | in (either|upper or lower|lower or upper) case",
)

for _head in ("adj", "verb"):

    @phrase(_head, f"<{_head}> , _all_great", rf"<{_head}> \( _all_great \)", cost=0.0)
    def in_capitals(told: Predicate) -> Predicate | None:
        """Letters followed by digits, all upper case."""
        return all_of(told, upper()) if _is_pattern(told) else None

    @phrase(_head, f"<{_head}> , _all_little", rf"<{_head}> \( _all_little \)", cost=0.0)
    def in_small_letters(told: Predicate) -> Predicate | None:
        """Letters followed by digits, all lower case."""
        return all_of(told, lower()) if _is_pattern(told) else None

    @phrase(_head, f"<{_head}> , _any_case", rf"<{_head}> \( _any_case \)", cost=-0.3)
    def in_any_case(told: Predicate) -> Predicate | None:
        """Six hexadecimal digits, letters in any case."""
        return told if _is_pattern(told) and _has_both_cases(told) else None

    @phrase(
        _head,
        f"<{_head}> [,] [and] (starting|beginning) with <any_text>",
        f"<{_head}> , (starting|beginning) with <any_text>",
        cost=0.02,
    )
    def starting_with(told: Predicate, text: Constant) -> Predicate | None:
        """A web address starting with https://."""
        return all_of(told, _form(How.STARTS, str(text.value))) if _is_text(told) else None

    @phrase(_head, f"<{_head}> [,] [and] (starting|beginning) with [either] <or_parts>", cost=0.0)
    def starting_with_one(told: Predicate, openings: tuple[str, ...]) -> Predicate | None:
        """Thirteen digits starting with 978 or 979; what an address begins with is told elsewhere."""
        told_starts = any_of(*(_form(How.STARTS, text) for text in openings))
        is_address = any("://" in text for text in openings)
        return all_of(told, told_starts) if _is_text(told) and not is_address else None

    @phrase(_head, f"<{_head}> [,] [and] (ending|finishing) (with|in) <any_text>", cost=0.02)
    def ending_with(told: Predicate, text: Constant) -> Predicate | None:
        """A web address ending in .org."""
        return all_of(told, _form(How.ENDS, str(text.value))) if _is_text(told) else None

    @phrase(
        _head, f"<{_head}> [,] [and] (ending|finishing) (with|in) [either] <or_parts>", cost=0.0
    )
    def ending_with_one(told: Predicate, endings: tuple[str, ...]) -> Predicate | None:
        """A number ending in 0 or 5."""
        told_ends = any_of(*(_form(How.ENDS, text) for text in endings))
        return all_of(told, told_ends) if _is_text(told) else None


def _is_pattern(told: Predicate) -> bool:
    return isinstance(told, Matches) and told.how == How.PATTERN


def _has_both_cases(told: Predicate) -> bool:
    """Whether a pattern takes capitals wherever it takes small letters, and the other way round."""
    pattern = told.text if isinstance(told, Matches) else ""
    letters = re.findall("[A-Za-z]-[A-Za-z]", pattern)
    rest = re.sub(r"\\[a-zA-Z]|[A-Za-z]-[A-Za-z]", "", pattern)
    is_both = sorted(letters) == sorted(each.swapcase() for each in letters)
    return is_both and not re.search("[A-Za-z]", rest)


def _is_text(told: Predicate) -> bool:
    return isinstance(told, Matches) and told.how in (How.PATTERN, How.FORMAT)


# One behind the other -----------------------------------------------------------------------------


@phrase(
    "sequence_of",
    "<piece> [,] (followed by|directly followed by|immediately followed by|and then|then) <piece>",
)
def sequence_of(one: Piece, other: Piece) -> tuple[Piece, ...]:
    """A comma followed by a blank."""
    return (one, other)


@phrase(
    "verb",
    "(contain|contains|include|includes|have|has) <sequence_of> [somewhere|in it|inside]",
    cost=0.02,
)
def contains_sequence(pieces: tuple[Piece, ...]) -> Predicate:
    """Contains a comma followed by a blank."""
    return _form(How.PATTERN, f"{_ANY}{''.join(regex for regex, _ in pieces)}{_ANY}")
