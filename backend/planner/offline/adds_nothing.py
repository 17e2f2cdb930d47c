"""Whether a rule says the same without words that stand beside it: what they say, it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backend.rules.broken_rows import BrokenRows
from backend.rules.differing_rows import DifferingRows
from backend.rules.duplicates import Duplicates
from backend.rules.language.terms import (
    Aggregate,
    All,
    Any,
    Apply,
    Compare,
    Constant,
    Exists,
    Function,
    How,
    Lookup,
    Matches,
    Measure,
    Missing,
    Not,
    OneOf,
    Previous,
    Reads,
)
from backend.rules.language.walk import walk
from backend.rules.rule import Rule
from backend.rules.wrong_columns import WrongColumns


def is_exact(rule: Rule) -> bool:
    """No more and no fewer: it holds something equal, or as many columns as told."""
    if isinstance(rule, WrongColumns) and rule.fewest is not None:
        return rule.fewest == rule.most
    return any(isinstance(part, Compare) and part.sign == "==" for part in walk(rule))


def is_of_size(rule: Rule) -> bool:
    """On either side: it is about the size of a number."""
    return any(
        isinstance(part, Apply) and part.function == Function.ABSOLUTE for part in walk(rule)
    )


def is_of_rank(rule: Rule) -> bool:
    """Interpolated: it is about a quantile."""
    ranks = (Measure.QUANTILE, Measure.MEDIAN)
    return any(isinstance(part, Aggregate) and part.measure in ranks for part in walk(rule))


def is_of_all_rows(rule: Rule) -> bool:
    """Over all rows: none are left out, and none are grouped."""
    return rule.where is None and not getattr(rule, "by", ()) and not getattr(rule, "per", ())


def is_of_each_row(rule: Rule) -> bool:
    """On a label: it is about each row by itself, and leaves none out."""
    is_plain = isinstance(rule, BrokenRows) and rule.where is None
    return is_plain and not any(isinstance(part, Previous | Aggregate) for part in walk(rule))


def is_within_rows(rule: Rule) -> bool:
    """In the same row: it holds the cells of one row against each other, and no other row."""
    seen = Previous | Aggregate | Exists | Lookup
    is_of_rows = isinstance(rule, BrokenRows)
    return is_of_rows and not any(isinstance(part, seen) for part in walk(rule))


def is_of_one_column(rule: Rule) -> bool:
    """In the text: it reads one column alone."""
    return len({column for _, column in rule.reads()}) == 1


def is_anything(rule: Rule) -> bool:
    """A place in the only table there is."""
    return bool(rule.table)


def is_of_pairs(rule: Rule) -> bool:
    """No pair may occur twice: it finds copies of two columns together."""
    return isinstance(rule, Duplicates) and len(rule.columns) == 2


def is_of_combinations(rule: Rule) -> bool:
    """No combination may occur twice: it finds copies of several columns together."""
    return isinstance(rule, Duplicates) and len(rule.columns) > 1


def is_beside_the_last(rule: Rule) -> bool:
    """Every day: it compares each row with the one before."""
    return any(isinstance(part, Previous) for part in walk(rule))


def is_in_file_order(rule: Rule) -> bool:
    """Down the list: it compares rows in the order of the file."""
    before = [part for part in walk(rule) if isinstance(part, Previous)]
    return bool(before) and all(part.order_by is None for part in before)


def compares_whole_rows(rule: Rule) -> bool:
    """In any row order: it holds the rows of two tables against each other."""
    return isinstance(rule, DifferingRows)


def is_of_presence(rule: Rule) -> bool:
    """Which must then be filled: it asks for a value, and for nothing else."""
    must = rule.must if isinstance(rule, BrokenRows) else None
    return isinstance(must, Not) and isinstance(must.part, Missing)


def is_of_none_there(rule: Rule) -> bool:
    """Not even once: it asks whether another table has any row."""
    return any(isinstance(part, Exists) and part.where is None for part in walk(rule))


def is_of_number_form(rule: Rule) -> bool:
    """Not text: it wants each value to be a number, and nothing else."""
    must = rule.must if isinstance(rule, BrokenRows) else None
    is_form = isinstance(must, Matches) and must.how == How.FORMAT
    return isinstance(must, Matches) and is_form and must.text in ("number", "whole_number")


def is_of_extremes(rule: Rule) -> bool:
    """The lowest we measured: it is about the lowest or the highest of all values."""
    measured = {part.measure for part in walk(rule) if isinstance(part, Aggregate)}
    return bool(measured) and measured <= {Measure.MINIMUM, Measure.MAXIMUM}


def is_of_clock(rule: Rule) -> bool:
    """On the 24-hour clock: it wants times of day written with two digits for hours 00 to 23."""
    return any(isinstance(part, Matches) and "%H" in part.text for part in walk(rule))


def is_of_sample(rule: Rule) -> bool:
    """(sample): it is about a deviation or a variance."""
    measured = {part.measure for part in walk(rule) if isinstance(part, Aggregate)}
    return bool(measured & {Measure.DEVIATION, Measure.VARIANCE})


def texts(rule: Rule) -> Iterator[str]:
    """The literals that cells are held against as they are written; nothing where one is a form."""
    for part in walk(rule):
        if isinstance(part, Matches):
            is_plain = part.how in (How.STARTS, How.ENDS, How.CONTAINS) and not part.ignore_case
            yield part.text if is_plain else ""
        elif isinstance(part, Compare | OneOf):
            options = part.options if isinstance(part, OneOf) else (part.left, part.right)
            told = [each.value for each in options if isinstance(each, Constant)]
            yield from (
                "" if part.ignore_case or not isinstance(each, str) else each for each in told
            )


def is_in_capitals(rule: Rule) -> bool:
    """In capitals: whatever it holds cells against is written so."""
    found = [*texts(rule)]
    return bool(found) and all(
        len(text) > 1 and text == text.upper() != text.lower() for text in found
    )


def is_in_small_letters(rule: Rule) -> bool:
    """In small letters: whatever it holds cells against is written so."""
    found = [*texts(rule)]
    return bool(found) and all(
        len(text) > 1 and text == text.lower() != text.upper() for text in found
    )


def wants_all_filled(rule: Rule) -> bool:
    """Flag it if either is missing: it wants several cells filled, and nothing else."""
    must = rule.must if isinstance(rule, BrokenRows) else None
    return isinstance(must, All) and all(
        isinstance(part, Not) and isinstance(part.part, Missing) for part in must.parts
    )


def wants_all_or_none(rule: Rule) -> bool:
    """Whether it asks of several cells that all of them are filled, or none."""
    must = rule.must if isinstance(rule, BrokenRows) and rule.where is None else None
    sides = must.parts if isinstance(must, Any) and len(must.parts) == 2 else ()
    found = [side.parts for side in sides if isinstance(side, All)]
    gone = {part for parts in found for part in parts if isinstance(part, Missing)}
    there = {part.part for parts in found for part in parts if isinstance(part, Not)}
    return len(found) == 2 and len(gone) > 1 and gone == there


def is_of_numbers(rule: Rule) -> bool:
    """Read as numbers: it compares nothing but numbers."""
    found = [part for part in walk(rule) if isinstance(part, Compare)]
    return bool(found) and all(part.reads == Reads.NUMBER for part in found)


def is_of_vowels(rule: Rule) -> bool:
    """(a, e, i, o, u): it asks for the vowels of either case."""
    forms = [part.text for part in walk(rule) if isinstance(part, Matches)]
    return any("aeiou" in text and "AEIOU" in text for text in forms)


_PLAIN_RUN = re.compile(r"((\\d|\[[A-Za-z0-9-]+\]|[A-Za-z0-9])([+]|\{\d+(,\d*)?\})?)+")


def is_of_plain_runs(rule: Rule) -> bool:
    """Without separators: its one form has letters and digits alone."""
    form = rule.must if isinstance(rule, BrokenRows) else None
    is_form = isinstance(form, Matches) and form.how == How.PATTERN
    return isinstance(form, Matches) and is_form and _is_plain_run(form.text)


def _is_plain_run(text: str) -> bool:
    signs = re.sub(
        r"\[([^\]]*)\]", lambda found: re.sub("[A-Za-z0-9]-[A-Za-z0-9]", "", found[1]), text
    )
    return _PLAIN_RUN.fullmatch(text) is not None and "-" not in signs


def is_of_length(rule: Rule) -> bool:
    """Altogether, of a number of characters: the whole of a text is measured."""
    measured = [part for part in walk(rule) if isinstance(part, Apply)]
    is_summed = any(isinstance(part, Aggregate) for part in walk(rule))
    return not is_summed and {part.function for part in measured} == {Function.LENGTH}


def compares_what_is_there(rule: Rule) -> bool:
    """Only dates that are there: each row compares cells, and passes where one is empty."""
    must = rule.must if isinstance(rule, BrokenRows) else None
    parts = must.parts if isinstance(must, All) else (must,)
    return all(isinstance(part, Compare) and not part.null_safe for part in parts)
