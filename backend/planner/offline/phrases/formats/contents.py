"""Phrases for what a text holds: one of several parts, a digit, three words, a LIKE pattern."""

from __future__ import annotations

import re
from typing import Any

from backend.planner.offline.phrases.formats.texts import _form
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.written_patterns import is_date_layout, whole_pattern
from backend.rules.language.terms import Apply, Constant, Function, How, Predicate, Value
from backend.rules.phrasing import IT, Phrases, Statement, about, all_of, any_of, compare, not_

phrase = Phrases()

Parts = tuple[str, ...]


# One of several parts -------------------------------------------------------------------------


@phrase("part", "<text_value>", "_string <any_text>", "<sign_mark>")
def part(found: Any) -> str:
    """A piece of text."""
    return str(found.value) if isinstance(found, Constant) else str(found)


@phrase("part_list", "<part> , [with|in] <part>", "<part_list> , [with|in] <part>")
def part_list(*found: Any) -> Parts:
    """A, B."""
    return (*found[0], found[1]) if isinstance(found[0], tuple) else found


for _word in ("or", "and"):

    @phrase(
        f"{_word}_parts",
        f"<part> [,] {_word} [with|in] <part>",
        f"<part_list> [,] {_word} [with|in] <part>",
        f"<{_word}_parts> {_word} [with|in] <part>",
    )
    def joined_parts(*found: Any) -> Parts:
        """A, B or C."""
        return (*found[0], found[1]) if isinstance(found[0], tuple) else found


@phrase("any_parts", "<or_parts>", "<and_parts>", "<part_list>", ": <part_list>", ": <or_parts>")
def any_parts(found: Parts) -> Parts:
    """The parts of a list, whatever joins them."""
    return found


phrase.words(
    "_sort_of_text",
    "[the|these] (words|texts|strings|terms|titles|prefixes|suffixes|abbreviations|markers|tags|parts)",
)


@phrase("and_parts", "_sort_of_text [:] <and_list>")
@phrase("any_parts", "_sort_of_text [:] (<and_list>|<or_list>|<any_list>)", cost=0.1)
def listed_parts(found: tuple[Constant, ...]) -> Parts:
    """The titles Mr, Mrs and Miss."""
    return tuple(str(each.value) for each in found)


phrase.words("_contain", "contain | contains | containing | include | includes | including")
phrase.words("_one_of", "one of | any of | either of | at least one of | one or more of")
_VERBS = {"_starts": How.STARTS, "_ends": How.ENDS, "_contain": How.CONTAINS}
for _verb, _how in _VERBS.items():

    @phrase("verb", f"{_verb} [either] <or_parts>", f"{_verb} _one_of <any_parts>")
    def has_one(found: Parts, how: How = _how) -> Predicate:
        """Begins with A or B."""
        return any_of(*(_form(how, text) for text in found))

    @phrase("verb", f"{_verb} none of <any_parts>", f"{_verb} neither <part> nor <part>")
    def has_none(*found: Any, how: How = _how) -> Predicate:
        """Begins with neither A nor B."""
        texts = found[0] if isinstance(found[0], tuple) else found
        return all_of(*(not_(_form(how, text)) for text in texts))


@phrase("must_do", "_must _contain [both] <and_parts>", "_must _contain all of <any_parts>")
def has_all(found: Parts) -> Predicate:
    """Contains A and B."""
    return all_of(*(_form(How.CONTAINS, text) for text in found))


@phrase("verb", "_contain both <and_parts>", "_contain all of <any_parts>")
def has_both(found: Parts) -> Predicate:
    """Contains both A and B."""
    return has_all(found)


@phrase(
    "verb",
    "_contain (exactly|only|just) one <sign_mark>",
    "_contain (exactly|only|just) <one_sign>",
    "(have|has) (exactly|only|just) <one_sign>",
    "(have|has) (exactly|only|just) one <sign_mark>",
    "_contain <sign_mark> exactly once",
)
def has_one_sign(mark: str) -> Predicate | None:
    """Just one of a sign."""
    other = f"[^{re.escape(mark)}]*"
    return _form(How.PATTERN, f"{other}{re.escape(mark)}{other}") if len(mark) == 1 else None


# Characters of a class ------------------------------------------------------------------------

phrase.words("_hold", "contain | contains | containing | include | includes | have | has | having")
_ANY = "(?s:.*)"


@phrase("verb", "_hold [any|a|an|one or more|at least one|some] <char_class>")
@phrase("verb", "_hold <char_class> (somewhere|anywhere)")
def has_class(regex: str) -> Predicate:
    """Contains a digit."""
    return _form(How.PATTERN, f"{_ANY}{regex}{_ANY}")


@phrase(
    "verb",
    "_hold no <char_class>",
    "be free of <char_class>",
    "_hold not (a single|one) <char_class>",
)
def has_no_class(regex: str) -> Predicate:
    """Contains no digit."""
    return not_(has_class(regex))


@phrase("verb", "_hold [any|some] numbers")
def has_numbers() -> Predicate:
    """Contains numbers: digits."""
    return has_class(r"\d")


@phrase("verb", "_hold no numbers")
def has_no_numbers() -> Predicate:
    """Contains no numbers."""
    return not_(has_numbers())


@phrase("verb", "_hold (at least|a minimum of|no fewer than) <number> <char_class>")
def has_so_many(count: Constant, regex: str) -> Predicate | None:
    """Contains at least two digits."""
    if not isinstance(count.value, int) or count.value < 1:
        return None
    if count.value == 1:
        return has_class(regex)
    return _form(How.PATTERN, f"({_ANY}{regex}){{{count.value}}}{_ANY}")


@phrase("verb", "_hold (at most|no more than|up to) <number> <char_class>")
def has_at_most(count: Constant, regex: str) -> Predicate | None:
    """Contains at most two digits."""
    more = has_so_many(count.model_copy(update={"value": int(float(count.value)) + 1}), regex)
    return None if more is None else not_(more)


@phrase("verb", "_contain exactly <number> <char_class>", cost=0.05)
def has_exactly(count: Constant, regex: str) -> Predicate | None:
    """Contains exactly two digits, among whatever else."""
    least, most = has_so_many(count, regex), has_at_most(count, regex)
    return None if least is None or most is None else all_of(least, most)


@phrase("verb", "_hold [a|an] <char_class> and [a|an] <char_class>")
def has_two_classes(one: str, other: str) -> Predicate:
    """Contains a letter and a digit."""
    return all_of(has_class(one), has_class(other))


phrase.words(
    "_double_blanks",
    "(double|doubled|consecutive|successive|repeated|multiple) (spaces|blanks|space|blank) [in a row] | "
    "(run|runs|sequence|sequences|series) of [several|two or more] (spaces|blanks) | (two|several|two or more|multiple) [adjacent] "
    "(spaces|blanks) (in a row|next to each other|side by side|in succession|together) | more than one (space|blank) "
    "(in a row|at a time|in succession|together)",
)


@phrase("verb", "_hold [any|a] _double_blanks")
@phrase("adj", "with [any] _double_blanks", cost=0.1)
def has_double_blanks() -> Predicate:
    """Contains two blanks in a row."""
    return _form(How.CONTAINS, "  ")


@phrase("verb", "_hold no _double_blanks")
@phrase("adj", "(without|free of|free from|with no) [any] _double_blanks")
def has_no_double_blanks() -> Predicate:
    """Contains no two blanks in a row."""
    return not_(has_double_blanks())


@phrase("stmt", "no _double_blanks in [_each|any] <cell>", cost=0.02)
@phrase("stmt", "there (must|should|may) be no _double_blanks in [_each|any] <cell>", cost=0.02)
def no_double_blanks_in(of: Value) -> Statement:
    """No double blanks in the title."""
    return rule(about(has_no_double_blanks(), of), subject=of)


# Words ----------------------------------------------------------------------------------------

_WORDS = Apply(function=Function.WORDS, of=IT)
for _head, _sign in (
    ("_ge", ">="), ("_le", "<="), ("_gt", ">"), ("_lt", "<"), ("[exactly]", "=="),
):  # fmt: skip
    phrase("verb", f"(_hold|consist of|consists of) {_head} <number> (word|words)")(
        lambda count, sign=_sign: compare(_WORDS, sign, count)
    )
    phrase("adj", f"{_head} <number> words [long]")(
        lambda count, sign=_sign: compare(_WORDS, sign, count)
    )
phrase("adj", "(a single|only one|just one|one) word")(
    lambda: compare(_WORDS, "==", Constant.model_validate({"value": 1, "reads": "number"}))
)


# Patterns of SQL ------------------------------------------------------------------------------


def like_pattern(text: str) -> str:
    """A LIKE pattern of SQL as a regular expression: % is any text, _ one character."""
    signs = {"%": _ANY, "_": "(?s:.)"}
    return "".join(signs.get(char) or re.escape(char) for char in text)


@phrase("adj", "like <text>")
@phrase("verb", "(match|matches) <text>", cost=0.05)
def like(text: Constant) -> Predicate | None:
    """Like 'AB%'."""
    written = str(text.value)
    is_like = "%" in written and not set("[]()^$\\*+") & set(written)
    is_like = is_like and not is_date_layout(written)
    return _form(How.PATTERN, like_pattern(written)) if is_like else None


phrase.words(
    "_like_pattern",
    "like pattern | sql like pattern | sql pattern | like expression | sql like expression | like mask | wildcard pattern",
)


@phrase(
    "verb",
    "(match|matches|follow|follows|fit|fits) _like_pattern [:] (<text>|<like_text>)",
    "(match|matches) [sql] like (<text>|<like_text>)",
    "(match|matches) [pattern] <like_text>",
)
@phrase("adj", "of _like_pattern [:] (<text>|<like_text>)", "[sql] like <like_text>")
def like_by_name(text: Constant) -> Predicate:
    """Matches the LIKE pattern 'A_B'."""
    return _form(How.PATTERN, like_pattern(str(text.value)))


phrase.words("_one_pattern_of", "either | one of | any of | at least one of")
phrase.words(
    "_like_patterns", "_like_pattern | patterns | like patterns | sql patterns | sql like patterns"
)


@phrase("like_list", "(<text>|<like_text>) (or|and|,) (<text>|<like_text>)")
@phrase("like_list", "(<text>|<like_text>) , <like_list>")
def like_list(first: Constant, *more: Any) -> tuple[Constant, ...]:
    """PK% and PL%."""
    return (first, *(more[0] if isinstance(more[0], tuple) else more))


@phrase(
    "verb",
    "(match|matches|follow|follows|fit|fits) _one_pattern_of [_like_patterns] [:] <like_list>",
)
def like_one_of(options: tuple[Constant, ...]) -> Predicate | None:
    """Matches one of the LIKE patterns PK% and PL%."""
    if not all("%" in str(each.value) for each in options):
        return None
    return any_of(*(_form(How.PATTERN, like_pattern(str(each.value))) for each in options))


# Regular expressions ---------------------------------------------------------------------------


@phrase(
    "verb",
    "(match|matches|follow|follows|satisfy|satisfies) [pattern|regex|regular expression|regexp|format] (<text>|<regex>)",
    "(match|matches) (regex|regular expression|pattern) : (<text>|<regex>)",
)
@phrase("adj", "of (form|pattern) (<text>|<regex>)", cost=0.1)
def pattern(text: Constant) -> Predicate | None:
    """A regular expression as the owner wrote it; a plain word is none."""
    if not set(r"\[](){}^$*+?|.") & set(str(text.value)):
        return None
    try:
        re.compile(str(text.value))
    except (re.error, OverflowError):
        return None
    return _form(How.PATTERN, whole_pattern(str(text.value)))
