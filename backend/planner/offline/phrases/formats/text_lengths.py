"""Phrases for how long a text is, as owners write it it: length 2-40."""

from __future__ import annotations

from backend.planner.offline.own_formats import LETTERS
from backend.planner.offline.phrases.formats.texts import LENGTH
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Constant, How, Matches, Predicate, Value
from backend.rules.phrasing import (
    IT,
    Phrases,
    Statement,
    about,
    all_of,
    any_of,
    compare,
    not_,
    one_of,
)

phrase = Phrases()


@phrase("long", "<number>", "[exactly] <number> _chars")
def so_long(count: Constant) -> Predicate:
    """Length 4."""
    return compare(LENGTH, "==", count)


@phrase("long", "<number> or <number> [_chars]")
def either_long(one: Constant, other: Constant) -> Predicate:
    """Length 8 or 11."""
    return one_of(LENGTH, (one, other))


for _head, _sign in (("_ge", ">="), ("_le", "<="), ("_gt", ">"), ("_lt", "<")):
    phrase("long", f"{_head} <number> [_chars]")(
        lambda count, sign=_sign: compare(LENGTH, sign, count)
    )


@phrase("long", "[from|between] <number> (to|-|–|and|up to|through) <number> [_chars]")
def so_long_to(low: Constant, high: Constant) -> Predicate:
    """Length 2-40."""
    return all_of(compare(LENGTH, ">=", low), compare(LENGTH, "<=", high))


@phrase("adj", "[of] (length|a length|the length) [of|=|:] <long>", "<long> in length", cost=0.05)
@phrase("verb", "(have|has) (length|a length|the length) [of|=|:] <long>", cost=0.05)
def length_told(told: Predicate) -> Predicate:
    """Of length 4."""
    return told


@phrase("stmt", "<cell> [:|,|-] (length|len) [:|=|is|of] <long>", cost=0.1)
@phrase("stmt", "<cell> [:|,|-] <long_bound> _chars", cost=0.1)
@phrase("stmt", "(length|len) of <cell> [:|=|is] <long>", cost=0.15)
def cell_length(subject: Value, told: Predicate) -> Statement:
    """First name length 2-40."""
    return rule(about(told, subject), subject=subject)


@phrase("adj", "neither <number> nor <number> _chars [long|in length]", cost=-0.05)
@phrase("verb", "(have|has) neither <number> nor <number> _chars", cost=-0.05)
def neither_long(one: Constant, other: Constant) -> Predicate:
    """Neither 8 nor 11 characters long."""
    return not_(one_of(LENGTH, (one, other)))


for _low, _high in (("_lt", "_gt"), ("_gt", "_lt"), ("_ge", "_le"), ("_le", "_ge")):

    @phrase("adj", f"{_low} <number> or {_high} <number> _chars", cost=-0.05)
    def short_or_long(
        one: Constant, other: Constant, signs: tuple[str, str] = (_low, _high)
    ) -> Predicate:
        """Shorter than 2 or longer than 40 characters."""
        written = {"_lt": "<", "_gt": ">", "_ge": ">=", "_le": "<="}
        return any_of(
            compare(LENGTH, written[signs[0]], one), compare(LENGTH, written[signs[1]], other)
        )


for _head, _sign in (("_highest", "<="), ("_lowest", ">="), ("_ge", ">="), ("_le", "<=")):
    phrase("long_bound", f"{_head} <number>")(
        lambda count, sign=_sign: compare(LENGTH, sign, count)
    )


# So many letters --------------------------------------------------------------------------------

phrase.words(
    "_letters", "letters | letters in it | letters long | letters in length | letters in all"
)


@phrase("letter_count", "[exactly|just|precisely] <number>", "always <number>")
def so_many_letters(count: Constant) -> str | None:
    """Exactly five."""
    return f"{_count(count)}" if _count(count) else None


@phrase("letter_count", "[from|between] <number> (to|-|–|and|or|up to|through) <number>")
def letters_to(low: Constant, high: Constant) -> str | None:
    """Between 5 and 6."""
    least, most = _count(low), _count(high)
    return f"{least},{most}" if 0 < least < most else None


def _count(told: Constant) -> int:
    """A whole number without a unit; 0 of anything else."""
    return told.value if isinstance(told.value, int) and not told.unit else 0


@phrase("verb", "(have|has) <letter_count> _letters", cost=0.05)
@phrase("adj", "<letter_count> letters (long|in length)", cost=0.05)
def made_of_so_many(span: str) -> Predicate:
    """Has between 5 and 6 letters."""
    return Matches(of=IT, how=How.FORMAT, text=f"{LETTERS}{span}")
