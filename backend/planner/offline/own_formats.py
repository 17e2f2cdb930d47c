"""The format that a column is named after, where a sentence speaks of its check digit."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from backend.contracts.schema import Column
from backend.planner.offline.context import Misfit
from backend.planner.offline.digits_in_groups import spelled_in_groups
from backend.planner.offline.emojis import EMOJI, with_emojis
from backend.planner.offline.sorted_signs import (
    IN_TURN,
    ONLY_LETTERS,
    SORTED,
    with_only_letters,
    with_shape_in_turn,
    with_sorted_digits,
)
from backend.planner.offline.split_parts import SPLIT, with_known_parts
from backend.planner.offline.words import ID_WORDS, stems_of
from backend.rules.language.formats import FORMATS
from backend.rules.language.id_formats import IDENTIFIERS
from backend.rules.language.terms import How, Matches

OWN = "own"
"""Stands for the format until the column is known."""
OWN_FORM = "own form"
"""The same where the sentence just says that a value must be valid."""
OWN_AMONG = "own among "
"""The same where the sentence tells something that is true of a few formats alone."""
DIGITS = "all digits apart, "
"""So many digits, all different, in every value of the column."""
LETTERS = "so many letters, "
"""The fewest and the most letters of a text, in a column of texts that are made of letters."""
PART = "part at "
"""A sign that is in every value of the column, and a pattern."""
CLOCK = "clock"
"""A time of day, as the column writes its times."""
ALPHABET = "made of "
"""Signs of which the values of the column are made, each value of several of them."""
GROUP = "group at "
"""A pattern of one of the groups that the one sign in the column's values parts."""
EXISTING = "existing"
"""Of a list of what there is: time zones, countries, currencies."""
TEXT_TYPE = "type of texts"
"""Any text at all, which every cell of a file is."""
_NAMED_AFTER = (
    "email", "iban", "bic", "isbn", "isbn_10", "isbn_13", "issn", "isin", "ean", "ean_13", "gtin",
    "imei", "vin", "uuid", "url", "ip", "ipv4", "ipv6", "mac", "doi", "lei", "json", "md5",
)  # fmt: skip
"""The formats that a header names so plainly that a valid value can be nothing else."""


_LISTED = {"timezone": "time_zone", "continent": "continent", "tz": "time_zone"}
"""What a header says of which there are so many, all of them in one list."""


def own_format(atom: Matches, column: Column) -> Matches:
    """The atom with the format of its column's name, or as the column writes its values.

    Raises:
        Misfit: the name is no identifier's, or the values leave open what is meant.
    """
    if atom.how != How.FORMAT:
        return atom
    if atom.text == OWN:
        return _named(atom, _standard_of(column))
    settle = next((_SETTLED[begun] for begun in _SETTLED if atom.text.startswith(begun)), None)
    return atom if settle is None else settle(atom, column)


def _named(atom: Matches, text: str) -> Matches:
    return atom.model_copy(update={"text": text})


def _standard_of(column: Column, wanted: Sequence[str] = ()) -> str:
    """The one identifier that a column is named after, among some if the sentence says so."""
    words = tuple(word for word in stems_of(column.name) if word not in ID_WORDS)
    found = [
        title
        for title, form in IDENTIFIERS.items()
        if any(tuple(stems_of(name)) == words for name in form.names)
    ]
    if len(found) != 1 or (wanted and found[0] not in wanted):
        raise Misfit(f"it is not clear by which standard {column.name} has a check digit; name it")
    return found[0]


def _among(atom: Matches, column: Column) -> Matches:
    wanted = atom.text.removeprefix(OWN_AMONG).split(" ")
    return _named(atom, _standard_of(column, wanted))


def _of_its_name(atom: Matches, column: Column) -> Matches:
    return _named(atom, _form_of(column.name))


def _that_exists(atom: Matches, column: Column) -> Matches:
    """A time zone that exists: of the one list that the column is named after."""
    called = "".join(stems_of(column.name))
    found = [_LISTED[name] for name in _LISTED if called.endswith(name)]
    if len(found) != 1:
        raise Misfit(f"say whether {column.name} must be filled, or in which list it must be")
    return _named(atom, found[0])


def _at_its_clock(atom: Matches, column: Column) -> Matches:
    return _named(atom, _clock_of(column))


def _with_key(atom: Matches, column: Column) -> Matches:
    """A key of a JSON object, in a column of such objects."""
    accepts = FORMATS["json_object"].accepts
    if column.values and not any(map(accepts, column.values)):
        raise Misfit(f"no {column.name} is a JSON object that could have a key")
    return atom


def _with_digits(atom: Matches, column: Column) -> Matches:
    """All four digits: there are four in every value; what is to be said of others is open."""
    count = int(atom.text.removeprefix(DIGITS))
    counts = {sum(char.isdigit() for char in text) for text in column.values if text.strip()}
    if counts != {count}:
        raise Misfit(f"not every {column.name} has {count} digits; say what holds of the others")
    return _named(atom, "distinct_digits")


def _with_letters(atom: Matches, column: Column) -> Matches:
    """Five letters: of texts with other signs it is open whether those count."""
    texts = [text for text in column.values if text.strip()]
    if not texts or not all(map(str.isalpha, texts)):
        raise Misfit(
            f"not every {column.name} is made of letters; say 'characters', or 'letters and "
            "nothing else'"
        )
    span = atom.text.removeprefix(LETTERS)
    letter = "[A-Za-z]" if all(map(str.isascii, texts)) else r"[^\W\d_]"
    return atom.model_copy(update={"how": How.PATTERN, "text": f"{letter}{{{span}}}"})


def _with_part(atom: Matches, column: Column) -> Matches:
    """The part before the @: there is one in every value, and no second one to be unsure of."""
    mark, pattern = atom.text[len(PART)], atom.text[len(PART) + 1 :]
    counts = {text.count(mark) for text in column.values if text.strip()}
    if counts != {1}:
        raise Misfit(
            f"not every {column.name} has just one {mark!r}; say by a pattern what is meant"
        )
    return atom.model_copy(update={"how": How.PATTERN, "text": pattern})


def _with_alphabet(atom: Matches, column: Column) -> Matches:
    """A, C, G and T: what the values are made of, or which values there are."""
    signs = atom.text.removeprefix(ALPHABET)
    if not shows_alphabet(signs, column):
        raise Misfit(f"say whether {column.name} is one of these signs, or a text made of them")
    return atom.model_copy(update={"how": How.PATTERN, "text": f"[{signs}]+"})


def shows_alphabet(signs: str, column: Column) -> bool:
    """Whether some values are made of several of the signs, and none is one sign by itself."""
    filled = [text.strip() for text in column.values if text.strip()]
    is_made = any(len(text) > 1 and set(text) <= set(signs) for text in filled)
    return is_made and not any(text.upper() in signs.upper() for text in filled if len(text) == 1)


def _with_group(atom: Matches, column: Column) -> Matches:
    """The third group: every value has as many groups, and one sign alone parts them."""
    told, _, regex = atom.text.removeprefix(GROUP).partition(" ")
    place, filled = int(told), [text for text in column.values if text.strip()]
    counts = {mark: {text.count(mark) for text in filled} for mark in "-./:_,; |"}
    marks = [mark for mark, found in counts.items() if found != {0} and found]
    if len(marks) != 1 or len(counts[marks[0]]) != 1 or place > min(counts[marks[0]]) + 1:
        raise Misfit(f"it is not clear which parts {column.name} has; say at which sign")
    [mark] = marks
    regex = spelled_in_groups(regex, mark, place, filled)
    if re.search(re.escape(mark), re.sub(r"\(\?s:\.[^)]*\)|\[[^\]]*\]|\{[^}]*\}", "", regex)):
        raise Misfit(f"a part of {column.name} cannot have the sign {mark!r} that parts it")
    free = f"[^{re.escape(mark)}]"
    inner = regex.replace("(?s:.*)", f"{free}*").replace("(?s:.)", free)
    before = f"{free}*{re.escape(mark)}" * (max(place, 1) - 1)
    behind = f"({re.escape(mark)}{free}*)*"
    text = f"({free}*{re.escape(mark)})*{inner}" if place < 0 else f"{before}{inner}{behind}"
    if place == 0:
        text = f"{inner}({re.escape(mark)}{inner})*"
    return atom.model_copy(update={"how": How.PATTERN, "text": text})


def _form_of(column: str) -> str:
    words = tuple(stems_of(column))
    found = {
        title
        for title in _NAMED_AFTER
        for name in (title.replace("_", " "), *FORMATS[title].names)
        if (called := stems_of(name)) and words[-len(called) :] == tuple(called)
    }
    if len(found) != 1:
        raise Misfit(f"say in numbers, dates, values or by a format what 'valid' means of {column}")
    return found.pop()


_TIMES = {"%H:%M": r"\d\d:\d\d", "%H:%M:%S": r"\d\d:\d\d:\d\d"}


def _clock_of(column: Column) -> str:
    """The layout of times of which all have two digits everywhere, and all seconds or none."""
    written = [text.strip() for text in column.values if re.match(r"\s*\d+:\d", text)]
    met = [
        [each for each, shape in _TIMES.items() if re.fullmatch(shape, text)] for text in written
    ]
    layouts = {layout for found in met for layout in found}
    is_even = all(met)
    if len(layouts) != 1 or not is_even:
        raise Misfit(f"the times of {column.name} are written in several ways; say which, as HH:MM")
    return f"date {layouts.pop()}"


def _of_any_text(atom: Matches, column: Column) -> Matches:
    raise Misfit(
        f"every cell of a file is a text; say what {column.name} must not be, as in "
        f"'{column.name} must not be a number'"
    )


_SETTLED: dict[str, Callable[[Matches, Column], Matches]] = {
    EXISTING: _that_exists, OWN_FORM: _of_its_name,
    OWN_AMONG: _among, CLOCK: _at_its_clock, PART: _with_part,
    DIGITS: _with_digits, "json_key ": _with_key, "json_field ": _with_key,
    ALPHABET: _with_alphabet, GROUP: _with_group,
    LETTERS: _with_letters, TEXT_TYPE: _of_any_text, SPLIT: with_known_parts, EMOJI: with_emojis,
    ONLY_LETTERS: with_only_letters, SORTED: with_sorted_digits,
    IN_TURN: with_shape_in_turn,
}  # fmt: skip
