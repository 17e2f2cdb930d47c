"""Lengths, blanks and kinds of characters taken for values, or words that tell of rows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import NUMBER_WORDS, stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.duplicates import Duplicates
from backend.rules.language.terms import (
    Aggregate,
    All,
    Apply,
    Arithmetic,
    Cell,
    Compare,
    Constant,
    Function,
    How,
    Matches,
    Measure,
    Missing,
    Not,
    OneOf,
    Predicate,
    Value,
)
from backend.rules.language.terms import Any as AnyOf
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_KINDS = (
    r"(?:digits?|letters?|capitals?|capital letters?|small letters?|characters?|chars|numbers?|"
    r"words?|signs?|upper case letters?|lower case letters?)"
)
_EITHER_WAY = re.compile(
    r"\b(?:longer or shorter|shorter or longer|higher or lower|lower or higher|more or less|"
    r"less or more|larger or smaller|smaller or larger|bigger or smaller|smaller or bigger) than\b"
)
_OR_SO_MANY = re.compile(
    rf"\b(?P<list>(?:\w+ (?:, or |, |or |to ))+(?P<last>\w+)) (?:[a-z]+ )?{_KINDS}\b"
)
_MOST_SIGNS = 64
"""A larger number in front of "or 5 digits" is a value."""
_ONE_KIND_OR = re.compile(rf"\b\w+ (?:or|to) \w+ {_KINDS} or {_KINDS}\b")
_WITHOUT_OR = re.compile(r"\b(?:without|with no|no) [^.;]* or (?:any )?\w+")
_ALL_OF_SIGNS = re.compile(r"\\?\[[^\]A-Za-z0-9\\]\][+*]|\[\\\W\][+*]|\\?[^\w\s\[\]][+*]")
_DENIED_OR_EMPTY = re.compile(
    r"\b(?:is|are|was|were) not [^,.;?]* or (?:empty|blank|missing|null|filled|given|present)\b"
)
_UNCOUNTED = re.compile(
    r"\b(?:blanks|spaces) (?:are |is |being )?(?:not|never) (?:counted|included|counting)\b"
    r"|\b(?:blanks|spaces) (?:do not|never|don't) count\b"
    r"|\b(?:not counting|ignoring|excluding|without counting|leaving out|disregarding) "
    r"(?:the |any |its |all )?(?:blanks|spaces)\b"
    r"|\b(?:ignore|disregard|skip) (?:the |any |its |all )?(?:blanks|spaces)\b"
    r"|\b(?:blanks|spaces) (?:are )?(?:ignored|disregarded|left out|excluded|skipped|aside)\b"
)
_WITHOUT_BLANKS = re.compile(r"\b(?:without|with no) (?:any |its |the )?(?:blanks?|spaces?)\b")
_BLANK_THERE = re.compile(
    r"^there (?:must|should|shall|has to) be (?:a |at least one |some |one )?blanks? in\b"
    r"(?! (?:every|each|all)\b)"
)
_TURNS = (
    "start|beginning|drop|dip|fall|low|low point|bottom|high point|high|top|jump|spike|surge|rise|"
    "increase|decrease|turn|turning point|crash|plunge|slump|climb|end|change|gap|trough|summit"
)
_SINCE_TURN = re.compile(
    rf"^(?:ever )?(?:since|after|following) (?:the|this|that|its|their) "
    rf"(?:\w+ ){{0,2}}(?:{_TURNS})(?: of the \w+)? ,? ?(?!of\b)"
)
_ONE_MUST = re.compile(r", (?:and |but )?(?!the\b|this\b|that\b|each\b)\w+ one (?:must|may|should)")
_ONE_MORE = re.compile(r"\bone (?:more|less|fewer|below|above|over|under)\b")
_RUN = r"(?P<sign>\[[^\]]*\]|\\d)\{(?P<few>\d+)(?P<to>,?)(?P<most>\d*)\}"
_BEHIND = re.compile(rf"\(\?s:\.\*\)(?P<mark>\\?[^\w\s]){_RUN}\[\^.+\]\*")
_BEFORE = re.compile(rf"\[\^[^\]]+\]\*{_RUN}(?P<mark>\\?[^\w\s])\(\?s:\.\*\)")
_PLACES = frozenset({"no", "number", "nr", "num"})


def refuse_doubtful_signs(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading in which counts, lengths and blanks of texts are no values.

    Raises:
        Misfit: "12 or 13 digits" was read as the value 12, "longer or shorter" as another value.
    """
    text = " ".join(token.low for token in tokens)
    _refuse_lengths(rule, context, text)
    _refuse_counts_as_values(rule, text)
    _refuse_kinds_at_once(rule, text)
    _refuse_blanks(rule, context, text)
    _refuse_runs_beside(rule, context, text)
    _refuse_ones(rule, text)
    if _DENIED_OR_EMPTY.search(text) and isinstance(rule, BrokenRows):
        told = rule.must.parts if isinstance(rule.must, All) else ()
        if any(isinstance(_bare(part), Missing) for part in told):
            raise Misfit("it is not clear what 'not' denies: say 'neither … nor'")
    if _SINCE_TURN.search(text) and getattr(rule, "where", None) is None:
        raise Misfit("the beginning may tell which rows are meant; no column tells of that")
    if isinstance(rule, Duplicates):
        _refuse_heads_of_several(rule, context, tokens)


def _bare(told: Predicate) -> Predicate:
    return told.part if isinstance(told, Not) else told


def _column(of: object, rule: Rule, context: Context) -> Column | None:
    if not isinstance(of, Cell):
        return None
    table = of.table or getattr(rule, "table", "")
    return context.column(table, of.column)


def _refuse_lengths(rule: Rule, context: Context, text: str) -> None:
    """A slug that is longer or shorter than the slogan is not any other text."""
    if not _EITHER_WAY.search(text):
        return
    for part in walk(rule):
        if isinstance(part, Compare) and part.sign in ("==", "!="):
            columns = [_column(side, rule, context) for side in (part.left, part.right)]
            texts = [c for c in columns if c is not None and c.reads_as == ColumnType.TEXT]
            if len(texts) == 2 and not any(column.date_format for column in texts):
                raise Misfit(
                    f"{texts[0].name} and {texts[1].name} are texts: say 'the length of' them, "
                    "or 'the same as'"
                )


def _refuse_counts_as_values(rule: Rule, text: str) -> None:
    """12 or 13 digits are not the value 12, nor "8 or 11 capitals or digits" any digits."""
    counts = {
        each
        for found in _OR_SO_MANY.finditer(text)
        if _is_count(found["last"])
        for each in re.findall(r"\w+", found["list"])
    }
    values = {str(NUMBER_WORDS.get(each, each)) for each in counts if _is_count(each)}
    for either in walk(rule):
        if not isinstance(either, AnyOf):
            continue
        if values and any(_is_value(part, values) for part in either.parts):
            raise Misfit("so many characters or so many: say how many of what in both places")
        forms = [part for part in either.parts if isinstance(part, Matches)]
        if _ONE_KIND_OR.search(text) and len(forms) > 1:
            raise Misfit(
                "it is not clear of which kind so many are; say 'so many characters, each …'"
            )
        is_of_signs = any(
            each.how == How.PATTERN and _ALL_OF_SIGNS.fullmatch(each.text) for each in forms
        )
        if is_of_signs and _WITHOUT_OR.search(text):
            raise Misfit("it is not clear how far 'without' reaches; say 'and contains no …'")


def _is_count(word: str) -> bool:
    count = NUMBER_WORDS.get(word, int(word) if word.isdecimal() else 0)
    return 0 < count <= _MOST_SIGNS


def _is_value(told: Predicate, values: Collection[str]) -> bool:
    if isinstance(told, OneOf):
        return isinstance(told.of, Cell) and any(str(o.value) in values for o in told.options)
    if not isinstance(told, Compare) or told.sign != "==" or not isinstance(told.left, Cell):
        return False
    return isinstance(told.right, Constant) and str(told.right.value) in values


def _refuse_kinds_at_once(rule: Rule, text: str) -> None:
    """All small letters and digits: no text is lower case and nothing but digits."""
    if not re.search(r"\b(?:and|or|nor|&)\b", text):
        return
    for both in walk(rule):
        if not isinstance(both, All | AnyOf):
            continue
        sign = "==" if isinstance(both, All) else "!="
        cased = [of for part in both.parts if (of := _cased(part, sign)) is not None]
        for part in both.parts:
            form = _bare(part)
            if isinstance(part, Not) == (sign == "==") or not isinstance(form, Matches):
                continue
            if form.of in cased and _has_no_letter(form):
                raise Misfit("no digit is lower or upper case: say 'only … letters and digits'")


def _cased(told: Predicate, sign: str) -> Value | None:
    """What is held against itself in lower or upper case."""
    if not isinstance(told, Compare) or told.sign != sign or not isinstance(told.right, Apply):
        return None
    is_case = told.right.function in (Function.LOWER, Function.UPPER)
    return told.left if is_case and told.right.of == told.left else None


def _has_no_letter(form: Matches) -> bool:
    if form.how == How.FORMAT:
        return form.text == "digits"
    return form.how == How.PATTERN and bool(re.fullmatch(r"(\[[^\]A-Za-z]*\]|\\d)[+*]", form.text))


def _refuse_runs_beside(rule: Rule, context: Context, text: str) -> None:
    """Five letters behind the #: in one piece, or wherever they stand."""
    if re.search(r"\b(?:directly|immediately|right|just|straight|followed)\b", text):
        return
    for form in walk(rule):
        if not isinstance(form, Matches) or form.how != How.PATTERN:
            continue
        found = _BEHIND.fullmatch(form.text) or _BEFORE.fullmatch(form.text)
        if found is None:
            continue
        column = _column(form.of, rule, context)
        values = () if column is None else column.values
        if found["most"] or any(_differs(form.text, found, each) for each in values):
            raise Misfit(
                f"so many signs may stand right beside the {found['mark'][-1]}, or anywhere on "
                "that side of it: show their pattern"
            )


def _differs(pattern: str, found: re.Match[str], value: str) -> bool:
    """Whether it matters for a value where on its side of the mark the signs stand."""
    mark, few = found["mark"][-1], int(found["few"])
    if mark not in value:
        return False
    is_behind = pattern.startswith("(?s")
    side = value.rpartition(mark)[2] if is_behind else value.partition(mark)[0]
    count = len(re.findall(found["sign"], side))
    is_so = count >= few if found["to"] else count == few
    return is_so != bool(re.fullmatch(pattern, value))


def _refuse_blanks(rule: Rule, context: Context, text: str) -> None:
    """Blanks that are not counted in a length are no empty cells."""
    is_there = any(isinstance(p, Matches) and p.how == How.CONTAINS for p in walk(rule))
    if _BLANK_THERE.search(text) and is_there:
        raise Misfit(
            "a blank may be an empty cell or a character: say 'an empty cell' or 'a space'"
        )
    if _WITHOUT_BLANKS.search(text) and [*_lengths(rule)] and not _heeds_blanks(rule):
        raise Misfit("it is not clear whether blanks are wrong, or only not counted: say which")
    if not _UNCOUNTED.search(text) or _heeds_blanks(rule):
        return
    keys = rule.columns if isinstance(rule, Duplicates) else ()
    for of in (*_lengths(rule), *(Cell(table=rule.table, column=each) for each in keys)):
        column = _column(of, rule, context)
        is_known = column is not None and column.values
        if column is None or not is_known or any(" " in each.strip() for each in column.values):
            raise Misfit(
                "blanks may be empty cells, or those inside the text: say 'empty cells', or name "
                "the characters"
            )


def _lengths(rule: Rule) -> Iterator[object]:
    for part in walk(rule):
        if isinstance(part, Apply) and part.function == Function.LENGTH:
            yield part.of


def _heeds_blanks(rule: Rule) -> bool:
    told = [part for part in walk(rule) if isinstance(part, Matches)]
    return any(" " in part.text or r"\s" in part.text for part in told)


def _refuse_ones(rule: Rule, text: str) -> None:
    """The low one more than 5, a number of values of at most 0.3, the cash one must not."""
    for part in walk(rule):
        sides = (part.left, part.right) if isinstance(part, Arithmetic | Compare) else ()
        values = [each.value for each in sides if isinstance(each, Constant)]
        is_sum = isinstance(part, Arithmetic) and len(values) == 2 and values[1] == 1
        is_one = isinstance(part, Compare) and 1 in values
        if (is_sum and _ONE_MORE.search(text)) or (is_one and _ONE_MUST.search(text)):
            raise Misfit("'one' may stand for a column: name the column, and the number")
        counted = [each for each in sides if isinstance(each, Aggregate)]
        is_count = any(each.measure in (Measure.COUNT, Measure.DISTINCT) for each in counted)
        numbers = [each for each in values if isinstance(each, float)]
        if isinstance(part, Compare) and is_count and any(0 < each < 1 for each in numbers):
            raise Misfit("how many there are is no fraction: say 'the share of', or divide")


def _refuse_heads_of_several(rule: Duplicates, context: Context, tokens: Sequence[Token]) -> None:
    """A seat is told by seat_row and seat_no, and not by its number alone."""
    text = " ".join(token.low.replace("_", " ") for token in tokens)
    for key in rule.columns:
        head, known = stems_of(key)[:-1], context.column(rule.table, key)
        is_named = key.lower().replace("_", " ") in text or "number" in text
        if is_named or not head or known is None or known.unique:
            continue
        named = [
            each.name
            for each in context.tables[rule.table].columns
            if stems_of(each.name)[:-1] == head
            and each.reads_as in (ColumnType.TEXT, ColumnType.INTEGER)
        ]
        has_place = any(each.lower().split("_")[-1] in _PLACES for each in named)
        if has_place and not {*named} <= {*rule.columns}:
            raise Misfit(f"{' and '.join(named)} tell of it: name the columns that are meant")
