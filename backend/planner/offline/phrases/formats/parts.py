"""Phrases for the parts of a text: how it begins and ends, what it contains."""

from __future__ import annotations

from backend.planner.offline.format_names import is_format
from backend.planner.offline.phrases.formats.texts import _form, text_value, untrimmed
from backend.planner.offline.phrases.sentences.rules import rule as _rule
from backend.rules.language.terms import (
    Constant,
    How,
    Matches,
    Predicate,
    Value,
)
from backend.rules.phrasing import (
    Phrases,
    Statement,
    any_of,
    not_,
)

phrase = Phrases()


# Beginnings, ends, parts ----------------------------------------------------------------------

phrase.words(
    "_string",
    "string | text | word | letter | letters | character | characters | sign | symbol | "
    "substring | prefix | suffix | digit | digits | number",
)
phrase.words(
    "_starts",
    "start with | starts with | starting with | begin with | begins with | beginning with | "
    "begin in | start by | be prefixed with | is prefixed with | starts in",
)
phrase.words(
    "_ends",
    "end with | ends with | ending with | end in | ends in | ending in | finish with | "
    "finishes with",
)
phrase.words(
    "_contains",
    "contain | contains | containing | include | includes | including | contain the | have | has | "
    "mention | mentions | mentioning",
)


@phrase("verb", "_starts <text_value>", "_starts _string <any_text>")
def starts(text: Constant) -> Predicate:
    """A beginning."""
    return _form(How.STARTS, str(text.value))


_OUTER = {"leading": True, "trailing": False}
for _side, _is_first in _OUTER.items():

    @phrase(
        "stmt",
        f"{_side} (spaces|blanks|whitespace) (is|are|must be) not (allowed|permitted|accepted) in <cell>",
        f"no {_side} (spaces|blanks|whitespace) (is|are) (allowed|permitted) in <cell>",
        f"no {_side} (spaces|blanks|whitespace) in <cell>",
        cost=0.05,
    )
    def no_outer_blank(subject: Value, is_first: bool = _is_first) -> Statement:
        """Leading spaces are not allowed in occupation."""
        how = How.STARTS if is_first else How.ENDS
        return _rule(not_(Matches(of=subject, how=how, text=" ")), subject=subject)


@phrase(
    "stmt",
    "<sign_mark> (is|are) not (allowed|permitted|accepted) in <cell>",
    "no <sign_mark> (is|are) (allowed|permitted) in <cell>",
    "<sign_mark> _must_not (appear|occur|be used|be found) in <cell>",
    cost=0.05,
)
def no_sign_in(mark: str, subject: Value) -> Statement:
    """Spaces are not allowed in code."""
    return _rule(not_(Matches(of=subject, how=How.CONTAINS, text=mark)), subject=subject)


@phrase("verb", "_starts <sign_mark>")
def starts_with_sign(mark: str) -> Predicate:
    """A sign at the beginning."""
    return _form(How.STARTS, mark)


@phrase("verb", "_ends <sign_mark>")
def ends_with_sign(mark: str) -> Predicate:
    """A sign at the end."""
    return _form(How.ENDS, mark)


@phrase(
    "verb",
    "(start|starts|begin|begins) (or|nor) (end|ends) with <sign_mark>",
    "(end|ends) (or|nor) (start|starts|begin|begins) with <sign_mark>",
)
def either_end(mark: str) -> Predicate:
    """A sign at either end; a blank there is one of any kind, as it is read elsewhere."""
    if not mark.strip():
        return untrimmed()
    return any_of(_form(How.STARTS, mark), _form(How.ENDS, mark))


@phrase(
    "verb",
    "(start|starts|begin|begins) (or|nor) (end|ends) with <text_value>",
    "(start|starts|begin|begins) (or|nor) (end|ends) with _string <any_text>",
    "(end|ends) (or|nor) (start|starts|begin|begins) with <text_value>",
    "(end|ends) (or|nor) (start|starts|begin|begins) with _string <any_text>",
)
def either_end_text(text: Constant) -> Predicate:
    """A text at either end."""
    return either_end(str(text.value))


@phrase("verb", "_ends <text_value>", "_ends _string <any_text>")
def ends(text: Constant) -> Predicate:
    """An end."""
    return _form(How.ENDS, str(text.value))


@phrase("held_text", "<text>", "<bare>", "<number>")
def held_text(found: Constant) -> Constant | None:
    """A piece of text that may stand in another: "a URL" is rather any such address."""
    return None if found.unquoted and is_format(str(found.value)) else text_value(found)


@phrase(
    "verb",
    "(contain|contains|containing|include|includes) <held_text>",
    "(contain|contains|containing|include|includes) _string <any_text>",
    "(contain|contains|containing|include|includes) <any_text> (sign|character|symbol|letter)",
)
@phrase(
    "verb",
    "(have|has) (the|a|an) (letter|word|text|character|string|sign) <any_text> [in (it|them)]",
    "(contain|contains) the word <any_text> [somewhere]",
)
def contains(text: Constant) -> Predicate:
    """A part."""
    return _form(How.CONTAINS, str(text.value))


@phrase(
    "verb",
    "(contain|contains|include|includes) <sign_mark>",
    "(contain|contains|include|includes) <sign_mark> (sign|symbol|character|mark)",
)
def contains_sign(mark: str) -> Predicate:
    """A sign that is no word."""
    return _form(How.CONTAINS, mark)


for _mark in ("%", "@", "#", "$", "€", "/", "&", "*", "+", "=", "?", "!", "_", "~", "|", ";"):
    _pattern = _mark if _mark != "|" else "pipe"
    _alone = (_pattern,) if _mark != "=" else ()  # "id = A" says what it is, and holds no "="
    phrase("sign_mark", *_alone, f"(a|an|the|any) {_pattern} (sign|character|symbol)")(
        lambda mark=_mark: mark
    )
for _name, _mark in (
    ("space|blank|whitespace", " "), ("comma", ","), ("dash|hyphen", "-"), ("underscore", "_"),
    ("dot|period|full stop", "."), ("slash", "/"), ("semicolon", ";"), ("colon", ":"),
    ("at sign", "@"), ("percent sign|percentage sign", "%"), ("apostrophe", "'"),
    ("asterisk", "*"), ("hash", "#"), ("exclamation mark|exclamation point", "!"),
    ("question mark", "?"), ("ampersand", "&"), ("plus sign", "+"), ("dollar sign", "$"),
    ("quotation mark|double quote", '"'), ("backslash", "\\"), ("tab|tabulator", "\t"),
    ("pipe", "|"), ("tilde", "~"), ("equals sign", "="),
):  # fmt: skip
    for _word in _name.split("|"):
        _many = f"{_word}es" if _word.endswith("sh") else f"{_word}s"
        _patterns: tuple[str, ...] = (
            f"[any] {_many}",
            f"(a|any|one) {_word}",
            f"{_word} (characters|signs)",
        )
        if "sign" not in _word and "mark" not in _word:
            _patterns = (*_patterns, f"[a|any|one] {_word} (sign|character|symbol|mark)")
        phrase("sign_mark", *_patterns)(lambda mark=_mark: mark)
        phrase("worded_sign", f"(a|one|just a|only a) {_word}")(lambda mark=_mark: mark)
        phrase("one_sign", f"one {_word}", f"a single {_word}", f"1 {_word}")(
            lambda mark=_mark: mark
        )


@phrase(
    "verb",
    "(contain|contains|include|includes|have|has) no <text_value>",
    "(contain|contains|include|includes|have|has) no _string <any_text>",
    "(contain|contains|have|has) no <any_text> (sign|character|letter)",
)
def contains_no(text: Constant) -> Predicate:
    """No such part."""
    return not_(contains(text))


@phrase("verb", "(contain|contains|include|includes|have|has) no <sign_mark>")
def contains_no_sign(mark: str) -> Predicate:
    """No such sign."""
    return not_(contains_sign(mark))
