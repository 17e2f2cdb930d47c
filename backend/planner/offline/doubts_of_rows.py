"""Of what something is told: of all rows together, of a whole set, of a part of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.own_keys_of_others import refuse_own_key_for_any
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import root, stem, stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.terms import (
    Aggregate,
    All,
    Apply,
    Cell,
    Compare,
    Constant,
    Exists,
    Function,
    How,
    Lookup,
    Matches,
    Missing,
    Predicate,
    Previous,
    Term,
    Today,
)
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_DENIED = frozenset({"not", "never", "cannot"})
_OF_ALL = frozenset({"for", "among", "on"})
_EVERYBODY = frozenset({"everybody", "everyone", "everything", "all", "every"})
_DUTIES = frozenset({"must", "should", "shall", "may", "can", "needs", "need", "has", "have"})
_CLAUSE_ENDS = frozenset({".", ";", ",", ":", "(", "but", "if", "when", "where", "unless"})
_SAME_SET = re.compile(
    r"^(?:(?P<all>every|each|all|any) )?(?P<of>[^ .,;:]+(?: [^ .,;:]+){0,3}?) "
    r"(?:must |should |shall |may |need to |needs to )?(?:always )?(?:have|has) (?:the )?same "
    r"(?P<what>[^.,;:]+?)(?= ?(?:[.,;:!]|$))"
)
_KINDS = (
    "urls?|links?|numbers?|ips?|ip address(?:es)?|uuids?|e-?mail address(?:es)?|web address(?:es)?"
)
_KIND_WITHIN = re.compile(
    r"\b(?:with|have|has|having|contains?|containing|holds?|holding) (?:an? |any |no |some )?"
    rf"(?P<kind>{_KINDS}) (?:in|inside|within) (?:the |its |their |his |her )?(?P<of>\w+)"
)
_OF_THE_TABLE = re.compile(
    r"\b(?:days?|weeks?|months?|years?) (?:of|in) the (?:whole |entire )?"
    r"(?:table|data|dataset|file|column)\b"
)
_ORDINALS = re.compile(r"\b(?:first|last|earliest|latest) (\w+)")
_NEITHER_SIGNS = re.compile(
    r"\bneither (?:any )?(?:\w+ )?(?:digits|letters|numbers|capitals|vowels|blanks)\b"
)
_WHOLE = frozenset({
    "only", "just", "all", "made", "consist", "consists", "entirely", "purely", "pure", "nothing",
    "whole", "wholly", "solely", "completely",
})  # fmt: skip
_THEN = frozenset(
    {"then", "followed", "ends", "ending", "end", "starts", "starting", "after", "before"}
)
_OPEN_THEN_TEXT = re.compile(r"\{[0-9]+,\}[A-Za-z0-9]{2,}")
_A_BLANK = re.compile(r"[,:] (?:and )?(?:a|one|exactly one|at least one) (?:blank|space)\b")
_ONE_SIGN = re.compile(r"\[[^\]]*\]|\\d")
_SIGNS_IN_A_ROW = re.compile(
    r"\b(?:at least|at most|more than|fewer than|less than|up to) \w+ \w+ in a row\b"
)
_ONE_CASE = re.compile(r"\b(?:in|with|using) (?:just |only )?(?:one|a single) (?:letter )?case\b")
_ANY_PLACE = re.compile(r"\[\^[^\]]+\]\*\(.*\[\^[^\]]+\]\*\)\{[0-9,]+\}")
_JUST_ONE = re.compile(
    r"\b(?:one|1|single|several|two|multiple|same) (?P<of>\w+)(?: (?P<behind>\w+))?"
)
_DATED = frozenset({"date", "day", "time"})
_WORDS_IN_A_ROW = re.compile(r"\b(?:words|characters|letters|signs) in a row\b")
_NOT_FEWER_AND_NO = re.compile(
    r"\bnot (?:have |contain )(?:fewer|less|more) than [^.;,]* (?:and|or) no \S+"
)


def refuse_doubts_of_rows(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading that tells each thing of what it is meant of.

    Raises:
        Misfit: what is denied of all rows together is denied of each, a set of values is taken for
            one value, a kind of text within a text for the whole of it, …
    """
    quoted = Shape.QUOTED
    text = " ".join(f"'{each.low}'" if each.shape == quoted else each.low for each in tokens)
    _refuse_same_sets(rule, text)
    _refuse_kinds_within(rule, text)
    if _OF_THE_TABLE.search(text) and any(isinstance(part, Today) for part in walk(rule)):
        raise Misfit("days of the table are no days up to today; name the day to count from")
    if isinstance(rule, InconsistentValues) and _ONE_CASE.search(text):
        raise Misfit(
            "one case of the letters of each text, or of all texts that are equal: say which"
        )
    if isinstance(rule, InconsistentValues):
        _refuse_rows_as_cells(rule, text)
    if isinstance(rule, BrokenRows):
        _refuse_denied_for_all(rule, tokens)
        _refuse_two_firsts(rule, text)
        _refuse_listed_signs(rule, text)
        _refuse_pieces_apart(rule, text)
    refuse_own_key_for_any(rule, context, tokens)


def _refuse_rows_as_cells(rule: InconsistentValues, text: str) -> None:
    """All drivers have at most one order: so many rows, and not one day of the order."""
    noun = next(reversed(stems_of(rule.table)), "")
    for told in _JUST_ONE.finditer(text):
        for name in rule.values:
            parts = {root(part) for part in stems_of(name)}
            is_rest = told["behind"] is not None and root(told["behind"]) in {*parts, *_DATED}
            if len(parts) > 1 and noun in parts and stem(told["of"]) == noun and not is_rest:
                raise Misfit(
                    f"'{told['of']}' may be the rows of {rule.table}, or the column {name}; name "
                    "the column, or say 'one row'"
                )


def _refuse_denied_for_all(rule: BrokenRows, tokens: Sequence[Token]) -> None:
    """Not 0 for all stores: in no store, or not in every one of them."""
    if any(isinstance(part, Aggregate | Exists | Previous) for part in walk(rule)):
        return
    denied = False
    for at, token in enumerate(tokens):
        if token.low in _CLAUSE_ENDS:
            denied = False
        is_denied = token.low in _DENIED or token.low.endswith("n't")
        denied = is_denied or (denied and token.low not in _DUTIES)
        behind = tokens[at + 1].low if at + 1 < len(tokens) else ""
        if denied and token.low in _OF_ALL and behind in _EVERYBODY:
            raise Misfit(
                f"'not … {token.low} {behind}' may mean for none, or not for every one; say "
                "'no … may', or 'at least one … must not'"
            )


def _refuse_same_sets(rule: Rule, text: str) -> None:
    """Every month must have the same products: all of them together, in each month."""
    told = _SAME_SET.search(text)
    if told is None:
        return
    last = told["what"].split()[-1]
    if not told["all"] and not isinstance(rule, InconsistentValues):
        return
    if isinstance(rule, InconsistentValues):
        group = {part for name in rule.key for part in stems_of(name)}
        names_group = {part for word in told["of"].split() for part in stems_of(word)} <= group
        is_set = names_group and _is_plural(last, rule.values)
    else:
        cells = [part.column for part in walk(rule) if isinstance(part, Cell | Lookup)]
        is_set = told["all"] in ("every", "each") and _is_plural(last, cells)
    if is_set:
        raise Misfit(
            f"'the same {last}' may be one set for all of them; say 'only one …', or 'rows with "
            "the same … must have the same …'"
        )


def _is_plural(word: str, columns: Sequence[str]) -> bool:
    """Whether a word is the plural of what a column holds; a header may be in the plural."""
    if word == "values":
        return True
    lasts = {re.split(r"[\W_]+", name.lower())[-1] for name in columns}
    wholes = {name.lower() for name in columns}
    return word.endswith("s") and stem(word) != word and word not in lasts | wholes


def _refuse_kinds_within(rule: Rule, text: str) -> None:
    """With a link in the note: somewhere in it, rather than the word or the whole note."""
    for told in _KIND_WITHIN.finditer(text):
        for form in walk(rule):
            cell = _takes_for(told["kind"], form)
            if cell is not None and {*stems_of(told["of"])} <= {*stems_of(cell.column)}:
                raise Misfit(
                    f"a {told['kind']} within {cell.column} cannot be found; show its pattern, "
                    f"or say that {cell.column} is one"
                )


def _takes_for(kind: str, form: Term) -> Cell | None:
    """The cell that is said to be of a kind, or to hold the word for it."""
    match form:
        case Matches(of=Cell() as of, how=How.FORMAT):
            return of
        case (
            Matches(of=Cell() as of, text=str(word))
            | Compare(left=Cell() as of, right=Constant(value=str(word)))
        ):
            return of if stem(word.lower()) == stem(kind) else None
        case _:
            return None


def _refuse_two_firsts(rule: BrokenRows, text: str) -> None:
    """The first loan and the first payment: the loan of the first payment may be another."""
    if rule.where is None or not any(isinstance(part, Lookup) for part in walk(rule.must)):
        return
    firsts = {part for part in walk(rule) if isinstance(part, Aggregate) and part.by}
    tables = {rule.table, *(part.table for part in walk(rule) if isinstance(part, Lookup))}
    nouns = {stems_of(table)[-1] for table in tables}
    told = {stem(noun) for noun in _ORDINALS.findall(text)} & nouns
    if len(told) > 1 and len(firsts) < len(told):
        raise Misfit(
            "the first of one table is held against the first of another: name one of them"
        )


def _refuse_listed_signs(rule: BrokenRows, text: str) -> None:
    """Signs that a text contains, which were taken for the whole of it."""
    words = {*text.split()}
    parts = [*walk(rule.must)]
    is_whole = any(
        (isinstance(part, Matches) and part.how == How.FORMAT)
        or (isinstance(part, Apply) and part.function in (Function.LOWER, Function.UPPER))
        for part in parts
    )
    if is_whole and _NEITHER_SIGNS.search(text) and not words & _WHOLE:
        raise Misfit("'neither … nor' may be of single characters; say 'must not contain …'")
    if _NOT_FEWER_AND_NO.search(text):
        raise Misfit("it is not clear how far 'not' reaches; say 'at least' or 'at most'")
    listed = [*_conjuncts(rule.must)]
    if any(isinstance(part, Compare) and isinstance(part.left, Apply) for part in listed):
        has_blank = any(isinstance(part, Missing) for part in listed)
        if has_blank and _A_BLANK.search(text):
            raise Misfit("'a blank' is a space or an empty cell; say 'contains a space'")
        shapes = [part.text for part in listed if isinstance(part, Matches)]
        if any(_ONE_SIGN.fullmatch(shape) for shape in shapes):
            raise Misfit("a length beside a single character: say 'contains …', or 'is one …'")


def _refuse_pieces_apart(rule: BrokenRows, text: str) -> None:
    """Pieces that stand side by side, or do not have to."""
    parts = [*walk(rule.must)]
    measures = {part.function for part in parts if isinstance(part, Apply)}
    shapes = [part.text for part in parts if isinstance(part, Matches)]
    is_counted = bool(measures & {Function.WORDS, Function.LENGTH})
    if (is_counted and _WORDS_IN_A_ROW.search(text)) or (
        any(_ANY_PLACE.fullmatch(shape) for shape in shapes) and _SIGNS_IN_A_ROW.search(text)
    ):
        raise Misfit("what stands in a row is counted wherever it stands; show the pattern")
    is_listed = "," in text and not {*text.split()} & _THEN
    if is_listed and any(_OPEN_THEN_TEXT.search(shape) for shape in shapes):
        raise Misfit("it is not clear whether one piece follows the other; say 'followed by'")


def _conjuncts(told: Predicate) -> Iterator[Predicate]:
    yield from told.parts if isinstance(told, All) else (told,)
