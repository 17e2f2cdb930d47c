"""Words to leaves: every reading that a stretch of the sentence may have by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from backend.planner.offline.acting import acting_leaves
from backend.planner.offline.ages import age_leaves
from backend.planner.offline.called_in_full import full_name_leaves
from backend.planner.offline.chart import Leaf
from backend.planner.offline.consequences import consequence_leaves
from backend.planner.offline.counted_deeds import deed_leaves
from backend.planner.offline.counted_families import counted_family_leaves
from backend.planner.offline.dashes import dash_leaves
from backend.planner.offline.emphases import stressed
from backend.planner.offline.examples import example_leaves
from backend.planner.offline.families import family_leaves, rank_leaves
from backend.planner.offline.files_at_hand import file_leaves
from backend.planner.offline.flag_words import flag_nouns, negated_flags, says_yes
from backend.planner.offline.format_names import format_leaves
from backend.planner.offline.glossed_names import glossed_name_leaves
from backend.planner.offline.holidays_named import holiday_leaves
from backend.planner.offline.kin_words import goes_on
from backend.planner.offline.kind_nouns import kind_noun_leaves
from backend.planner.offline.known_values import bare_text, known_values
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.list_words import list_word_leaves
from backend.planner.offline.long_lists import find_runs
from backend.planner.offline.masks import mask_leaves
from backend.planner.offline.named_files import named_file_leaves
from backend.planner.offline.nouns_before_headers import is_apposed
from backend.planner.offline.ones import is_no_number
from backend.planner.offline.passed_over import SKIPPED
from backend.planner.offline.row_nouns import row_noun_leaves
from backend.planner.offline.said_otherwise import gloss_leaves, spoken_duty, whole_table
from backend.planner.offline.signs_ahead import meaning_leaves
from backend.planner.offline.superlatives import extreme_leaves
from backend.planner.offline.synonyms import synonym_leaves
from backend.planner.offline.tables_told_apart import told_apart
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.told_by_adjective import sized_leaves
from backend.planner.offline.told_names import told_name_leaves
from backend.planner.offline.turned_names import turned_name_leaves
from backend.planner.offline.undone_deeds import undone_leaves
from backend.planner.offline.units import unit_named
from backend.planner.offline.words import (
    ID_WORDS,
    MONTHS,
    NUMBER_WORDS,
    ORDINALS,
    WEEKDAYS,
    parts_of,
    stem,
    stems_of,
)
from backend.planner.offline.written_patterns import regex_leaves
from backend.rules.language.terms import Cell, Constant, Parameter, Reads

LONGEST = 6
_LARGEST = 1e200
_THOUSANDS_OR_DECIMALS = re.compile(r"[1-9]\d{0,2}(\.000)+")  # 1.000 is one, or a thousand


def leaves(
    sentence: str, tokens: Sequence[Token], lexicon: Lexicon, grammar_words: frozenset[str]
) -> Iterator[Leaf]:
    """All lexical readings of all stretches of up to six tokens, and all names of formats."""
    yield from format_leaves(tokens)

    def leaves_at(place: int) -> list[Leaf]:
        single = _single(place, tokens[place], grammar_words, is_first=place == 0)
        return [*single, *_linked(sentence, tokens, place, place + 1, lexicon)]

    lists = find_runs(tokens, leaves_at)
    yield from lists.values()
    inside = {place for run in lists for place in range(run.start, run.stop)}
    for start, token in enumerate(tokens):
        if start in inside:
            continue
        for leaf in _single(start, token, grammar_words, is_first=start == 0):
            meant = stressed(leaf, tokens, lexicon)
            if meant is not None and not _is_no_value(meant, tokens, start, lexicon):
                yield meant
        yield from age_leaves(token.low, start, lexicon, [each.low for each in tokens[:start]])
        yield from _ranks(tokens, start, lexicon)
        words = [each.low for each in tokens[start : start + 3]]
        yield from acting_leaves(words, start, lexicon)
        yield from deed_leaves(token.low, start, lexicon)
        yield from extreme_leaves(words, start, lexicon)
        yield from whole_table(token, start, lexicon)
        yield from spoken_duty(tokens, start)
        told = (stressed(leaf, tokens, lexicon) for leaf in synonym_leaves(tokens, start))
        yield from (leaf for leaf in told if leaf is not None)
        yield from gloss_leaves(tokens, start, lexicon)
        yield from consequence_leaves(tokens, start, lexicon)
        yield from example_leaves(sentence, tokens, start)
        yield from row_noun_leaves(tokens, start, lexicon)
        yield from counted_family_leaves(tokens, start, lexicon)
        yield from dash_leaves(tokens, start)
        yield from turned_name_leaves(tokens, start, lexicon)
        yield from told_name_leaves(tokens, start, lexicon)
        yield from kind_noun_leaves(tokens, start, lexicon)
        yield from full_name_leaves(tokens, start, lexicon)
        yield from file_leaves(tokens, start, lexicon)
        yield from holiday_leaves(tokens, start, lexicon)
        yield from named_file_leaves(tokens, start, lexicon)
        yield from meaning_leaves(tokens, start)
        yield from glossed_name_leaves(sentence, tokens, start, lexicon)
        yield from list_word_leaves(tokens, start, lexicon, grammar_words)
        yield from mask_leaves(sentence, tokens, start)
        yield from sized_leaves(tokens, start, lexicon)
        yield from _stretches(sentence, tokens, start, lexicon)


def _stretches(
    sentence: str, tokens: Sequence[Token], start: int, lexicon: Lexicon
) -> Iterator[Leaf]:
    """What begins at a place and may go on: names and values, regular expressions."""
    for end in range(start + 1, min(len(tokens), start + LONGEST) + 1):
        yield from _linked(sentence, tokens, start, end, lexicon)
    yield from regex_leaves(sentence, tokens, start)


def _is_no_value(leaf: Leaf, tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """A header that looks like a text, the one of "one of", the flag of "the flag paid"."""
    if leaf.symbol == "bare":
        return _is_header(tokens[at], lexicon)
    is_noun = leaf.symbol[0] == "=" and is_apposed(tokens, at, lexicon)
    return is_noun or (leaf.symbol == "number" and is_no_number(tokens, at))


def _is_header(token: Token, lexicon: Lexicon) -> bool:
    """An exact header that no cell holds: "starts with firstName" means no such text."""
    is_held = token.low in lexicon.values
    return not is_held and any(named.column.name == token.text for named in lexicon.columns)


def _ranks(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Iterator[Leaf]:
    """First-class in one token or in two, and whose class that is."""
    for end in (start + 1, start + 2):
        if end <= len(tokens):
            word = "-".join(each.low for each in tokens[start:end])
            whose = tokens[end].low if end < len(tokens) else ""
            is_of = start > 1 and tokens[start - 1].low in ("in", "of", "from")
            before = tokens[start - 2].low if is_of else ""
            named = [*rank_leaves(word, start, end, lexicon, whose)]
            yield from named or rank_leaves(word, start, end, lexicon, before)


def _single(
    position: int, token: Token, grammar_words: frozenset[str], *, is_first: bool
) -> Iterator[Leaf]:
    if token.shape != Shape.QUOTED:
        yield Leaf(f"={token.low}", position, position + 1, True, 0.0)
    if token.shape == Shape.WORD:
        found = [(symbol, meaning, 0.0, part) for symbol, meaning, part in _named(token.low)]
        cost = _bare_cost(token, grammar_words, is_first)
        if cost is not None:
            found.append(("bare", bare_text(token.text), cost, "text"))
    else:
        found = list(_written(token))
    for symbol, meaning, cost, part in found:
        yield Leaf(symbol, position, position + 1, meaning, cost, part)


def _written(token: Token) -> Iterator[tuple[str, object, float, str]]:
    if token.shape == Shape.QUOTED:
        yield "text", Constant(value=token.text, reads=Reads.TEXT), 0.0, "text"
    elif token.shape == Shape.PARAMETER:
        yield "parameter", Parameter(name=token.text, reads=Reads.NUMBER), 0.0, "parameter"
    elif token.shape == Shape.DATE:
        reads = Reads.TIME if len(token.text) > 10 else Reads.DATE
        yield "date", Constant(value=token.text, reads=reads), 0.0, "date"
    elif token.shape == Shape.CLOCK:
        yield "clock", _hours(token.text), 0.0, "time of day"
        yield "bare", bare_text(token.text), 0.6, "text"
    elif token.shape == Shape.NUMBER and is_readable(token.text):
        yield "number", Constant(value=plain_number(token.text), reads=Reads.NUMBER), 0.0, "number"
        if not token.text.isdigit() or token.text.startswith("0"):
            yield "bare", bare_text(token.text), 0.6, "text"


def _ordinal(low: str) -> int:
    found = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)", low)
    return int(found[1]) if found else 0


def _hours(text: str) -> float:
    hours, minutes, *seconds = (int(part) for part in text.split(":"))
    found = (hours * 3600 + minutes * 60 + sum(seconds)) / 3600
    return int(found) if found == int(found) else found


def _named(low: str) -> Iterator[tuple[str, object, str]]:
    if low in NUMBER_WORDS:
        yield "number", Constant(value=NUMBER_WORDS[low], reads=Reads.NUMBER), "number"
    if ordinal := ORDINALS.get(low) or _ordinal(low):
        yield "ordinal", ordinal, "ordinal"
    if low in MONTHS:
        yield "month", MONTHS[low], "month"
    if stem(low) in WEEKDAYS:
        yield "weekday", WEEKDAYS[stem(low)], "weekday"
    if (unit := unit_named(low)) is not None:
        yield "unit", unit, "unit"


def _bare_cost(token: Token, grammar_words: frozenset[str], is_first: bool) -> float | None:
    """What it costs to read an unquoted word as a text: more, the more it looks like English."""
    if any(char.isdigit() or char in "@./_" for char in token.text):
        return 1.0
    if token.low in ID_WORDS:
        return None  # a pupil ID is a column, and no pupil "ID"
    if token.text.isupper() and len(token.text) > 1:
        return 1.0
    if token.low in grammar_words or token.low in SKIPPED:
        return 2.5 if len(token.text) == 1 else None
    return 1.5 if token.text[:1].isupper() and not is_first else 2.5


def is_readable(text: str) -> bool:
    """Whether it is one number, and none near the end of what a float holds."""
    return not _THOUSANDS_OR_DECIMALS.fullmatch(text) and float(text.replace(",", "")) <= _LARGEST


def plain_number(text: str) -> int | float:
    """The number that is written there, without the commas between thousands."""
    plain = text.replace(",", "")
    return int(plain) if plain.isdigit() else float(plain)


def _linked(
    sentence: str, tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon
) -> Iterator[Leaf]:
    span = tokens[start:end]
    if any(token.shape in (Shape.PARAMETER,) for token in span):
        return
    text = span[0].text if len(span) == 1 else sentence[span[0].start : span[-1].end]
    is_quoted = any(token.shape == Shape.QUOTED for token in span)
    if is_quoted and len(span) > 1:
        return
    if not is_quoted:
        yield from known_values(text, start, end, lexicon)
        yield from _capitalised(text, span, start, end)
    if any(token.shape == Shape.SIGN for token in span):
        yield from _exact_columns(text, start, end, lexicon)
        return
    named = span if "'s" in (span[0].low, span[-1].low) else [t for t in span if t.low != "'s"]
    stems = tuple(stem(part) for token in named for part in parts_of(token.text))
    if not stems or span[0].low == "no":
        return
    if _begins_its_table(tokens, end, stems, lexicon):
        return
    yield from flag_nouns(tokens, start, end, stems, lexicon)
    yield from _names(text, stems, start, end, lexicon, goes_on(tokens, start, end, stems, lexicon))


def _begins_its_table(
    tokens: Sequence[Token], end: int, stems: tuple[str, ...], lexicon: Lexicon
) -> bool:
    """Locker codes, in a table of that name: not the codes of the column "locker"."""
    following = stems_of(tokens[end].text) if end < len(tokens) else ()
    return bool(ID_WORDS & {*following}) and (*stems, *following) in lexicon.table_stems.values()


def _names(
    text: str, stems: tuple[str, ...], start: int, end: int, lexicon: Lexicon, goes_on: float
) -> Iterator[Leaf]:
    for named, cost in lexicon.column_links(text, stems):
        owner = named.table if lexicon.names_its_table(stems, named) else ""
        cell = Cell(table=owner, column=named.column.name)
        yield Leaf("column", start, end, cell, cost, f"column {named.column.name}")
    for table, cost in () if text == "may" else lexicon.table_links(text, stems):
        yield Leaf("table", start, end, table, cost + goes_on, f"table {table}")
    for named, yes in lexicon.flags(stems):
        part = f"{named.column.name} = {yes}"
        yield Leaf("flag_word", start, end, says_yes(named, yes), 0.3, part)
    yield from told_apart(stems, start, end, lexicon)
    yield from negated_flags(stems, start, end, lexicon)
    yield from undone_leaves(text, start, end, lexicon)
    yield from family_leaves(text, stems, start, end, lexicon)
    is_header = "_" in text
    for table in () if is_header else lexicon.key_nouns(stems):
        yield Leaf("keynoun", start, end, table, 1.0, f"rows of {table}")


def _exact_columns(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Leaf]:
    for named in lexicon.columns:
        if named.column.name.lower() == text.lower() and not text.isalnum():
            cell = Cell(table="", column=named.column.name)
            yield Leaf("column", start, end, cell, 0.0, f"column {named.column.name}")


def _capitalised(text: str, span: Sequence[Token], start: int, end: int) -> Iterator[Leaf]:
    if (
        1 < len(span) <= 4
        and start > 0
        and all(token.shape == Shape.WORD and token.text[:1].isupper() for token in span)
    ):
        yield Leaf("bare", start, end, bare_text(text), 1.5, "text")
