"""Remarks on empty cells as leaves: whole clauses, found between the signs of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from backend.planner.offline.chart import Leaf
from backend.planner.offline.empties_clauses import Told, tell
from backend.planner.offline.empties_markers import marks_in
from backend.planner.offline.empties_words import BAD, FINE, PARTS_OF_ALL, ROWS
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.nouns_for_cells import LIKE, like
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import stem
from backend.rules.language.terms import Cell
from backend.rules.phrasing import Modifier

_LONGEST = 28
_COST = 0.15
_RIVAL = 0.6
"""How much dearer another column may be that the same words name."""
_OPENS = frozenset({".", ";", ":", ",", "(", "!", "?", "-", "\u2013", "\u2014"})
_CLOSES = _OPENS | {")"}
_SILENT = re.compile(
    r"\b(?:empty|empties|blanks?|missing|nulls?|absent|unfilled|unknown|void|lacking|lacks?|without"
    r"|no|not|nothing|nan|unrecorded|never|optional|voluntary|gaps?|given|known|filled|there|present|recorded|entered|nothing|none)\b"
)
_CLOSED = frozenset({
    "empty", "blank", "missing", "null", "absent", "unknown", "void", "fine", "ok", "okay", "wrong",
    "error", "ignored", "skipped", "left", "out", "valid", "allowed", "value", "values", "entry",
    "row", "rows", "record", "records", "cell", "cells", "one", "ones", "not", "no", "is", "are",
    "alone", "flagged", "checked", "matter", "count", "counts", "field", "fields",
})  # fmt: skip
"""Words that these clauses are made of: where one of them is a column as well, nothing is plain."""


_Cells = tuple[tuple[Cell, float], ...]
"""The columns that a name may stand for, with what it costs to believe it."""
_Names = dict[int, dict[int, list[Leaf]]]


_VERBS = frozenset({
    "stands", "stand", "means", "mean", "marks", "denotes", "indicates", "treat", "treated", "read",
    "taken", "aside", "skip", "leave", "leaving", "ignore", "ignoring", "looked", "asked", "nobody",
    "skipping", "pass", "passes", "fails", "still", "just", "simply", "yet", "there", "here", "set",
    "whoever", "without", "lacking", "has", "have", "having", "with", "nothing", "none", "too",
    "also", "judged", "counted", "same", "like", "wrong", "error", "errors", "needs", "need",
    "check", "compare", "flag", "report", "say", "judge", "test", "checked", "compared", "tested",
})  # fmt: skip
"""Words of such clauses that no more than sound like a header."""
_LEFT = frozenset({"out", "alone", "aside", "blank", "empty", "as", "unchecked"})
_LIKELY = 0.3
"""What it costs at most to believe that a word is a header."""


class _Name(NamedTuple):
    """A stretch of tokens with the columns that it may name, or the rows of a table."""

    end: int
    cells: _Cells


def empties_leaves(
    tokens: Sequence[Token], found: Sequence[Leaf], lexicon: Lexicon
) -> Iterator[Leaf]:
    """A remark for every clause that only tells how empty cells count."""
    names = _names(found)
    for start in _starts(tokens):
        for end in _ends(tokens, start):
            yield from _clause_leaves(tokens, start, end, names, lexicon)


def _starts(tokens: Sequence[Token]) -> Iterator[int]:
    for at in range(len(tokens)):
        before = tokens[at - 1] if at else None
        if before is None or before.text in _OPENS or before.low in ("and", "but"):
            yield at


def _ends(tokens: Sequence[Token], start: int) -> Iterator[int]:
    last = min(len(tokens), start + _LONGEST)
    for at in range(start + 1, last + 1):
        if at == len(tokens) or (tokens[at].text in _CLOSES and tokens[at].shape == Shape.SIGN):
            yield at
        if at < len(tokens) and tokens[at].text in (".", "(", ")", "!") and _is_end(tokens, at):
            return


def _is_end(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].shape == Shape.SIGN


def _names(found: Sequence[Leaf]) -> _Names:
    """What may name a column or a table, by where it starts and ends."""
    names: _Names = {}
    for leaf in found:
        if leaf.symbol in ("column", "table", "keynoun"):
            names.setdefault(leaf.start, {}).setdefault(leaf.end, []).append(leaf)
    return names


def _clause_leaves(
    tokens: Sequence[Token], start: int, end: int, names: _Names, lexicon: Lexicon
) -> Iterator[Leaf]:
    for rows_first in (False, True):
        spelled = _spelled(tokens, start, end, names, rows_first=rows_first)
        found = [] if spelled is None else list(_told_by(tokens, *spelled, (start, end), lexicon))
        yield from found
        if found:
            return


def _told_by(
    tokens: Sequence[Token],
    places: Sequence[tuple[int, str]],
    columns: Sequence[_Cells],
    clause: tuple[int, int],
    lexicon: Lexicon,
) -> Iterator[Leaf]:
    start, end = clause
    yield from _marker_leaves(tokens, places, columns, lexicon, end)
    text = " ".join(word for _, word in places)
    is_plain = all(tokens[place].shape in (Shape.WORD, Shape.SIGN) for place, _ in places)
    if not is_plain or not _SILENT.search(text):
        return
    told = tell(text) or tell(_without_ellipsis(text, tokens[:start]))
    if told is None or not _is_plain(told, tokens, (start, end), lexicon):
        return
    if any(noun.startswith("@") and not noun[1:].isdigit() for noun in told.nouns):
        return  # two headers in a row name nothing
    mentioned = [columns[int(noun[1:])] for noun in told.nouns if noun.startswith("@")]
    if any(not _same(columns[int(at)], mentioned) for at in re.findall(r"@(\d+)", told.reason)):
        return
    words = tuple(noun for noun in told.nouns if not noun.startswith("@"))
    for choice in product(*mentioned):
        if _is_dated(text, [cell for cell, _ in choice], lexicon):
            cost = _COST + sum(cost for _, cost in choice)
            meaning = _modifier(told, [cell for cell, _ in choice], words, tokens[:start])
            yield Leaf("remark", start, end, meaning, cost, "how empty cells count")


def _marker_leaves(
    tokens: Sequence[Token],
    places: Sequence[tuple[int, str]],
    columns: Sequence[_Cells],
    lexicon: Lexicon,
    end: int,
) -> Iterator[Leaf]:
    marks = marks_in(tokens, places, lexicon)
    is_ground = places[0][0] == 0 and [token.text for token in tokens[end : end + 1]] == [","]
    if marks is None or (is_ground and not marks.is_spared):
        return  # "a dash stands for unknown, so" only says why
    told = [columns[int(each[1:])] for each in marks.columns]
    if any(not _same(each, told[:1]) for each in told[1:]):
        return
    named = told[0] if told else ()
    kind = "marked-out" if marks.is_spared else "marker"
    start = places[0][0]
    if not named:
        meaning = Modifier(kind=kind, texts=marks.texts)
        yield Leaf("remark", start, end, meaning, _COST, "what means empty")
    for cell, cost in named:
        meaning = Modifier(kind=kind, values=(cell,), texts=marks.texts)
        yield Leaf("remark", start, end, meaning, _COST + cost, "what means empty")


def _same(cells: _Cells, mentioned: Sequence[_Cells]) -> bool:
    """Whether what explains an empty cell speaks of no other column."""
    known = {cell.column for each in mentioned for cell, _ in each}
    return not known or bool(known & {cell.column for cell, _ in cells})


def _spelled(
    tokens: Sequence[Token], start: int, end: int, names: _Names, *, rows_first: bool
) -> tuple[list[tuple[int, str]], list[_Cells]] | None:
    """The clause's words by their places, with columns as @0, @1 and the rows of tables as #."""
    words: list[tuple[int, str]] = []
    columns: list[_Cells] = []
    at = start
    while at < end:
        token = tokens[at]
        name = _longest(names.get(at, {}), end, rows_first=rows_first)
        if token.low == "left" and any(each.low in _LEFT for each in tokens[at + 1 : at + 2]):
            name = None
        if name is not None and name.end == at + 1 and token.low in _CLOSED | _VERBS:
            least = min((cost for _, cost in name.cells), default=_RIVAL)
            if least < (_RIVAL if token.low in _CLOSED else _LIKELY):
                return None
            name = None
        if token.low in ("a", "an") and at + 1 in names:
            name = None  # an article before a header
        if name is None or token.shape == Shape.QUOTED:
            words.append((at, token.low))
            at += 1
            continue
        words.append((at, f"@{len(columns)}" if name.cells else "#"))
        columns += [name.cells] if name.cells else []
        at = name.end
    return words, columns


def _longest(ends: dict[int, list[Leaf]], last: int, *, rows_first: bool) -> _Name | None:
    """The longest name that begins here; a table's own where it is the likelier, or wanted."""
    for end in sorted((end for end in ends if end <= last), reverse=True):
        tables = [leaf.cost for leaf in ends[end] if leaf.symbol != "column"]
        cells = {leaf.meaning: leaf.cost for leaf in ends[end] if leaf.symbol == "column"}
        least = min(cells.values(), default=9.0)
        if tables and (rows_first or min(tables) <= least):
            return _Name(end, ())
        near = [(cell, cost) for cell, cost in cells.items() if cost <= least + _RIVAL]
        if 0 < len(near) < 4:
            return _Name(end, tuple(near))  # type: ignore[arg-type]
    return None


def _without_ellipsis(text: str, before: Sequence[Token]) -> str:
    """If it is blank it is not: what the clause before calls wrong, or fine, is denied of this."""
    told = " ".join(token.low for token in before).rstrip(" ,;.:").removesuffix(" and")
    told = told.rstrip(" ,;")
    alike = _ALIKE.fullmatch(text)
    if alike is not None:
        return _said_alike(alike, told)
    is_wrong, is_fine = (re.search(f"\\b{words}$", told) for words in (BAD, FINE))
    for denied in (" does not", " do not", " is not", " are not"):
        if text.endswith(denied) and is_wrong and not is_fine:
            return text.removesuffix(denied) + " is not an error"
        if text.endswith(denied) and is_fine and not is_wrong and denied in (" is not", " are not"):
            return text.removesuffix(denied) + " is not fine"
    return text


_ALIKE = re.compile(r"(?:and |but )?(so|as|neither|nor) (is|are|does|do) (.+)")
_UNIMPORTANT = re.compile(r"\b(?:do|does) not (?:matter|count)$")


def _said_alike(alike: re.Match[str], told: str) -> str:
    """And so is a blank; neither does an empty cell: what the clause before says, said again."""
    joint, verb, what = alike.groups()
    is_denied = joint in ("neither", "nor")
    if verb in ("does", "do"):
        return f"{what} does not matter" if is_denied and _UNIMPORTANT.search(told) else ""
    is_wrong, is_fine = (re.search(f"\\b{words}$", told) for words in (BAD, FINE))
    if is_denied and not re.search(r"\b(?:is|are) not [a-z ]+$", told):
        return ""
    if is_wrong and not is_fine:
        return f"{what} is an error"
    return f"{what} is fine" if is_fine and not is_wrong and not is_denied else ""


def _is_plain(
    told: Told, tokens: Sequence[Token], clause: tuple[int, int], lexicon: Lexicon
) -> bool:
    """Whether its nouns name no values, and its rows are not only some of the table's."""
    start, end = clause
    around = {stem(token.low) for token in (*tokens[:start], *tokens[end:])}
    for noun in (*told.nouns, told.rows):
        if noun and not noun.startswith(("@", "#")) and _is_value(noun, lexicon):
            return False
    is_told = told.rows in ("", "#") or stem(told.rows) in around or re.fullmatch(ROWS, told.rows)
    if not is_told and (told.polarity == "bad" or stem(told.rows) in PARTS_OF_ALL):
        return False
    return all(
        noun.startswith("@") or set(map(stem, noun.split())) <= around or like(noun) in LIKE
        for noun in told.nouns
    )


def _is_value(noun: str, lexicon: Lexicon) -> bool:
    """Whether a noun is a value of some column, or a column of yes and no."""
    stems = tuple(map(stem, noun.split()))
    spelled = {noun, " ".join(stems)} | {noun.removesuffix("s")}
    return bool(spelled & set(lexicon.values)) or any(True for _ in lexicon.flags(stems))


def _is_dated(text: str, cells: Sequence[Cell], lexicon: Lexicon) -> bool:
    """Not reported yet: what is done is told by a column of days."""
    done = re.search(r"(?:not|never|been|yet) @(\d+)", text)
    if done is None or re.search(r"(?:do|does|did) not (?:yet )?have", text):
        return True
    columns = [named for named in lexicon.columns if named.column.name == cells[0].column]
    return len(cells) == 1 and bool(columns) and all(named.is_date for named in columns)


def _modifier(
    told: Told, cells: Sequence[Cell], words: tuple[str, ...], before: Sequence[Token]
) -> Modifier:
    is_told = {stem(token.low) for token in before}
    alike = [like(word) for word in words if not set(map(stem, word.split())) <= is_told]
    grain = "rows" if told.of_rows else "cells"
    vague = "vague" if told.is_vague else "plain"
    number = float(told.how_many) if told.how_many else None
    texts = (told.polarity, grain, told.joint, vague, "word" if words else "bare", *alike)
    return Modifier(kind="empties", values=tuple(cells), texts=texts, number=number)
