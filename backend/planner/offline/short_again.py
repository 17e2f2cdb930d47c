"""Columns called by their last word once they were named in full: One MeasureCode …; a code with …

Only what the sentence itself named in full can be meant, and only where one of these ends so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stem, stems_of

_STOPS = frozenset({".", ";", ":", "!"})
_LEADS = frozenset({
    "a", "an", "the", "one", "each", "every", "any", "that", "this", "such", "same", "different",
    "several", "two", "many",
})  # fmt: skip
_MORE_THAN = ("more", "than", "one")
_POINTING = frozenset({"that", "this", "those", "these"})
"""What points back even where a column of the table is called by the word alone."""


def with_short_names(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Token]]:
    """The sentence with the headers in place of the last words that stand for them later on."""
    stop = next((at for at, token in enumerate(tokens[:-1]) if token.text in _STOPS), None)
    if stop is None:
        return
    lasts, own = _lasts(tokens[:stop], lexicon), _single_names(lexicon)
    told, changed = list(tokens), False
    for at in range(stop + 1, len(tokens)):
        header, points = lasts.get(stem(tokens[at].low)), tokens[at - 1].low in _POINTING
        may_be = points or stem(tokens[at].low) not in own
        if header is not None and may_be and _stands_alone(tokens, at):
            told[at] = tokens[at]._replace(text=header, low=header.lower())
            changed = True
    if changed:
        yield told


def _lasts(tokens: Sequence[Token], lexicon: Lexicon) -> dict[str, str]:
    """The headers told in full, by their last word, where no other of them and no table has it."""
    said = [stem(token.low) for token in tokens]
    known = {token.text for token in tokens}
    named = {
        each.column.name
        for each in lexicon.columns
        if each.column.name in known or _is_said(stems_of(each.column.name), said)
    }
    lasts = [(stems_of(name)[-1], name) for name in named if len(stems_of(name)) > 1]
    words = [last for last, _ in lasts]
    barred = {each for stems in lexicon.table_stems.values() for each in stems}
    return {last: name for last, name in lasts if words.count(last) == 1 and last not in barred}


def _is_said(stems: tuple[str, ...], said: Sequence[str]) -> bool:
    """Whether the words of a header stand there in a row: brewery id, for brewery_id."""
    size = len(stems)
    return size > 1 and any(tuple(said[at : at + size]) == stems for at in range(len(said)))


def _single_names(lexicon: Lexicon) -> set[str]:
    """What columns are called by a single word."""
    return {each.stems[0] for each in lexicon.columns if len(each.stems) == 1}


def _stands_alone(tokens: Sequence[Token], at: int) -> bool:
    """Behind an article or a number, and no part of a longer name."""
    before = tokens[at - 1].low
    is_led = before in _LEADS or tuple(token.low for token in tokens[at - 3 : at]) == _MORE_THAN
    behind = tokens[at + 1].low if at + 1 < len(tokens) else "."
    return is_led and not behind[:1].isupper() and behind not in ("of", "in", "for")
