"""Phrases for ends of a form that may be missing: five digits, optionally followed by a dash and four more."""

from __future__ import annotations

from backend.planner.offline.phrases.formats.patterns import described
from backend.rules.language.terms import Predicate
from backend.rules.phrasing import Phrases

phrase = Phrases()
Piece = tuple[str, str]
Pieces = tuple[Piece, ...]

phrase.words(
    "_may_follow",
    "[and] optionally (followed by|with|plus|ending in|ending with|extended by|continued by) | [and] (possibly|perhaps|"
    "sometimes|maybe|eventually) (followed by|with|plus) | (which|that) (may|can) be followed by | [and] (may|can) be "
    "followed by | [and] (may|can) (then|optionally|also) be followed by | [and] if (needed|wanted) followed by | "
    "[and] in some cases (followed by|with) | followed optionally by | [and] with (an optional|the optional) (ending|suffix|"
    "extension|addition) of | [and] with or without (a|an)",
)
phrase.words("_then_too", "and | and then | then | followed by | plus | and another")
phrase.words(
    "_at_its_end",
    "[,] at the [very] end | [,] behind it | [,] after it | [,] after that | [,] as (a suffix|an extension)",
)
phrase.words(
    "_at_its_front",
    "[,] in front [of it] | [,] at the (front|beginning|start) | [,] before it | [,] ahead of it | [,] as a prefix",
)

# What may follow ----------------------------------------------------------------------------------


@phrase("tail_pieces", "<piece>")
@phrase("tail_pieces", "<tail_pieces> _then_too <piece>", cost=-0.5)
def tail_pieces(*found: Piece | Pieces) -> Pieces:
    """A dash and four more digits: all of them, or none."""
    flat: Pieces = ()
    for part in found:
        flat += (part,) if isinstance(part[0], str) else part
    return flat


@phrase("optional_end", "[,] _may_follow <tail_pieces> [_at_its_end]")
@phrase("optional_end", "[,] (and|plus) [an] optional <tail_pieces> _at_its_end")
def optional_end(pieces: Pieces) -> Piece:
    """…, optionally with three more letters or digits at the end."""
    return (f"({''.join(regex for regex, _ in pieces)})?", "class")


@phrase("pieces", "<pieces> <optional_end>", cost=-0.8)
@phrase("pieces", "<choice> <optional_end>", cost=-1.4)
def with_optional_end(before: Pieces | Piece, end: Piece) -> Pieces | None:
    """A form, and what may stand behind it."""
    pieces: Pieces = (before,) if isinstance(before[0], str) else before
    has_no_choice = any(regex.endswith("?") for regex, _ in pieces)
    return None if has_no_choice else ((*((regex, "class") for regex, _ in pieces), end))


@phrase("pieces", "<pieces> [,] [and] optionally with <piece> _at_its_front", cost=-0.8)
@phrase("pieces", "<pieces> [,] [and] optionally (preceded|prefixed|led) by <piece>", cost=-0.8)
@phrase(
    "pieces", "<pieces> [,] (possibly|perhaps) (preceded by|with) <piece> _at_its_front", cost=-0.8
)
def with_optional_front(before: Pieces, front: Piece) -> Pieces:
    """Three numbers with dots between them, optionally with a v in front."""
    return ((f"({front[0]})?", "class"), *before)


@phrase("verb", "(have|has) [exactly] <pieces> <optional_end>", cost=-0.8)
def has_optional_end(before: Pieces, end: Piece) -> Predicate | None:
    """Has five digits, optionally followed by a dash and four more digits."""
    pieces = with_optional_end(before, end)
    return None if pieces is None else described(pieces)


# More of the same ---------------------------------------------------------------------------------


@phrase("piece", "<number> (more|further|additional|other|extra) <char_class>", cost=-0.1)
def more_of(count: object, regex: str) -> Piece | None:
    """Four more digits."""
    times = getattr(count, "value", 0)
    is_whole = isinstance(times, int) and times > 0
    return (regex if times == 1 else f"{regex}{{{times}}}", "class") if is_whole else None


@phrase(
    "piece",
    "<number> (or|to|-) <number> (more|further|additional|other|extra) <char_class>",
    cost=-0.1,
)
def more_or_more(low: object, high: object, regex: str) -> Piece | None:
    """One or two more digits: of two numbers that follow each other, "or" and "to" say the same."""
    least, most = getattr(low, "value", 0), getattr(high, "value", 0)
    is_next = isinstance(least, int) and isinstance(most, int) and most == least + 1
    return (f"{regex}{{{least},{most}}}", "class") if is_next else None


@phrase("piece", "(a|one|another) (further|additional|more|extra) <char_class>", cost=-0.1)
def one_more(regex: str) -> Piece:
    """Another letter."""
    return (regex, "class")
