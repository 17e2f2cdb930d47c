"""Phrases for a text that other columns of its row make: the code is state, an underscore and number.

Also for one that begins or ends with another column's text, or holds it: every path starts with
the folder.
"""

from __future__ import annotations

from typing import Literal

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Constant, Lookup, Made, Predicate, Reads, Value
from backend.rules.phrasing import IT, Phrases, Statement, about, not_

phrase = Phrases()
Parts = tuple[Value, ...]

# At a place of it ---------------------------------------------------------------------------------

phrase.words(
    "_text_of",
    "[exactly] (the|its|their|his|her) | [the] (value|text|content|contents) (of|in) [the|its|their] | exactly",
)
_HOW: tuple[tuple[Literal["is", "starts with", "ends with", "contains"], str], ...] = (
    ("starts with", "(start|starts|begin|begins) with"),
    ("ends with", "(end|ends) (with|in|on)"),
    ("contains", "(contain|contains|include|includes)"),
)
for _how, _verb in _HOW:

    @phrase("verb", f"{_verb} [_text_of] <cell>", cost=0.1)
    @phrase("verb", f"{_verb} [_text_of] <cell> (of the same row|in the same row|itself)", cost=0.1)
    def at_its_place(
        part: Value, how: Literal["is", "starts with", "ends with", "contains"] = _how
    ) -> Predicate | None:
        """Starts with the folder."""
        return Made(of=IT, how=how, parts=(part,)) if isinstance(part, Cell | Lookup) else None

    @phrase("verb", f"{_verb} <joined_texts>", cost=0.1)
    def joined_at_its_place(
        parts: Parts, how: Literal["is", "starts with", "ends with", "contains"] = _how
    ) -> Predicate | None:
        """Starts with the folder and a slash; what contains both may have them anywhere."""
        return None if how == "contains" else Made(of=IT, how=how, parts=parts)


@phrase("adj", "(contained|included) in [_text_of] <cell>", cost=0.15)
@phrase("adj", "[a] part of [_text_of] <cell>", cost=0.15)
def contained_in(whole: Value) -> Predicate | None:
    """Contained in the path; the text that holds it is judged with it."""
    is_cell = isinstance(whole, Cell | Lookup)
    return Made(of=whole, how="contains", parts=(IT,)) if is_cell else None


_APPEARS = "(appear|appears|stand|stands|come|comes|occur|occurs|sit|sits|be found|turn up) at"
_ENDS: tuple[tuple[Literal["starts with", "ends with"], str], ...] = (
    ("ends with", "end"), ("starts with", "start|beginning|front"),
)  # fmt: skip
for _end, _place in _ENDS:

    @phrase("verb", f"{_APPEARS} the ({_place}) of [_text_of] <cell>", cost=0.1)
    @phrase("adj", f"(at|found at) the ({_place}) of [_text_of] <cell>", cost=0.1)
    def at_the_end_of(
        whole: Value, how: Literal["is", "starts with", "ends with", "contains"] = _end
    ) -> Predicate | None:
        """Appears at the end of the path; the text that ends with it is judged with it."""
        is_cell = isinstance(whole, Cell | Lookup)
        return Made(of=whole, how=how, parts=(IT,)) if is_cell else None


# Made of parts --------------------------------------------------------------------------------------


@phrase("text_part", "[the|its|their] <cell>")
def cell_part(of: Value) -> Value | None:
    """State."""
    return of if isinstance(of, Cell | Lookup) else None


@phrase("text_part", "[a|an|one|a single] <sign_mark>")
def sign_part(mark: str) -> Value:
    """An underscore."""
    return Constant(value=mark, reads=Reads.TEXT)


@phrase("text_part", "[the text] <text>")
def quoted_part(text: Constant) -> Value:
    """The text '_'."""
    return text


phrase.words(
    "_and_next",
    ", | and | , and | then | , then | and then | plus | + | followed by | & | , followed by",
)


@phrase("part_chain", "<text_part> _and_next <text_part>", "<part_chain> _and_next <text_part>")
def part_chain(first: Value | Parts, last: Value) -> Parts:
    """State, an underscore, measure code."""
    return (*(first if isinstance(first, tuple) else (first,)), last)


@phrase("joined_texts", "<part_chain> [_in_one_text]", cost=0.05)
def joined_texts(parts: Parts) -> Parts | None:
    """State, an underscore and measure code: with a sign between, it is no list of columns."""
    cells = [each for each in parts if not isinstance(each, Constant)]
    return parts if cells and len(cells) < len(parts) else None


phrase.words(
    "_in_one_text",
    "[,] (joined [together]|concatenated|put together|combined|in that order|in this order|without spaces|glued together)",
)


@phrase(
    "joined_texts",
    "[the|its] <cell> and [the|its] <cell> [,] (joined|concatenated|put together|combined|connected|linked|separated|parted) (by|with) [a|an] <sign_mark>",
    "[the|its] <cell> and [the|its] <cell> with [a|an] <sign_mark> (between|in between) [them]",
    cost=0.05,
)
def joined_by(first: Value, last: Value, mark: str) -> Parts | None:
    """State and measure code joined by an underscore."""
    sign = Constant(value=mark, reads=Reads.TEXT)
    return joined_texts((first, sign, last)) if first != last else None


phrase.words(
    "_is_made",
    "is | are | equals | equal | _must be | _must equal | consists of | _must consist of | is made of | is made up of | "
    "_must be made of | _must be made up of | is composed of | _must be composed of | is built from | _must be built from | "
    "is formed from | reads | _must read | is always | _must match | matches | = | :",
)


@phrase("stmt", "[_each] <cell> _is_made <joined_texts>", cost=0.05)
@phrase(
    "stmt", "[_each] <cell> _is_made [the] (concatenation|combination) of <joined_texts>", cost=0.05
)
def is_made_of(of: Value, parts: Parts) -> Statement | None:
    """The code is state, an underscore and measure code."""
    told = Made(of=IT, how="is", parts=parts)
    return rule(about(told, of), subject=of) if isinstance(of, Cell) else None


@phrase("clause", "<cell> (is|are) not <joined_texts>", cost=0.05)
@phrase("clause", "<cell> (does not|do not) (equal|match|consist of) <joined_texts>", cost=0.05)
def is_not_made_of(of: Value, parts: Parts) -> Predicate | None:
    """Where the code is not state, an underscore and measure code."""
    return not_(Made(of=of, how="is", parts=parts)) if isinstance(of, Cell) else None
