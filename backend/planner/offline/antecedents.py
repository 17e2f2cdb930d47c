"""What a word of a later clause looks back at, put in its place: that day, it.

A sentence that has no reading is read again with the day or the column that it told before. Only
one of them may have been told, so that nothing else can be meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.both_tables import with_tables_named
from backend.planner.offline.counted_before import with_counted_nouns
from backend.planner.offline.counts_without import with_counts
from backend.planner.offline.elided_nouns import with_elided_nouns
from backend.planner.offline.empties_markers import SENTINELS
from backend.planner.offline.empty_options import (
    with_empty_option_behind,
    with_limit_on_gaps,
    with_nulls_allowed,
)
from backend.planner.offline.facts_before import with_facts_before, without_nobody
from backend.planner.offline.formulas_in_brackets import with_bracketed_formulas
from backend.planner.offline.inflections import bases_of
from backend.planner.offline.known_ones import with_known_ones
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.meanings_joined import with_meaning_apart
from backend.planner.offline.meant_behind import with_meanings_behind
from backend.planner.offline.measured_in_brackets import with_measured_formulas
from backend.planner.offline.mottos_of_values import without_motto
from backend.planner.offline.named_in_brackets import with_bracketed_headers
from backend.planner.offline.names_of_things import with_rows_of_things
from backend.planner.offline.number_before import with_told_number
from backend.planner.offline.prepositions_twice import without_second_preposition
from backend.planner.offline.reasons_before import with_rows_for_there
from backend.planner.offline.rows_looked_back import with_rows_looked_back
from backend.planner.offline.scopes_by_reason import with_rows_of_reason
from backend.planner.offline.short_again import with_short_names
from backend.planner.offline.signs_there import signs_there
from backend.planner.offline.stories.words import FLAGS
from backend.planner.offline.texts_of_one_column import with_texts_placed
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.told_lists import with_told_list
from backend.planner.offline.told_sets import with_told_set
from backend.planner.offline.topics_asked import with_topic_asked
from backend.planner.offline.topics_before import with_shared_subject, with_topic
from backend.planner.offline.values_before import with_told_values
from backend.planner.offline.values_named_before import with_named_value
from backend.planner.offline.words import ASKING, MONTHS, stem

_BEFORE_DAYS = frozenset({"on", "since", "from"})
_TURNED = frozenset({"before", "after", "from", "since", "until", "to", "on", "than"})
_DAYS = frozenset({"day", "date"})
_STOPS = frozenset({".", ";", ",", "!", ":"})
_MODALS = frozenset({"must", "may", "should", "can", "shall", "might"})


def looked_back(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """The sentence with what it looks back at in place of "that day" and of "it"."""
    told = without_nobody(tokens)
    if told != list(tokens):
        yield told
        tokens = told
    yield from _without_such(tokens)
    yield from _without_progressive(tokens)
    yield from _with_named_day(tokens, lexicon)
    yield from _with_marks(tokens, {named.column.name for named in lexicon.columns})
    yield from _with_day(tokens)
    yield from with_topic(tokens, lexicon)
    yield from with_shared_subject(tokens, lexicon)
    yield from with_counted_nouns(tokens, lexicon)
    yield from with_told_number(tokens)
    yield from with_told_values(tokens, lexicon)
    yield from with_named_value(tokens, lexicon)
    yield from with_elided_nouns(tokens, lexicon)
    yield from with_tables_named(tokens, lexicon)
    yield from signs_there(tokens, lexicon)
    yield from with_told_list(tokens, lexicon)
    yield from with_told_set(tokens, lexicon)
    yield from with_facts_before(tokens, lexicon)
    yield from with_known_ones(tokens, lexicon)
    yield from with_bracketed_headers(tokens, lexicon)
    yield from with_bracketed_formulas(tokens, lexicon)
    yield from with_measured_formulas(tokens, lexicon)
    yield from with_texts_placed(tokens, lexicon)
    yield from without_second_preposition(tokens)
    yield from with_rows_for_there(tokens, lexicon)
    yield from with_counts(tokens, lexicon)
    yield from with_short_names(tokens, lexicon)
    yield from with_rows_of_things(tokens, lexicon)
    yield from without_motto(tokens, lexicon)
    yield from with_topic_asked(tokens, lexicon)
    yield from with_rows_of_reason(tokens, lexicon)
    yield from with_rows_looked_back(tokens, lexicon)
    yield from with_empty_option_behind(tokens)
    yield from with_meanings_behind(tokens, lexicon)
    yield from with_meaning_apart(tokens, lexicon)
    yield from with_nulls_allowed(tokens)
    headers = frozenset(named.column.name for named in lexicon.columns)
    yield from with_limit_on_gaps(tokens, headers)


# Such rows ------------------------------------------------------------------------------------


def _without_such(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Does a box hold two keys? List all such boxes: any box is asked for, and what is found."""
    end = next((at for at, token in enumerate(tokens) if token.text == "?"), 0)
    if end < 4 or tokens[0].low not in ASKING or tokens[1].low not in ("a", "an", "any"):
        return
    lows = [token.low for token in tokens[end + 1 :] if token.low not in (".", "!", "me", "us")]
    if len(lows) < 2 or lows[0] not in FLAGS or "always" in [token.low for token in tokens]:
        return
    rest = lows[1:]
    while rest and rest[0] in ("all", "any", "every", "each", "the", "of", "both"):
        rest.pop(0)
    asked = {stem(token.low) for token in tokens[:end]}
    is_such = rest[:1] in (["such"], ["those"], ["these"]) and len(rest) < 3
    is_such = is_such and all(stem(low) in asked | {"row", "record", "one"} for low in rest[1:])
    if is_such or rest == ["them"]:
        any_of_them = tokens[1]._replace(text="any", low="any")
        yield [tokens[0], any_of_them, *tokens[2 : end + 1]]


def _without_progressive(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Should be working: should work."""
    for at in range(1, len(tokens) - 2):
        is_now = tokens[at].low == "be" and tokens[at + 1].low.endswith("ing")
        if is_now and tokens[at - 1].low in _MODALS | {"not", "never"}:
            verb = tokens[at + 1]
            for base in bases_of(verb.low):
                told = verb._replace(text=base, low=base)
                yield [*tokens[:at], told, *tokens[at + 2 :]]
            return


# That day -------------------------------------------------------------------------------------


def _with_day(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """We opened on 1 March 2024. No order was placed before that day: the day is told there."""
    days = [day for day in _days(tokens) if not _is_in_brackets(tokens, day[0])]
    if len(days) != 1:
        return
    [(start, end)] = days
    backs = [at for at in range(end, len(tokens) - 1) if _is_that_day(tokens, at)]
    is_told = start > 0 and tokens[start - 1].low in _BEFORE_DAYS
    if len(backs) != 1 or not is_told or tokens[backs[0] - 1].low not in _TURNED:
        return
    back = backs[0]
    if not any(token.text in _STOPS for token in tokens[end:back]):
        return
    then = tokens[start]._replace(text="then", low="then", shape=Shape.WORD)
    told = [*tokens[: start - 1], then, *tokens[end:back]]
    behind = back + 1 + (tokens[back + 1].low in _DAYS)
    yield [*told, *tokens[start:end], *tokens[behind:]]


def _is_in_brackets(tokens: Sequence[Token], at: int) -> bool:
    signs = [token.text for token in tokens[:at]]
    return signs.count("(") > signs.count(")")


def _is_that_day(tokens: Sequence[Token], at: int) -> bool:
    """That day; or earlier than that, where nothing else follows."""
    if tokens[at].low not in ("that", "this"):
        return False
    is_bare = tokens[at - 1].low == "than" and tokens[at + 1].text in (".", "!", ";", "(")
    return tokens[at + 1].low in _DAYS or is_bare


def _days(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where a day stands with its year: 2024-03-01, 1 March 2024, March 1, 2024."""
    at = 0
    while at < len(tokens):
        length = _length_of_day(tokens[at : at + 4])
        if length:
            yield at, at + length
        at += length or 1


def _length_of_day(tokens: Sequence[Token]) -> int:
    shapes = [_part_of_day(token) for token in tokens]
    if shapes[:1] == ["date"]:
        return 1
    if shapes[:3] in (["number", "month", "year"], ["month", "number", "year"]):
        return 3
    return 4 if shapes == ["month", "number", ",", "year"] else 0


def _part_of_day(token: Token) -> str:
    if token.shape == Shape.DATE:
        return "date"
    if token.shape == Shape.NUMBER and token.text.isdigit():
        return "year" if len(token.text) == 4 else "number"
    bare = token.low.removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th")
    if bare.isdigit() and len(bare) < 3:
        return "number"
    return "month" if token.low in MONTHS else token.text


def _with_named_day(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """On the same day (placed_on): on the same placed_on, where that holds days and no times."""
    days = {named.column.name for named in lexicon.columns if _holds_days(named.column)}
    for at in range(len(tokens) - 4):
        words = [token.low for token in tokens[at : at + 3]]
        is_same = words[0] in ("same", "one", "single", "a") and words[1] in _DAYS
        if is_same and words[2] == "(" and tokens[at + 4].text == ")":
            if tokens[at + 3].text in days:
                yield [*tokens[: at + 1], tokens[at + 3], *tokens[at + 5 :]]
            return


def _holds_days(column: Column) -> bool:
    layout = column.date_format or ""
    return column.type == ColumnType.DATE and "%d" in layout and "%H" not in layout


# Marks in brackets ----------------------------------------------------------------------------


def _with_marks(tokens: Sequence[Token], headers: Set[str]) -> Iterator[list[Token]]:
    """Pupils without a house ("?") do not count: a question mark means that there is none."""
    for at in range(1, len(tokens) - 2):
        is_bracket = tokens[at].text == "(" and tokens[at + 2].text == ")"
        mark = tokens[at + 1]
        is_mark = mark.low in SENTINELS and (mark.shape == Shape.QUOTED or mark.text.isupper())
        if not is_bracket or not is_mark:
            continue
        before = {token.low for token in tokens[max(at - 4, 0) : at]}
        if before & _NOTHING:
            stop = tokens[at]._replace(text=".", low=".", shape=Shape.SIGN)
            rest = [*tokens[:at], *tokens[at + 3 :]]
            words = [stop._replace(text=low, low=low, shape=Shape.WORD) for low in _MEANS_NOTHING]
            is_named = tokens[at - 1].text in headers
            of_column = [words[0], tokens[at - 1], words[1]] if is_named else []
            told = [stop, *of_column, mark, *words[2:], stop]
            yield [*(rest if rest[-1].text != "." else rest[:-1]), *told]
        return


_NOTHING = frozenset({"without", "empty", "missing", "unknown", "blank", "no", "lacking"})
_MEANS_NOTHING = ("a", "of", "means", "unknown")
