"""Phrases that explain a rule before or after it, and must be true to it."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Constant, How, Matches, Predicate, Value
from backend.rules.language.walk import walk
from backend.rules.phrasing import (
    IT,
    Modifier,
    Phrases,
    RowSet,
    Statement,
    about,
    all_of,
    compare,
    number,
)

phrase = Phrases()


# Only itself ----------------------------------------------------------------------------------

phrase.words("_just", "just | only | nothing but | purely | simply | nothing more than")


@phrase("stmt", "<cell> _must be _just <cell> (:|;|,|-|.) [and] <stmt>", cost=0.02)
@phrase("stmt", "<cell> _must (contain|hold|have) _just <cell> (:|;|,|-|.) [and] <stmt>", cost=0.02)
def itself_only(cell: Value, same: Value, statement: Statement) -> Statement | None:
    """The city must be just the city: …; what follows says what that means."""
    told = about(statement, cell)
    is_about_it = cell == same and any(part == cell for part in walk(told.rule))
    return told if is_about_it else None


# A format, so its bounds ----------------------------------------------------------------------

_LIMITS = {"latitude": 90, "longitude": 180}


@phrase(
    "stmt",
    "<cell> _be <format> , so [it|they] [_must be|_be|_must lie|_must range] <adj>",
    cost=0.02,
)
@phrase("stmt", "<cell> _be <format> and [so|therefore] [_must be|_must lie] <adj>", cost=0.02)
def format_so(of: Value, name: str, told: Predicate) -> Statement | None:
    """lat is a latitude, so between -90 and 90: its bounds are those of latitudes."""
    limit = _LIMITS.get(name)
    if limit is None:
        return None
    wanted = all_of(compare(IT, ">=", number(-limit)), compare(IT, "<=", number(limit)))
    return rule(about(told, of), subject=of) if told == wanted else None


# Cells that are no numbers --------------------------------------------------------------------

phrase.words(
    "_some_are_not",
    "are not [even] numbers | are no numbers | are not numeric | are text | are not even numeric | are "
    "words | contain text",
)
phrase.words(
    "_differ_too",
    "differ too | differ as well | count as different | are wrong too | are wrong as well | are to be "
    "flagged too | are flagged too | must be flagged too | fail too | count as wrong",
)


@phrase(
    "gloss",
    "some <cell> [values] _some_are_not (-|–|—|,|;|:|.) (those|these|they) _differ_too",
    "<cell> [values] that _some_are_not _differ_too",
    cost=0.05,
)
@phrase(
    "remark",
    "some <cell> [values] _some_are_not (-|–|—|,|;|:|.) [and] (those|these|they) _differ_too",
    "<cell> [values] that _some_are_not _differ_too",
    cost=0.05,
)
def no_numbers(cell: Value) -> Modifier:
    """Some amounts are not even numbers - those differ too, as whatever is no number does."""
    return Modifier(kind="names-column", values=(cell,))


# Ranges of addresses in words -----------------------------------------------------------------

_PRIVATE = frozenset({"10.x.x.x", "172.16-31.x.x", "192.168.x.x"})


phrase.words("_comma", ", | and | or | , and | , or")


@phrase("block", "<bare>", "<number> - <bare>", "<bare> - <bare>")
def block(*parts: Any) -> str:
    """172.16-31.x.x."""
    return "-".join(str(part.value) for part in parts).lower().replace("*", "x")


@phrase(
    "adj",
    "[_valid] <format> , [i.e.|that is] [,] <block> _comma <block> _comma <block>",
    r"[_valid] <format> \( [i.e.|that is] [,] <block> _comma <block> _comma <block> \)",
)
def with_blocks(name: str, *blocks: str) -> Predicate | None:
    """Private addresses, i.e. 10.x.x.x and so on: the ranges must be those of the standard."""
    is_private = name == "private_ipv4" and frozenset(blocks) == _PRIVATE
    return Matches(of=IT, how=How.FORMAT, text=name) if is_private else None


@phrase("stmt", "<cell> (is|are) <adj> , so <stmt>", cost=0.3)
def so_that(cell: Value, told: Predicate, statement: Statement) -> Statement | None:
    """What is so, and what follows from it: they must be the same."""
    from backend.planner.offline.equivalence import same_rows

    if not isinstance(cell, Cell) or isinstance(told, Constant):
        return None
    again = about(statement, cell)
    return again if same_rows(again.rule, rule(about(told, cell), again.rule.table).rule) else None


# The edge of a comparison ---------------------------------------------------------------------

phrase.widen(
    "_edge",
    "the same day | the same date | same day | equal values | equality | equal dates | the same value | "
    "equal amounts | being equal | staying (level|equal|the same|flat|unchanged) | a tie | ties | equal | identical dates | equal ones",
)
phrase.widen(
    "_edge_ok",
    "is fine | are fine | is ok | are ok | is allowed | are allowed | is acceptable | is permitted | are "
    "permitted | is okay | counts as fine",
)
phrase.widen(
    "_edge_bad",
    "is not allowed | are not allowed | is an error | are errors | is wrong | are wrong | is not enough | "
    "are not enough | is not fine | is not ok | fails | fail | is not acceptable",
)


phrase.words(
    "_on_one_day",
    "(on|in|at|within) (the same|one and the same|one|a single) (day|date|time|moment|minute|hour|month|year)",
)
phrase.words(
    "_opens",
    "begin | start | open | leave | depart | arrive | be opened | be started | be booked | be ordered | be made | be placed",
)
phrase.words(
    "_closes",
    "end | finish | close | stop | return | arrive | depart | be closed | be finished | be ended | be paid | be delivered | "
    "be shipped | be returned",
)


@phrase(
    "remark",
    "[but] (a|an|one|any) <noun> (may|can) [also|well|even] _opens and _closes _on_one_day",
    "[but] (both|they|the two|both dates|the two dates|both values|the two values) (may|can) [also|well] be "
    "(equal|the same|identical)",
    "[but] (both|they|the two|both dates|the two dates) (may|can) [also|well] (be|fall|lie|happen) _on_one_day",
)
def both_at_once(*rows: RowSet) -> Modifier | None:
    """A shift may begin and end on the same day."""
    return edge_is_fine() if all(each.where is None for each in rows) else None


@phrase("remark", "[but] _edge _edge_ok")
def edge_is_fine() -> Modifier:
    """The same day is fine: the comparison must be of the kind that includes it."""
    return Modifier(kind="edge", texts=("fine",))


@phrase("remark", "[but|and] _edge _edge_bad")
def edge_is_wrong() -> Modifier:
    """The same day is an error."""
    return Modifier(kind="edge", texts=("wrong",))
