"""What says how dates are written that the data has just so: both are written DD.MM.YYYY."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.phrases.formats.layouts import layout_of
from backend.planner.offline.tokens import Token
from backend.rules.rule import Rule

_WHAT = (
    ("both", "dates"), ("both",), ("they",), ("all", "dates"), ("the", "dates"), ("dates",),
    ("both", "columns"), ("these", "dates"), ("our", "dates"), ("all", "of", "them"), ("it",),
)  # fmt: skip
_ARE = frozenset({"are", "is"})
_WRITTEN = frozenset({"written", "stored", "given", "kept", "entered", "formatted", "recorded"})
_AS = frozenset({"as", "in", "like"})

Told = tuple[int, Callable[[Rule], bool]]


def layout_at(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Told | None:
    """Where a sentence on the layout of dates ends, and whether the rule reads just such dates."""
    lows = [token.low for token in tokens]
    opens = at == 0 or tokens[at - 1].text in (".", ";", "(", "!")
    what = next((each for each in _WHAT if tuple(lows[at : at + len(each)]) == each), None)
    if not opens or what is None:
        return None
    end = at + len(what)
    if not lows[end : end + 1] or lows[end] not in _ARE:
        return None
    for words in (_ARE, _WRITTEN, _AS):
        end += lows[end : end + 1] != [] and lows[end] in words
    pattern = layout_of(tokens[end].text) if end < len(tokens) else None
    return None if pattern is None else (end + 1, lambda rule: _reads_such(rule, pattern, lexicon))


def _reads_such(rule: Rule, pattern: str, lexicon: Lexicon) -> bool:
    """Whether the rule reads dates, and all of them are written so."""
    layouts = {
        named.column.date_format
        for named in lexicon.columns
        if (named.table, named.column.name) in set(rule.reads()) and named.is_date
    }
    return layouts == {pattern}
