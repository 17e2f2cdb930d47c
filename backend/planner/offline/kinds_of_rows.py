"""Kinds of rows that somebody has: one of each, rows of either, or participles that are kinds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.passed_over import ARTICLES
from backend.planner.offline.tokens import Token
from backend.rules.language.terms import Exists, OneOf
from backend.rules.language.walk import walk
from backend.rules.phrasing import RowSet
from backend.rules.rule import Rule

_WHOLES = frozenset({"feature", "rel", "participle", "rowvp", "stmt", "clause"})
"""What a noun with its adjectives may be a part of."""

_HAVING = frozenset({"with", "without", "having", "lacking"})
_HELD = frozenset({"_holds", "=have", "=has", "=with", "=without"})
_DENIED = frozenset({"no", "not", "never", "none", "nor", "cannot", "without", "only", "neither"})
_EITHER = "for rows of either kind, put 'or' between the kinds; for one of each, say 'at least one'"


def refuse_merged_kinds(node: Node, rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading in which "and" between kinds of rows to be had asks for one of each.

    Raises:
        Misfit: "a confirmed and a cancelled booking" was taken for a booking of either kind; or of
            "no confirmed and cancelled bookings" it is not clear which of the two is meant.
    """
    for whole, kinds in _kinds_joined(node):
        told = " ".join(token.text for token in tokens[kinds.start : kinds.end])
        if _is_had(whole, kinds, rule, tokens):
            raise Misfit(f"it is not clear whether {told!r} asks for one of each: {_EITHER}")
    for part in node.walk():
        if part.symbol == "feature" and _is_doubtful(part, rule, tokens):
            told = " ".join(token.text for token in tokens[part.start : part.end])
            raise Misfit(f"it is not clear whether {told!r} are some of each kind: {_EITHER}")


def _kinds_joined(
    node: Node, whole: Node | None = None, had: Node | None = None
) -> Iterator[tuple[Node, Node]]:
    """The kinds that "and" joins, after what their noun is a part of.

    Of "bookings that are confirmed and cancelled", which somebody has, that is what he has.
    """
    whole = node if node.symbol in _WHOLES else whole
    had = node if node.symbol == "feature" else had
    within = whole if node.symbol == "noun" else had if node.symbol == "rowvp" else None
    for child in node.children:
        if child.symbol == "adjectives" and within is not None and _says_and(child):
            yield within, child
        yield from _kinds_joined(child, whole, had)


def _says_and(kinds: Node) -> bool:
    signs = {part.symbol for part in kinds.walk() if not part.children}
    return "=and" in signs and "=or" not in signs


def _is_had(whole: Node, kinds: Node, rule: Rule, tokens: Sequence[Token]) -> bool:
    """Whether rows of these kinds are what somebody has, or what is to be there."""
    if whole.symbol == "rel":
        return tokens[whole.start].low in _HAVING
    if whole.symbol != "stmt":
        return whole.symbol == "feature"
    before = {child.symbol for child in whole.children if child.end <= kinds.start}
    if before & _HELD:
        return True
    inside = [each for part in walk(rule) if isinstance(part, Exists) for each in walk(part)]
    return "=there" in before and any(isinstance(each, OneOf) for each in inside)


def _is_doubtful(part: Node, rule: Rule, tokens: Sequence[Token]) -> bool:
    """Whether "confirmed and cancelled bookings" may be bookings of either kind where it stands.

    "A confirmed and a cancelled booking" is one of each; so is what everybody must have. "A
    confirmed and a cancelled booking over 100" leaves open how many of the two are over 100.
    """
    symbols = [child.symbol for child in part.children]
    if symbols == ["feature", "=and", "feature"]:
        inside = [{each.symbol for each in child.walk()} for child in part.children]
        return "one_noun" in inside[0] and "rel" in inside[2]
    kinds = [child for child in part.children if child.symbol == "adjective"]
    if len(kinds) != 2 or "=and" not in symbols or "=both" in symbols:
        return False
    if tokens[kinds[1].start - 1].low in {*ARTICLES, "also"}:
        return False
    is_denied = any(token.low in _DENIED or token.low.endswith("n't") for token in tokens)
    chosen = getattr(rule, "where", None)
    is_chosen = chosen is not None and any(isinstance(each, Exists) for each in walk(chosen))
    return is_denied or is_chosen


# Participles ----------------------------------------------------------------------------------

_STATES = frozenset({
    "valid", "invalid", "missing", "unknown", "known", "real", "existing", "paid", "sent", "sold",
    "made", "lost", "bought", "got", "had", "held", "kept", "left", "put",
})  # fmt: skip
_PARTICIPLES = ("ed", "en")


def refuse_dropped_kinds(node: Node, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading that takes no value of a table's column for a mere verb.

    Raises:
        Misfit: in "doctors must have booked appointments" some appointments are 'booked', and any
            were looked for; or of "every doctor has booked an appointment" it is not clear.
    """
    for part in node.walk():
        _refuse_parted(part, tokens)
        for verb, told in zip(part.children, part.children[1:], strict=False):
            if verb.symbol == "_did":
                _refuse_verb(verb, told, context, tokens)
    starts = {part.start: part.meaning for part in node.walk() if part.symbol == "noun"}
    for leaf in node.walk():
        word = tokens[leaf.end - 1].low if leaf.symbol.startswith("=") else ""
        if word in _STATES or word.endswith(_PARTICIPLES):
            column = _column_with(word, starts.get(leaf.end), context)
            if column:
                raise Misfit(f"{word!r} is a value of {column}, and was read as if it were not")


def _refuse_verb(verb: Node, told: Node, context: Context, tokens: Sequence[Token]) -> None:
    noun = next((part for part in told.walk() if part.symbol == "noun"), None)
    word = tokens[verb.end - 1].low
    column = "" if noun is None else _column_with(word, noun.meaning, context)
    if not column or noun is None:
        return
    if noun.start == verb.end:
        raise Misfit(f"{word!r} is a value of {column}, and was read as if it were not")
    raise Misfit(
        f"{word!r} is a value of {column}; say 'at least one {word} …' for such rows alone, or "
        "'at least one …' for any"
    )


def _refuse_parted(part: Node, tokens: Sequence[Token]) -> None:
    """What stands before an article is no adjective of the noun behind it."""
    kinds = part.children[:1] if part.symbol == "noun" else ()
    for kind in kinds:
        if kind.symbol == "adjective" and tokens[kind.end].low in ARTICLES:
            word = tokens[kind.end - 1].low
            raise Misfit(f"{word!r} says what was done, and its value is to stand before the noun")


def _column_with(word: str, rows: object, context: Context) -> str:
    """The column of these rows' table that holds a word."""
    table = context.tables.get(rows.table) if isinstance(rows, RowSet) else None
    for column in () if table is None else table.columns:
        if word in {value.lower() for value in column.values}:
            return column.name
    return ""
