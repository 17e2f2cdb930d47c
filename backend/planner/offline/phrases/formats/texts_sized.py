"""Phrases for how long a text is with the bound behind it: 15 characters at most, one word alone."""

from __future__ import annotations

from backend.planner.offline.phrases.formats.contents import _WORDS
from backend.planner.offline.phrases.formats.texts import LENGTH, _form
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import All, Compare, Constant, How, Predicate, Value
from backend.rules.phrasing import Phrases, Statement, about, all_of, compare, not_, number

phrase = Phrases()

phrase.words(
    "_up_to_that",
    "at most | at the most | maximum | max | max. | at maximum | as a maximum | or fewer | or less | or shorter | "
    "tops | and no more | and not more | but no more | but not more | and not longer | at the very most | "
    "(is|are) the (maximum|limit|most|longest)",
)
phrase.words(
    "_from_that_on",
    "at least | at the least | minimum | min | min. | at minimum | as a minimum | or more | or longer | and no "
    "less | but no less | and no fewer | but no fewer | and not shorter | at the very least | (is|are) the "
    "(minimum|least|shortest)",
)
phrase.words(
    "_signs_long",
    "(characters|character|chars|char|signs|symbols) [long|in length|in all|in total|altogether]",
)
phrase.words("_words_long", "words [long|in length|in all|in total|altogether]")

# The bound behind ---------------------------------------------------------------------------------

for _unit, _size in (("_signs_long", LENGTH), ("_words_long", _WORDS)):
    for _bound, _sign in (("_up_to_that", "<="), ("_from_that_on", ">=")):

        @phrase("sized", f"<number> {_unit} {_bound}", rf"<number> {_unit} \( {_bound} \)")
        @phrase("sized", f"<number> {_unit} , {_bound}", cost=0.02)
        def bound_behind(count: Constant, size: Value = _size, sign: str = _sign) -> Predicate:
            """15 characters at most."""
            return compare(size, sign, count)


@phrase("adj", "<sized>", cost=-0.1)
@phrase("verb", "(have|has|contain|contains|consist of|consists of) <sized>", cost=-0.1)
@phrase("verb", "(have|has) length of <sized>", cost=-0.1)
def so_sized(told: Predicate) -> Predicate:
    """Must be 15 characters at most."""
    return told


@phrase("must_do", "(may|can) [only] (be|have|contain) <sized>", cost=-0.1)
def may_be_sized(told: Predicate) -> Predicate | None:
    """May be 15 characters at most; "may be at least" is no rule."""
    return told if isinstance(told, Compare) and told.sign == "<=" else None


@phrase(
    "stmt", "<cell> (:|,|-|–|=) [has|must have|must be|is] <sized>", "<cell> <sized>", cost=0.05
)
def cell_sized(of: Value, told: Predicate) -> Statement:
    """Handle: 15 characters at most."""
    return rule(about(told, of), subject=of)


@phrase("stmt", "<sized> (in|for|of) [every|each|a|an|any] <cell>", cost=0.1)
def sized_for(told: Predicate, of: Value) -> Statement:
    """15 characters at most for a handle."""
    return rule(about(told, of), subject=of)


# Bounds told by a limit, and both of them ---------------------------------------------------------


@phrase("sized_within", "_ge <number> [_signs_long] (and|but) [also] _le <number> _signs_long")
def at_least_and_most(low: Constant, high: Constant) -> Predicate:
    """At least 3 and at most 15 characters."""
    return all_of(compare(LENGTH, ">=", low), compare(LENGTH, "<=", high))


@phrase("sized_within", "_le <number> [_signs_long] (and|but) [also] _ge <number> _signs_long")
def at_most_and_least(high: Constant, low: Constant) -> Predicate:
    """At most 15 and at least 3 characters."""
    return at_least_and_most(low, high)


phrase.words(
    "_is_made_of",
    "have | has | contain | contains | consist of | consists of | comprise | comprises | be made up of | is made up of | "
    "are made up of | be composed of | is composed of | are composed of | be made of | run to | runs to",
)
for _unit, _size in (("_signs_long", LENGTH), ("_words_long", _WORDS)):

    @phrase("sized_within", f"[from|between] <number> (to|-|–|and|through|up to) <number> {_unit}")
    def from_so_long_to(low: Constant, high: Constant, size: Value = _size) -> Predicate:
        """Three to six words."""
        return all_of(compare(size, ">=", low), compare(size, "<=", high))

    phrase("sized_within", f"<number> or more {_unit}")(
        lambda low, size=_size: compare(size, ">=", low)
    )
    phrase("sized_within", f"<number> or (fewer|less) {_unit}")(
        lambda high, size=_size: compare(size, "<=", high)
    )
    for _head, _sign in (("_ge", ">="), ("_le", "<="), ("_gt", ">"), ("_lt", "<")):
        phrase("them_feature", f"{_head} <number> {_unit}", cost=0.05)(
            lambda count, size=_size, sign=_sign: compare(size, sign, count)
        )


phrase("them_feature", "<sized_within>", cost=0.05)(lambda told: told)


@phrase("adj", "(one|a single) word (only|alone)", "(only|just) (one|a single) word", cost=-0.1)
@phrase("verb", "_is_made_of (only|just) (one|a single) word", cost=-0.1)
@phrase("verb", "_is_made_of (one|a single) word (only|alone)", cost=-0.1)
def one_word_only() -> Predicate:
    """One word only."""
    return compare(_WORDS, "==", number(1))


@phrase("adj", "[of] <sized_within>", cost=-0.3)
@phrase("verb", "_is_made_of [only|just] <sized_within>", cost=-0.3)
def sized_within(told: Predicate) -> Predicate:
    """Must have at least 3 and at most 15 characters."""
    return told


@phrase("adj", "neither (shorter|longer) nor (shorter|longer) than <number> _signs_long", cost=-0.1)
def so_long_exactly(count: Constant) -> Predicate:
    """Neither shorter nor longer than two characters."""
    return compare(LENGTH, "==", count)


@phrase("verb", "(exceed|exceeds) <number> _signs_long", cost=-0.1)
@phrase("adj", "(more|longer) than (one|a single) (letter|character)", cost=0.0)
def so_long_and_more(count: Constant | None = None) -> Predicate:
    """Exceeds 200 characters; more than a single letter."""
    one = Constant.model_validate({"value": 1, "reads": "number"})
    return compare(LENGTH, ">", one if count is None else count)


@phrase("verb", "(fit|fits) (in|into|within) <number> _signs_long", cost=-0.1)
def within_limit(count: Constant) -> Predicate:
    """Fits into 200 characters."""
    return compare(LENGTH, "<=", count)


@phrase(
    "stmt",
    "<cell> _must be (limited to|restricted to|capped at|confined to) <number> _signs_long",
    cost=0.0,
)
def limited_to(of: Value, count: Constant) -> Statement:
    """Notes are limited to 200 characters."""
    return rule(about(compare(LENGTH, "<=", count), of), subject=of)


for _most, _sign in (("maximum|max|max.|greatest|longest", "<="), ("minimum|min|min.|least", ">=")):

    @phrase(
        "stmt", f"<cell> [:|,|-] ({_most}) length [of|:|=|is] <number> [_signs_long]", cost=0.05
    )
    @phrase("stmt", rf"<cell> \( ({_most}) [length] [of] <number> _signs_long \)", cost=0.05)
    def length_limit(of: Value, count: Constant, sign: str = _sign) -> Statement:
        """Notes: maximum length 200."""
        return rule(about(compare(LENGTH, sign, count), of), subject=of)


@phrase(
    "stmt", "[upper] limit (for|of|on) [every|each|a|an] <cell> is <number> _signs_long", cost=0.0
)
def limit_is(of: Value, count: Constant) -> Statement:
    """The limit for notes is 200 characters."""
    return rule(about(compare(LENGTH, "<=", count), of), subject=of)


for _head in ("adj", "verb"):

    @phrase(
        _head,
        f"<{_head}> [,] <cut_mark> (included|and all|counted|counted too|count too)",
        f"<{_head}> [,] (including|counting) (spaces|blanks|whitespace|punctuation)",
        cost=-0.3,
    )
    def signs_included(told: Predicate, *_: object) -> Predicate | None:
        """40 characters or less, spaces included: as a length counts them anyway."""
        parts = told.parts if isinstance(told, All) else (told,)
        are_lengths = all(isinstance(part, Compare) and part.left == LENGTH for part in parts)
        return told if are_lengths else None


# Letters, where a length is meant -----------------------------------------------------------------

for _head, _sign in (("_ge", ">="), ("_le", "<="), ("_gt", ">"), ("_lt", "<")):

    @phrase("adj", f"{_head} <number> letters (long|in length)", cost=-0.6)
    def letters_long(count: Constant, sign: str = _sign) -> Predicate:
        """At least three letters long: names have other signs too."""
        return compare(LENGTH, sign, count)


@phrase("adj", "_ge <number> [letters] (and|but) _le <number> letters (long|in length)", cost=-0.8)
def letters_long_between(low: Constant, high: Constant) -> Predicate:
    """At least three letters and at most ten letters long."""
    return all_of(compare(LENGTH, ">=", low), compare(LENGTH, "<=", high))


@phrase(
    "adj", "<number> letters (or longer|long or longer|long or more|or more in length)", cost=-0.5
)
def letters_or_longer(count: Constant) -> Predicate:
    """Three letters or longer."""
    return compare(LENGTH, ">=", count)


@phrase("adj", "<number> letters (or shorter|long or shorter|long or less)", cost=-0.5)
def letters_or_shorter(count: Constant) -> Predicate:
    """Twenty letters or shorter."""
    return compare(LENGTH, "<=", count)


# Words and the blanks between ---------------------------------------------------------------------

phrase.words(
    "_no_blank_in_it",
    "[,] (without|with no) [any|a|a single] (space|spaces|blank|blanks|whitespace) [in it|inside|within|in between|"
    "at all|anywhere] | [,] [with] no (space|spaces|blank|blanks) [in it|inside|within|in between|at all|allowed] | "
    "[,] (containing|having) no (space|spaces|blank|blanks)",
)


@phrase("adj", "(a single|only one|just one|one|one single) word [only] _no_blank_in_it", cost=-0.1)
@phrase("verb", "(consist|consists) of (a single|only one|just one|one) word _no_blank_in_it")
def one_word_alone() -> Predicate:
    """One word, without any space."""
    one = Constant.model_validate({"value": 1, "reads": "number"})
    return all_of(compare(_WORDS, "==", one), not_(_form(How.CONTAINS, " ")))


@phrase(
    "adj",
    "[exactly] <number> words [,] (with|separated by|divided by|parted by|joined by) (a single|one|exactly one|just "
    "one) (space|blank) [between them|in between|between the words|between each two]",
    cost=-0.1,
)
@phrase(
    "verb",
    "(have|has|consist of|consists of) [exactly] <number> words [,] (with|separated by|divided by|joined by) (a "
    "single|one|exactly one) (space|blank) [between them|in between]",
    cost=-0.1,
)
def words_apart_by_one(count: Constant) -> Predicate | None:
    """Two words with a single space between them."""
    if not isinstance(count.value, int) or not 1 < count.value < 20:
        return None
    times = f"{{{count.value - 1}}}" if count.value > 2 else ""
    return _form(How.PATTERN, rf"[^\s]+( [^\s]+){times}")
