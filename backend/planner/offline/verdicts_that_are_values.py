"""Words of praise or blame that are values of a column: a "not ok" reading may have a status."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.schema import Column
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.lexicon import says_yes_or_no
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import stem, stems_of
from backend.rules.rule import Rule

_VERDICTS = frozenset({
    "ok", "okay", "fine", "valid", "good", "correct", "right", "acceptable", "accepted", "allowed",
    "permitted", "tolerated", "plausible", "wrong", "error", "errors", "invalid", "incorrect",
    "bad", "faulty", "unacceptable", "forbidden", "suspicious", "suspect", "defect", "defects",
    "problem", "problems", "issue", "mistake", "mistakes", "implausible", "illegal", "unusable",
    "violation", "failure", "prohibited", "unwanted", "impossible",
})  # fmt: skip
_BESIDE = frozenset({
    "not", "only", "always", "never", "a", "an", "the", "as", "considered", "regarded",
    "therefore", "then", "also", "just", "still", "counted",
})  # fmt: skip
_BE = frozenset({"is", "are", "was", "were", "count", "counts"})
_CONDITIONS = frozenset({
    "if", "when", "whenever", "where", "unless", "once", "while", "because", "since", "until",
    "which", "that", "who", "whose",
})  # fmt: skip
_CUTS = frozenset({",", ";", ".", ":"})
_ROWS = frozenset({"row", "record", "entry", "line"})
_KEYS = frozenset({"id", "no", "number", "code", "key"})


def refuse_verdicts_that_are_values(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading without a verdict on rows, of which it may be the value of a column as well.

    Raises:
        Misfit: "a reading is not ok when it is late" may be what must not be, and it may tell of
            its status, of which 'ok' is a value.
    """
    rows = _ROWS | {word for table in context.tables for word in stems_of(table)[-1:]}
    for table in context.tables.values():  # a response, by its response_id
        keys = (stems_of(column.name) for column in table.columns if column.unique)
        rows |= {words[-2] for words in keys if len(words) > 1 and words[-1] in _KEYS}
    for at, token in enumerate(tokens):
        if token.low not in _VERDICTS or token.shape != Shape.WORD:
            continue
        subject = _subject([each.low for each in tokens], at)
        said = {word for each in subject for word in stems_of(tokens[each].text)}
        if not said & rows:
            continue
        for column in _holders(token.low, rule, context):
            if not said & {*stems_of(column.name)}:
                raise Misfit(
                    f"{token.low!r} may be the {column.name}, or be said of what the rule finds; "
                    f"say that the {column.name} must or must not be {token.low!r}, or what must be"
                )


def _holders(word: str, rule: Rule, context: Context) -> Iterator[Column]:
    """The columns of which the word, or what it denies, is a value or the flag."""
    bare = (word[len(prefix) :] for prefix in ("in", "un", "im") if word.startswith(prefix))
    told = {word, stem(word), *(rest for rest in bare if rest in _VERDICTS)}
    for table in rule.tables():
        for column in context.tables[table].columns if table in context.tables else ():
            values = {value.lower() for value in column.values}
            if told & values or (says_yes_or_no(values) and column.name.lower() in told):
                yield column


def _subject(words: Sequence[str], at: int) -> range:
    """Where the words stand of which it is plainly said, in no condition: nothing if it is not."""
    end = at
    while end and words[end - 1] in _BESIDE:
        end -= 1
    if not end or words[end - 1] not in _BE:
        return range(0)
    start = end = end - 1
    while start and words[start - 1] not in _CUTS:
        start -= 1
    return range(0) if _CONDITIONS & {*words[start:end]} else range(start, end)
