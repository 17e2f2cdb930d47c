"""What to tell the author of a sentence that has no reading, or several."""

from __future__ import annotations

import re
from collections.abc import Sequence

from backend.contracts.check import Check
from backend.contracts.schema import TableSnapshot
from backend.planner.offline.chart import Node
from backend.planner.offline.passed_over import SKIPPED
from backend.planner.offline.readings import Parsed
from backend.planner.offline.registers import grammar_words
from backend.planner.offline.restated.reading import restated
from backend.planner.offline.settled import Reading
from backend.planner.offline.suggest import Suggestion, meant_column, nearest_sentence
from backend.planner.offline.tokens import Shape, Token, tokenize
from backend.rules.catalog import kind_of

_LEXICAL = frozenset(
    {
        "column",
        "table",
        "keynoun",
        "adjective",
        "format",
        "text",
        "bare",
        "number",
        "ordinal",
        "month",
        "weekday",
        "date",
        "flag_word",
        "clock",
        "unit",
        "regex",
        "old",
        "older",
        "younger",
        "age",
        "acting",
        "event",
        "extreme",
        "extreme_birth",
        "nobody",
        "holiday",
    }
)


# Words that promise a rule and give no bound that could be tested.
_VAGUE = frozenset({
    "reasonable", "plausible", "sensible", "realistic", "valid", "correct", "proper", "consistent",
    "recent", "normal", "usual", "usually", "mostly", "normally", "typical", "typically",
    "suspicious", "good", "bad", "high", "low", "large", "small", "big", "often", "sometimes",
    "most", "many", "few", "some", "approximately", "roughly", "about", "nearly", "almost", "clean",
    "accurate", "special", "appropriate", "generally", "anomalous", "abnormal", "unusual",
})  # fmt: skip


_REASONS = re.compile(r"\b(because|therefore|hence)\b|[,;] so\b", re.IGNORECASE)
_ABOUT_REASONS = (
    " What tells why may also tell for which rows a rule is, or be a rule of its own: leave it "
    "out, or say of which rows the rule is ('every …')."
)

_SAYS_WHAT_TO_WRITE = re.compile(r"\b(?:write|say|as in) '")


def not_understood(
    check: Check, parsed: Parsed, tables: dict[str, TableSnapshot], *, tells_cure: bool = True
) -> str:
    """Which words stayed without a part in the rule, and a phrasing that would compile."""
    place = f"{check.check_id}: "
    unknown = _unknown_words(parsed.tokens, parsed.nodes)
    if parsed.misfits and not unknown and _SAYS_WHAT_TO_WRITE.search(parsed.misfits[0]):
        return f"{place}{_short(parsed.misfits[0], 400)}."
    nearest = nearest_sentence(check, parsed, tables) if tells_cure else None
    cure = "" if nearest is None else f" {_cure(nearest)}"
    cure = (_ABOUT_REASONS if _REASONS.search(check.calculation_hint) else "") + cure
    if unknown:
        told = [_told(unknown, tables)]
        misfits = [_short(misfit, 400) for misfit in parsed.misfits[:1]]
        told += [misfit for misfit in misfits if repr(unknown[0]) in misfit]
        return f"{place}{'; '.join(told)}.{cure}"
    if parsed.misfits:
        return f"{place}{_short(parsed.misfits[0], 400)}.{cure}"
    start, end = _longest(parsed.nodes)
    left = [token.text for token in (*parsed.tokens[:start], *parsed.tokens[end:])]
    left = [word for word in left if any(char.isalnum() for char in word)]
    listed = " ".join(left) if left else check.calculation_hint
    return f"{place}each word is known, but not how {_short(listed)!r} fits the rest.{cure}"


def _cure(nearest: Suggestion) -> str:
    notes = [f"if {word!r} is {column}" for word, column in nearest.taken]
    if nearest.left_out:
        notes.append(
            "but leaves out " + " and ".join(repr(_short(x, 80)) for x in nearest.left_out)
        )
    told = "".join(f", {note}" for note in notes)
    return f"A sentence that compiles{told}: {nearest.sentence!r}"


def _short(text: str, most: int = 200) -> str:
    return text if len(text) <= most else f"{text[:most]}…"


def _told(unknown: Sequence[str], tables: dict[str, TableSnapshot]) -> str:
    listed = ", ".join(repr(_short(word, 60)) for word in unknown[:10])
    plural = "words" if len(unknown) > 1 else "word"
    told = f"the {plural} {listed} {'are' if len(unknown) > 1 else 'is'} not understood"
    hints = [hint for word in unknown[:3] if (hint := _hint(word, tables))]
    return "; ".join([told, *hints])


_ELSEWHERE = {
    **dict.fromkeys(
        ("severity", "priority", "critical", "urgent"),
        'how much a check matters is no part of its sentence; write "severity": "high" beside it',
    ),
    **dict.fromkeys(
        ("owner", "steward", "responsible"),
        'whose check it is, is no part of its sentence; write "owner" beside it in the check',
    ),
    **dict.fromkeys(
        ("tag", "tags", "label", "labels"),
        'labels are no part of a sentence; write "tags" beside it in the check',
    ),
    **dict.fromkeys(
        ("random", "randomly", "sample", "sampled", "sampling"),
        "a check draws no sample: every row that its sentence is about is tested",
    ),
    **dict.fromkeys(
        ("utc", "gmt", "cet", "timezone"),
        "times are compared as they are written, and those with an offset in UTC",
    ),
}
"""What is told elsewhere than in a sentence, or not at all."""


def _hint(word: str, tables: dict[str, TableSnapshot]) -> str:
    """What the author may have meant by a word."""
    if word.lower() in _ELSEWHERE:
        return _ELSEWHERE[word.lower()]
    if word.lower() in _VAGUE:
        return f"say in numbers, dates or values what {word!r} means"
    holders = [
        column.name
        for table in tables.values()
        for column in table.columns
        if word.lower() in {value.lower() for value in column.values}
    ]
    if len(holders) > 1:
        return f"{word!r} is a value of {' and of '.join(holders[:3])}, so name the column"
    meant = meant_column(word, tables)
    return f"did you mean the column {meant!r}" if meant else ""


def _unknown_words(tokens: Sequence[Token], nodes: Sequence[Node]) -> list[str]:
    known: set[int] = set()
    for node in nodes:
        if not node.children and node.symbol in _LEXICAL and node.symbol != "bare":
            known.update(range(node.start, node.end))
    return [
        token.text
        for position, token in enumerate(tokens)
        if token.shape == Shape.WORD
        and position not in known
        and (token.low not in grammar_words() or _is_vague(tokens, position))
        and token.low not in SKIPPED
    ]


def _is_vague(tokens: Sequence[Token], position: int) -> bool:
    """A word that only says something behind another: the most recent one, but not "recent"."""
    before = tokens[position - 1].low if position else ""
    return tokens[position].low == "recent" and before != "most"


def _longest(nodes: Sequence[Node]) -> tuple[int, int]:
    whole = [node for node in nodes if node.symbol in ("hint", "stmt", "clause", "rows")]
    if not whole:
        return 0, 0
    longest = max(whole, key=lambda node: (node.end - node.start, -node.start))
    return longest.start, longest.end


def ambiguous(check: Check, readings: Sequence[Reading], tables: dict[str, TableSnapshot]) -> str:
    """The readings side by side, in words made from the rules."""
    told = [kind_of(reading.rule).say(reading.rule) for reading in readings[:3]]
    numbered = " ".join(f"({number}) {text}" for number, text in enumerate(told, 1))
    can_be_copied = all(_is_restatement(text, check, tables) for text in told)
    cure = (
        "Write the one that is meant as it stands here" if can_be_copied else "Say which is meant"
    )
    return (
        f"{check.check_id}: the sentence can be read in {len(readings)} ways. {numbered} "
        f"{cure}, or say it with exact column names and quotes."
    )


def _is_restatement(text: str, check: Check, tables: dict[str, TableSnapshot]) -> bool:
    """Whether a rule's own words are read as that rule and no other."""
    asked = check.model_copy(update={"calculation_hint": text})
    return len(restated(asked, tables, tokenize(text))) == 1
