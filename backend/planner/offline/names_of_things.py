"""Things whose names or codes are columns: providers whose number is 10, for ProviderNumber.

A sentence that has no reading is read again with the rows in place of the things. Only what is said
of each row alone may be meant: where things are counted or compared, rows are no substitute.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.stories.words import FLAGS
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import stem

_LEADS = frozenset({"all", "every", "each", "any", "no", "which", "the", "those"})
_COUNTING = frozenset({
    "fewer", "least", "most", "more", "less", "number", "numbers", "count", "many", "once", "twice",
    "times", "unique", "same", "different", "several", "only", "average", "mean", "sum", "total",
    "share", "percent", "%", "half", "repeated", "repeat", "two", "per", "distinct", "duplicates",
    "other", "another", "both", "than", "one",
})  # fmt: skip
"""What may count things, or hold one against another."""
_ROWS = frozenset({"row", "record", "entry", "line"})
_WHERE = frozenset({"where", "in", "whose", "for", "with", "that", "which"})


def with_rows_of_things(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """The sentence with the rows, and the column in full, in place of the things and "whose"."""
    yield from _with_plain_rows(tokens, lexicon)
    places = [at for at, token in enumerate(tokens) if token.low == "whose"]
    if len(places) != 1 or len(lexicon.tables) != 1:
        return
    [at] = places
    if at < 1 or at + 2 >= len(tokens) or not _leads(tokens, at - 1):
        return
    noun, named = tokens[at - 1], tokens[at + 1]
    rest = {token.low for token in (*tokens[: at - 1], *tokens[at + 2 : _rule_end(tokens, at)])}
    header = _header(stem(noun.low), stem(named.low), lexicon)
    if header and not _COUNTING & rest:
        rows = noun._replace(text="rows", low="rows")
        full = named._replace(text=header, low=header.lower())
        yield [*tokens[: at - 1], rows, tokens[at], full, *tokens[at + 2 :]]


def _with_plain_rows(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """All breweries' rows where …: the rows, each of which is of some brewery."""
    heads = {each.stems[0] for each in lexicon.columns if each.stems}
    for at in range(1, len(tokens) - 3):
        noun, sign, rows, then = tokens[at : at + 4]
        is_owner = sign.text in ("'", "’") and stem(noun.low) in heads  # noqa: RUF001
        is_whole = tokens[at - 1].low in ("all", "the") and then.low in _WHERE
        if is_owner and is_whole and stem(noun.low) != noun.low and stem(rows.low) in _ROWS:
            yield [*tokens[:at], *tokens[at + 2 :]]


def _rule_end(tokens: Sequence[Token], at: int) -> int:
    """Where a last sentence begins that only tells which rows to show."""
    stops = [here for here in range(at, len(tokens) - 1) if tokens[here].text in (".", ";")]
    return stops[0] if len(stops) == 1 and tokens[stops[0] + 1].low in FLAGS else len(tokens)


def _leads(tokens: Sequence[Token], at: int) -> bool:
    """Whether the thing opens its sentence, or is told of as a whole."""
    before = tokens[at - 1] if at else None
    return (
        before is None or before.shape == Shape.SIGN or before.low in _LEADS or before.low in FLAGS
    )


def _header(noun: str, named: str, lexicon: Lexicon) -> str:
    """The one column that is called by the thing and what is told of it."""
    found = [each.column.name for each in lexicon.columns if each.stems == (noun, named)]
    return found[0] if len(found) == 1 else ""
