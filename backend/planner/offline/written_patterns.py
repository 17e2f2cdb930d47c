"""Regular expressions as owners write them, as patterns of a whole text.

A pattern is held against the whole text. Half an anchor means that end alone: behind ``^bob`` and
before ``Lee$`` anything may stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from backend.planner.offline.chart import Leaf, Node
from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import ASKING
from backend.rules.language.terms import (
    All,
    Any,
    Compare,
    Constant,
    How,
    Matches,
    Not,
    Predicate,
    Reads,
    Unless,
)
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_LONGEST = 40
_ASKING_WHICH = frozenset({"which", "what", "who", "whose", "where", "how"})
_ANYTHING = "(?s:.*)"
_OPTIONS = re.compile(r"\(\?[aiLmsux]+\)")
_STARTS = re.compile(r"(\^|\\A)")
_ENDS = re.compile(r"(?<!\\)(?:\\\\)*(\$|\\Z)$")
_OPEN_START = re.compile(r"(?:\.[*+]|\(\?s:\.[*+]\)|\[\\s\\S\][*+])")
_LIKE = re.compile(r"[\w%.:/#+-]*[^\W\d_][\w%.:/#+-]*|[\w%.:/#+-]*%[\w.:/#+-]+%?")
"""With a letter, or with more behind the first %: 12% may be a share."""
_OPEN_END = re.compile(r"(?<!\\)(?:\.[*+]\??|\(\?s:\.[*+]\)|\[\\s\\S\][*+])$")


def regex_leaves(sentence: str, tokens: Sequence[Token], start: int) -> Iterator[Leaf]:
    """Regular expressions and patterns of SQL without quotes that begin at a token."""
    yield from _like_leaves(sentence, tokens, start)
    for end in range(start + 1, min(len(tokens), start + _LONGEST) + 1):
        yield from _written_regex(sentence, tokens[start:end], start, end)


def _written_regex(sentence: str, span: Sequence[Token], start: int, end: int) -> Iterator[Leaf]:
    """From one blank to the next, with its signs; the mark of a question is none of them."""
    first, last = span[0].start, span[-1].end
    text = sentence[first:last]
    before, after = sentence[max(first - 1, 0) : first], sentence[last:].split(" ")[0]
    asks = sentence.split(" ", 1)[0].lower() in ASKING | _ASKING_WHICH
    is_cut = text[-1] in ".,;'\"`" or (asks and text[-1] == "?" and last == len(sentence))
    is_whole = before in ("", " ") and after.strip(".,;?" if asks else ".,;") == "" and not is_cut
    if text[0] == text[-1] == "/":  # as it stands between slashes, it may be only a part
        text = text[1:-1] if re.fullmatch(r"/\^.*\$/", text) else ""
    if is_whole and re.search(r"[\[\\^$]", text) and " " not in text and _compiles(text):
        yield Leaf("regex", start, end, Constant(value=text, reads=Reads.TEXT), 0.0, "pattern")


def _like_leaves(sentence: str, tokens: Sequence[Token], start: int) -> Iterator[Leaf]:
    """A pattern of SQL without quotes, from one blank to the next: PK%, %-X."""
    if sentence[max(tokens[start].start - 1, 0) : tokens[start].start] not in ("", " "):
        return
    text = sentence[tokens[start].start :].split(" ")[0].rstrip(".,;:?!")
    if "%" not in text or not _LIKE.fullmatch(text):
        return
    stop = tokens[start].start + len(text)
    ends = [at for at in range(start, len(tokens)) if tokens[at].end == stop]
    symbol = "strftime" if is_date_layout(text) else "like_text"
    written = Constant(value=text, reads=Reads.TEXT)
    yield from (Leaf(symbol, start, at + 1, written, 0.0, "pattern") for at in ends)


def is_date_layout(text: str) -> bool:
    """Whether a text is a layout of strftime, and no pattern: %d.%m.%Y."""
    return len(re.findall(r"%[YymdHMSBbjIp](?![A-Za-z])", text)) > 1


def _compiles(text: str) -> bool:
    try:
        re.compile(text)
    except (re.error, OverflowError):
        return False
    return True


class Ends(NamedTuple):
    """Whether a pattern is tied to the start of a text, and to its end."""

    start: bool
    end: bool


def whole_pattern(written: str) -> str:
    """The expression for a whole text; as it is where its choices are tied to different ends.

    >>> whole_pattern("^bob"), whole_pattern("Lee$"), whole_pattern("[0-9]{3}")
    ('^bob(?s:.*)', '(?s:.*)Lee$', '[0-9]{3}')
    """
    options = _OPTIONS.match(written)
    head = options[0] if options else ""
    choices = [*_choices(written[len(head) :])]
    ends = {_ends(choice) for choice in choices}
    start, end = min(ends)
    if (
        len(ends) > 1
        or start == end
        or all(map(_OPEN_END.search if start else _OPEN_START.match, choices))
    ):
        return written
    body = "|".join(choices)
    body = f"(?:{body})" if len(choices) > 1 else body
    return f"{head}{body}{_ANYTHING}" if start else f"{head}{_ANYTHING}{body}"


def refuse_loose_patterns(node: Node, rule: Rule) -> None:
    """Pass a rule whose patterns tell to which ends of a text they are tied, if they are denied.

    Raises:
        Misfit: "must not match [0-9]" may be of the whole text, or of any part of it; ^A|B$ is tied
            to its start or to its end.
    """
    written = {
        str(part.meaning.value)
        for part in node.walk()
        if part.symbol in ("text", "regex") and isinstance(part.meaning, Constant)
    }
    for part in walk(rule):
        if isinstance(part, Matches) and part.text in written:
            _refuse_unlike_choices(part.text)
    told = (getattr(rule, "must", None), getattr(rule, "where", None))
    for denied in (each for part in told if part is not None for each in _denied(part)):
        if denied.text in written and not _is_of_whole(denied.text):
            raise Misfit(
                f"a pattern is held against the whole text, and {denied.text} may be meant of any "
                f"part: write ^{denied.text}$ for the whole text; for a part say 'contain', or "
                f"write .*{denied.text}.*"
            )


def _refuse_unlike_choices(text: str) -> None:
    choices = [*_choices(text)]
    if len({_ends(choice) for choice in choices}) > 1:
        raise Misfit(
            f"the choices of {text} are tied to different ends of the text: put them in brackets, "
            "as in ^(A|B)$, or give each its own ^ and $"
        )


def _denied(told: Predicate, is_denied: bool = False) -> Iterator[Matches]:
    """The patterns that are denied; what is denied of a denial is none."""
    if isinstance(told, Not | Unless):
        yield from _denied(told.part, not is_denied)
    elif isinstance(told, All | Any):
        for part in told.parts:
            yield from _denied(part, is_denied)
    elif is_denied or (isinstance(told, Compare) and told.sign in ("<", "<=", "==")):
        yield from (  # of a comparison, those of the rows that are to be few
            part for part in walk(told) if isinstance(part, Matches) and part.how == How.PATTERN
        )


def _is_of_whole(text: str) -> bool:
    """Whether both ends are told: by an anchor, or by anything that may stand there."""
    options = _OPTIONS.match(text)
    choices = [*_choices(text[options.end() if options else 0 :])]
    for choice in choices:
        start, end = _ends(choice)
        is_open = _OPEN_START.match(choice) and _OPEN_END.search(choice)
        is_whole = start or end or choice.startswith(_ANYTHING) or choice.endswith(_ANYTHING)
        if not (is_whole or is_open):
            return False
    return True


def _ends(choice: str) -> Ends:
    return Ends(_STARTS.match(choice) is not None, _ENDS.search(choice) is not None)


def _choices(text: str) -> Iterator[str]:
    """The parts between the ``|`` that stand outside all brackets."""
    depth, start, is_set, at = 0, 0, False, 0
    while at < len(text):
        char = text[at]
        if char == "\\":
            at += 1
        elif is_set:
            is_set = char != "]" or text[start:at].endswith(("[", "[^"))
        elif char == "[":
            is_set = True
        elif char in "()":
            depth += 1 if char == "(" else -1
        elif char == "|" and depth == 0:
            yield text[start:at]
            start = at + 1
        at += 1
    yield text[start:]
