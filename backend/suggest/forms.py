"""Proposals about how texts are written: named formats, numbers, dates, the shape of codes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from backend.contracts.schema import Column, ColumnType
from backend.rules.language.formats import FORMATS
from backend.rules.language.terms import How, Matches
from backend.suggest.profile import Profile
from backend.suggest.proposal import ENOUGH, Proposal, cell, holds, row_proposal, words_of


class _Named(NamedTuple):
    """A format, how a sentence calls it, and words of which the header must have one."""

    name: str
    said: str
    hints: tuple[str, ...] = ()


_FORMATS = (
    _Named("email", "a valid e-mail address"),
    _Named("uuid", "a valid UUID"),
    _Named("web_url", "a valid web address"),
    _Named("ipv4", "a valid IPv4 address"),
    _Named("ipv6", "a valid IPv6 address"),
    _Named("mac", "a valid MAC address"),
    _Named("iban", "a valid IBAN"),
    _Named("sha256", "a SHA-256 hash"),
    _Named("isbn", "a valid ISBN", ("isbn",)),
    _Named("ean", "a valid EAN", ("ean", "barcode", "gtin")),
    _Named("bic", "a valid BIC", ("bic", "swift")),
    _Named("vin", "a valid VIN", ("vin",)),
    _Named("isin", "a valid ISIN", ("isin",)),
    _Named("payment_card", "a valid credit card number", ("card",)),
    _Named("country_code", "a valid ISO country code", ("country",)),
    _Named("currency_code", "a valid currency code", ("currency", "ccy")),
    _Named("language_code", "a valid language code", ("language", "lang")),
    _Named("us_zip", "a valid US ZIP code", ("zip",)),
    _Named("phone", "a valid phone number", ("phone", "telephone", "tel", "mobile")),
)
_LAYOUTS = (("%Y", "YYYY"), ("%m", "MM"), ("%d", "DD"), ("%H", "HH"), ("%M", "MM"), ("%S", "SS"))
_RUNS = re.compile(r"[A-Z]+|[a-z]+|[0-9]+|.", re.DOTALL)
_CLASSES = (("A", "Z", "[A-Z]"), ("a", "z", "[a-z]"), ("0", "9", "[0-9]"))


def formats(profile: Profile) -> Iterator[Proposal]:
    """The first named format that nearly all of a column's texts have."""
    for column in profile.columns(ColumnType.TEXT):
        distinct = profile.texts(column.name).value_counts()
        if column.type != ColumnType.TEXT or int(distinct.sum()) < ENOUGH:
            continue
        found = next((f for f in _FORMATS if _has(f, column, distinct.to_dict())), None)
        if found is not None:
            of = cell(profile.table, column.name)
            must = Matches(of=of, how=How.FORMAT, text=found.name)
            text = f"{{a}} must be {found.said}."
            yield row_proposal("format", profile.table, must, text, a=column.name)


def _has(named: _Named, column: Column, counts: dict[object, int]) -> bool:
    if named.hints and not set(named.hints) & set(words_of(column.name)):
        return False
    form, total = FORMATS.get(named.name), sum(counts.values())
    if form is None:
        return False
    others = 0
    for text, count in counts.items():
        others += 0 if form.accepts(str(text)) else count
        if not holds(others, total):
            return False
    return True


def mostly_typed(profile: Profile) -> Iterator[Proposal]:
    """Columns of numbers or dates with a few cells that are none."""
    for column in profile.columns():
        of = cell(profile.table, column.name)
        if column.mostly in (ColumnType.INTEGER, ColumnType.NUMBER):
            must = Matches(of=of, how=How.FORMAT, text="number")
            text = "{a} must be a number."
            yield row_proposal("number", profile.table, must, text, a=column.name)
        elif column.mostly == ColumnType.DATE and column.date_format:
            layout = _spelled(column.date_format)
            if layout is not None:
                must = Matches(of=of, how=How.FORMAT, text=f"date {column.date_format}")
                text = f"{{a}} must be a date written '{layout}'."
                yield row_proposal("number", profile.table, must, text, a=column.name)


def _spelled(layout: str) -> str | None:
    """``%Y-%m-%d`` as owners write it; None where it has other parts."""
    for code, letters in _LAYOUTS:
        layout = layout.replace(code, letters)
    return None if "%" in layout or layout == "ISO8601" else layout


def code_shapes(profile: Profile) -> Iterator[Proposal]:
    """Codes of one make: the same letters first, then so many digits."""
    for column in profile.columns(ColumnType.TEXT):
        texts = profile.texts(column.name)
        if column.type != ColumnType.TEXT or len(texts) < ENOUGH or texts.nunique() < ENOUGH:
            continue
        shapes = texts.map(_shape_of).value_counts()
        shape, count = str(shapes.index[0]), int(shapes.iloc[0])
        is_code = "[0-9]" in shape and len(shape) > len("[0-9]{9}") and " " not in shape
        if is_code and holds(len(texts) - count, len(texts)):
            expression = _with_constants(shape, texts[texts.map(_shape_of) == shape].tolist())
            must = Matches(of=cell(profile.table, column.name), how=How.PATTERN, text=expression)
            text = f"{{a}} must match the pattern '{expression}'."
            if "'" not in expression:
                yield row_proposal("code", profile.table, must, text, a=column.name)


def _shape_of(text: str) -> str:
    return "".join(map(_run_shape, _RUNS.findall(text)))


def _run_shape(run: str) -> str:
    for low, high, kind in _CLASSES:
        if low <= run[0] <= high:
            return kind if len(run) == 1 else f"{kind}{{{len(run)}}}"
    return re.sub(r"([\\.^$*+?{}\[\]|()])", r"\\\1", run)


def _with_constants(shape: str, texts: list[str]) -> str:
    """The shape with runs of letters that never change as they stand."""
    split = [_RUNS.findall(text) for text in texts]
    parts = []
    for runs in zip(*split, strict=True):
        is_constant = len(set(runs)) == 1 and runs[0].isalpha()
        parts.append(runs[0] if is_constant else _run_shape(runs[0]))
    return "".join(parts)
