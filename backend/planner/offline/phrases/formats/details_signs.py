"""Phrases for signs that do not count: dashes are ignored, spaces inside do not matter."""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.phrasing import Modifier, Phrases, Statement

phrase = Phrases()

phrase.words(
    "_sign_between",
    "in between | between them | inside | inside it | within | within it | in it | in them | in the middle | "
    "between the (groups|digits|letters|characters|numbers|parts|blocks|signs) | "
    "between (groups|digits|letters|characters|numbers|parts|blocks|signs) | "
    "(in|inside|within) (the|a) (number|code|text|value)",
)
phrase.words(
    "_are_passed_over",
    "(is|are) [simply|just|to be] (ignored|disregarded|skipped|left out|left aside|passed over|irrelevant|immaterial|"
    "unimportant|optional|overlooked|neglected|removed|taken out|stripped|discarded|dropped) | "
    "(is|are) [simply|just] not (counted|considered|relevant|important|included|checked|looked at) | "
    "(do|does) not (count|matter|change anything|play a role|play a part|make a difference) | "
    "(make|makes) no difference | (must|should|can|may) be (ignored|disregarded|left out|skipped|omitted) | "
    "(must|should|can|may) not be counted | (may|can) be there or not | (may|can) be present or not | "
    "(may|can) be left out or not | (may|can) be there | (may|can) stand there",
)
phrase.words(
    "_are_granted",
    "(is|are) [perfectly|also] (fine|ok|okay|allowed|permitted|accepted|acceptable|tolerated|all right|alright) "
    "[too|as well|also|here|there]",
)
phrase.words(
    "_passing_over",
    "not counting | without counting | ignoring | disregarding | leaving out | leaving aside | apart from | aside from | "
    "excluding | skipping | regardless of | irrespective of | whatever the | no matter the | with or without | "
    "not considering | passing over | except for | other than",
)
phrase.words(
    "_pass_over",
    "ignore | disregard | skip | leave out | pass over | do not count | never count | take out | strip | remove | "
    "drop | leave aside",
)
phrase.words("_joint_sign", "and | or | , | , and | , or | and/or")


@phrase("plain_sign", "<sign_mark>")
def no_blank(mark: str) -> str | None:
    """Dashes; "blanks" may be empty cells."""
    return mark if len(mark) == 1 and not mark.isspace() and not mark.isalnum() else None


@phrase("plain_sign", "(space|spaces|whitespace|white space|blank spaces|space characters)")
@phrase("plain_sign", "(blank|blanks) _sign_between", cost=0.05)
def space() -> str:
    """Spaces."""
    return " "


@phrase("aside_signs", "[the|any|all|all the|any of the|possible] <plain_sign>")
def one_aside(mark: str) -> tuple[str, ...]:
    """Dashes."""
    return (mark,)


@phrase("aside_signs", "<aside_signs> _joint_sign [the|any] <plain_sign>")
@phrase("aside_signs", "<aside_signs> _joint_sign [the|any] (blank|blanks)")
def more_aside(before: tuple[str, ...], mark: str = " ") -> tuple[str, ...]:
    """Dashes and spaces."""
    return (*before, mark)


@phrase(
    "remark",
    "[but|and] <aside_signs> [_sign_between] _are_passed_over [here]",
    "[but|and] <aside_signs> _sign_between _are_granted",
    "_passing_over <aside_signs> [_sign_between]",
    "[but|and] _pass_over <aside_signs> [_sign_between] [here]",
    "<aside_signs> [_sign_between] (aside|not counted|ignored|left out|disregarded|optional)",
    cost=0.05,
)
def signs_aside(signs: tuple[str, ...]) -> Modifier:
    """Dashes are ignored."""
    return remark("signs-aside", texts=tuple(dict.fromkeys(signs)))


@phrase(
    "stmt",
    "(without|_passing_over) [the|any|all] <aside_signs> [,] <stmt>",
    "(with|once|when|after) <aside_signs> [are|is|were|being] (removed|taken out|left out|stripped|ignored|dropped) [,] "
    "<stmt>",
    cost=0.1,
)
def once_aside(signs: tuple[str, ...], told: Statement) -> Statement:
    """Without the dashes the number has 13 digits."""
    return told.model_copy(update={"remarks": (*told.remarks, signs_aside(signs))})


@phrase(
    "remark",
    "[but|and] <aside_signs> [_sign_between] (count|counts) [too|as well|also|as (characters|signs|a character|a sign)]",
    "[but|and] <aside_signs> [_sign_between] (is|are) [also] (counted|included) [too|as well|as (characters|signs)]",
    "(counting|including) <aside_signs> [_sign_between]",
    cost=0.05,
)
def signs_count(signs: tuple[str, ...]) -> Modifier:
    """Spaces count: as they do in the length of a text anyway."""
    return remark("signs-count", texts=signs)
