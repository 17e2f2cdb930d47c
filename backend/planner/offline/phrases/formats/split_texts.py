"""Phrases for the parts of a text that commas or other signs part: each must be red, home or blue."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.split_parts import SplitCell, parts_are, parts_are_not
from backend.rules.language.terms import Cell, Constant, Predicate
from backend.rules.phrasing import Phrases, Statement

phrase = Phrases()
Options = tuple[Constant, ...]

phrase.words(
    "_split_at",
    "split (by|at|on) | separated by | parted by | divided by | delimited by | cut at",
)
phrase.words("_each_piece", "each | every | all | all the | each of the | every one of the")
phrase.words(
    "_pieces_of",
    "part | parts | piece | pieces | element | elements | item | items | entry | entries | value | values",
)
_MARKS = {",": ("comma", "commas"), ";": ("semicolon", "semicolons"), "|": ("pipe", "pipes"),
          "/": ("slash", "slashes"), "-": ("hyphen", "hyphens", "dash", "dashes"),
          " ": ("blank", "blanks", "space", "spaces")}  # fmt: skip
for _mark, _names in _MARKS.items():
    phrase("split_mark", *_names)(lambda mark=_mark: mark)
    phrase("glued_mark", *(f"{name}-{end}" for name in _names[:1] for end in ("separated", "delimited")),
           *(f"{name} {end}" for name in _names[:1] for end in ("separated", "delimited")))(
        lambda mark=_mark: mark
    )  # fmt: skip


@phrase("split_mark", "<text>")
def written_mark(text: Constant) -> str | None:
    """Split at ';'."""
    written = str(text.value)
    return written if len(written) == 1 and not written.isalnum() else None


@phrase(
    "split_cell", "[_each_piece] _pieces_of (of|in) <cell> [,] [when|if] _split_at <split_mark> [,]"
)
@phrase(
    "split_cell",
    "[_each_piece] _pieces_of (of|in) <cell> [,] [when|if] _split_at [a|the] <split_mark> [,]",
)
@phrase("split_cell", "[_each_piece] <glued_mark> _pieces_of (of|in) <cell>")
def split_cell(*parts: Any) -> SplitCell | None:
    """Each part of tags, split by commas."""
    of = next((part for part in parts if isinstance(part, Cell)), None)
    mark = next(part for part in parts if isinstance(part, str))
    return None if of is None else SplitCell(of, mark)


@phrase("part_word", "<text>", "<bare>")
def part_word(found: Constant) -> Constant:
    """One part."""
    return found


@phrase("parts_before", "<part_word>", "<parts_before> , <part_word>")
@phrase("part_words", "<part_word>", "[either] <parts_before> [,] or <part_word>")
@phrase(
    "part_words",
    "(one of|among|any of) [:] <parts_before> [,] (or|and|,) <part_word>",
    "<parts_before> , <part_word>",
)
def part_words(*found: Constant | Options) -> Options:
    """Red, home or blue."""
    listed: Options = ()
    for each in found:
        listed += (each,) if isinstance(each, Constant) else each
    return listed


@phrase(
    "stmt",
    "<split_cell> _must be <part_words>",
    "<split_cell> (is|are) <part_words>",
    "(flag|report) [rows|records] (where|in which) [any|some|a|an] <split_cell> (is|are) not <part_words>",
)
def each_is(split: SplitCell, options: Options) -> Statement | None:
    """Each part of tags, split by commas, must be red, home or blue."""
    return _told(split, parts_are(split, options))


@phrase(
    "stmt",
    "<split_cell> _must_not be <part_words>",
    "no <split_cell> _may be <part_words>",
    "(flag|report) [rows|records] (where|in which) [any|some|a|an] <split_cell> (is|are) <part_words>",
)
def none_is(split: SplitCell, options: Options) -> Statement | None:
    """Each part of tags, split by commas, must not be red."""
    return _told(split, parts_are_not(split, options))


def _told(split: SplitCell, told: Predicate | None) -> Statement | None:
    return None if told is None else rule(told, subject=split.of)
