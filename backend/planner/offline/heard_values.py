"""What was heard for a value of the row itself: another row's, a person's, a state's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit, Unclear
from backend.planner.offline.lexicon import says_yes_or_no
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import parts_of, stem
from backend.rules.duplicates import Duplicates
from backend.rules.rule import Rule

_HAS = frozenset({
    "have", "has", "having", "with", "share", "shares", "sharing", "carry", "carries", "repeat",
    "repeats", "reuse", "reuses", "use", "uses", "take", "takes", "get", "gets",
})  # fmt: skip
_SOME = frozenset({"a", "an", "any", "another", "some", "one", "other"})
_NO_NOUNS = frozenset(
    {"the", "of", "no", "not", "must", "may", "flag", "each", "every", "in", "two"}
)
_ONE_BESIDE = frozenset({
    "previous", "preceding", "prior", "next", "before", "after", "above", "below", "following",
    "first", "last", "same", "latest", "earliest", "newest", "oldest", "earlier", "later",
})  # fmt: skip
_FURTHEST = 4
"""So many words may stand between "the" and "of", and between "of" and the rows' noun."""

_LACKING = frozenset({"missing", "lacking", "lack", "lacks", "lacked", "miss", "misses"})
_STATES = frozenset({"open", "valid", "active", "live", "effective"})
_BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "stay", "stays", "remain"})
_IN_TIME = frozenset({"on", "in", "during", "at", "throughout", "over"})
_PARTS_OF_TEXTS = frozenset({
    "digit", "letter", "character", "sign", "dash", "hyphen", "dot", "comma", "prefix", "slash",
    "symbol", "figure", "space", "colon", "bracket", "point", "char", "ending", "suffix",
})  # fmt: skip
_FORMS = frozenset({"form", "format", "shape", "layout", "pattern", "structure", "length", "look"})
_BY = frozenset({"by", "to", "for", "with", "at", "in", "on"})


def refuse_values_of_one_row(context: Context, tokens: Sequence[Token]) -> None:
    """Pass a sentence in which no row is asked for a value of another row of the same noun.

    Raises:
        Unclear: in "no booking may have the voucher of a matinee booking" two bookings are meant,
            and not one that is a matinee and has no voucher.
    """
    words = [token.low for token in tokens]
    for at, word in enumerate(words):
        nouns = {stem(each) for each in words[max(0, at - 8) : at]} - _SOME - _NO_NOUNS
        if word in _HAS and words[at + 1 : at + 2] == ["the"] and (of := _of(words, at + 2)):
            named = _is_key_value(tokens[of + 1 : of + 2], context)
            noun = "row" if named else _one_of(words, of + 1, nouns)
            if noun and not _FORMS & {*words[at:of]}:
                raise Unclear(
                    f"{' '.join(words[at + 1 : of])!r} is that of another {noun} there; rows are "
                    f"compared by a value that they share: say which {noun}s may not be equal in it"
                )


def _is_key_value(told: Sequence[Token], context: Context) -> bool:
    """L02: the one row of this key."""
    columns = [each for table in context.tables.values() for each in table.columns]
    keys = [each for each in columns if each.unique]
    names = [token.text for token in told if not token.text.isdigit()]
    return any(name in each.values for name in names for each in keys)


def _of(words: Sequence[str], start: int) -> int:
    """Where "of" follows a header of a few words."""
    return next((at for at in range(start, start + _FURTHEST) if words[at : at + 1] == ["of"]), 0)


def _one_of(words: Sequence[str], start: int, nouns: set[str]) -> str:
    """The rows' noun, where one of them is told: a matinee booking, lot 7."""
    behind = words[start : start + _FURTHEST + 1]
    at = next((at for at, word in enumerate(behind) if stem(word) in nouns), None)
    if at is None:
        return ""
    told = {*behind[:at], *behind[at + 1 : at + 2]}
    is_one = behind[0] in _SOME or (at == 0 and _is_name(words, start))
    return stem(behind[at]) if is_one and not told & _ONE_BESIDE else ""


def _is_name(words: Sequence[str], at: int) -> bool:
    """Lot 7, crate C8: what follows the noun tells which one."""
    return stem(words[at]) == words[at] and any(map(str.isdigit, "".join(words[at + 1 : at + 2])))


def refuse_lacking_as_fact(node: Node, tokens: Sequence[Token]) -> None:
    """Pass a reading in which no rows that lack something are told to lack it.

    Raises:
        Misfit: "stores missing a zip" are some stores; that they miss it is no statement.
    """
    for part in node.walk():
        if part.symbol != "stmt" or [each.symbol for each in part.children] != ["rows", "rowvp"]:
            continue
        verb = part.children[1]
        if tokens[verb.start].low in ("missing", "lacking"):
            said = " ".join(token.text for token in tokens[part.start : part.end])
            raise Misfit(f"{said!r} only names rows; say what must be, or 'Flag {said} …'")


def refuse_lacking_two(node: Node, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading in which nothing that may be lacking is taken for a yes.

    Raises:
        Unclear: in "lack wave2 and wave4" the second is lacking as well, or is it so?
    """
    words = [token.low for token in tokens]
    lacking = [at for at, word in enumerate(words) if word in _LACKING]
    for part in node.walk():
        is_flag = part.symbol == "flag_word" or _is_yes_or_no(part, context, words)
        is_flag = is_flag or _is_noun_again(part, words)
        if not is_flag or words[part.start - 1 : part.start] != ["and"]:
            continue
        if any(0 < part.start - at <= _FURTHEST + 1 for at in lacking):
            word = tokens[part.start].text
            raise Unclear(
                f"whether {word} is lacking too is not clear: say that it is empty, or what it is"
            )


def _is_noun_again(part: Node, words: Sequence[str]) -> bool:
    """Stores missing a zip and stores missing a tz."""
    noun = stem(words[part.start])
    is_many = words[part.start] != noun
    return part.symbol == "column" and is_many and noun in map(stem, words[: part.start - 1])


def _is_yes_or_no(part: Node, context: Context, words: Sequence[str]) -> bool:
    """A column of yes and no, by its bare header."""
    if part.symbol != "column" or part.end - part.start != 1:
        return False
    columns = [each for table in context.tables.values() for each in table.columns]
    named = [each for each in columns if each.name.lower() == words[part.start]]
    return any(says_yes_or_no(value.lower() for value in each.values) for each in named)


def refuse_missing_parts(tokens: Sequence[Token], context: Context) -> None:
    """Pass a sentence in which what is missing is no part of a text.

    Raises:
        Unclear: a digit that is missing leaves a text too short, and no cell empty.
    """
    headers = {stem(word) for table in context.tables.values() for word in _header_words(table)}
    words = [token.low for token in tokens]
    for missing, noun in pairwise(words):
        if missing == "missing" and noun in _PARTS_OF_TEXTS and noun not in headers:
            raise Unclear(
                f"a missing {noun} is no empty cell; say so of empty cells, or leave it out"
            )


def _header_words(table: object) -> Iterator[str]:
    for column in getattr(table, "columns", ()):
        yield from parts_of(column.name)


def refuse_states_as_events(node: Node, tokens: Sequence[Token]) -> None:
    """Pass a reading in which no state that lasts is one day's event.

    Raises:
        Unclear: to be open on a day is more than to open on it.
    """
    words = [token.low for token in tokens]
    for part in node.walk():
        if part.symbol not in ("column", "acting") or words[part.start] not in _STATES:
            continue
        behind = {*words[part.start + 1 : part.start + 2]}
        before = {*words[max(0, part.start - 2) : part.start]}
        is_state = bool(before & _BE) or tokens[part.start].low == "valid"
        if behind & _IN_TIME and (is_state or _follows_rows(part, node)):
            word = words[part.start]
            raise Unclear(
                f"what is {word} on a day may have begun before it; say which columns the day must "
                "lie between"
            )


def _follows_rows(part: Node, node: Node) -> bool:
    """Lots open in December: the state of rows, without a verb."""
    rows = [each for each in node.walk() if each.symbol == "rel" and each.start == part.start]
    return bool(rows)


def refuse_unread_holders(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a rule about what is unique that reads the column of whoever has it.

    Raises:
        Unclear: "no voucher may be used by two people", where used_by tells the people.
    """
    if not isinstance(rule, Duplicates):
        return
    said = " ".join(["", *(token.low for token in tokens), ""])
    for column in context.tables[rule.table].columns:
        name = [word.lower() for word in parts_of(column.name)]
        is_held = len(name) > 1 and name[-1] in _BY and f" {' '.join(name)} " in said
        if is_held and column.name not in rule.own_columns():
            key = rule.columns[0] if rule.columns else "row"
            raise Unclear(
                f"{column.name} tells that; say 'All rows with the same {key} have the same "
                f"{column.name}' where this is meant"
            )
