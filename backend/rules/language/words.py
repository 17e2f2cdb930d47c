"""The closed sets of names in the language: how values are read, asked and measured."""

from __future__ import annotations

from enum import StrEnum


class Reads(StrEnum):
    """As what two values are compared."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    """By calendar day."""
    TIME = "time"
    """By date and time."""


class Function(StrEnum):
    """What can be asked of one value."""

    LENGTH = "length"
    WORDS = "words"
    LOWER = "lower"
    UPPER = "upper"
    TITLE = "title"
    STRIP = "strip"
    ABSOLUTE = "absolute"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    WEEKDAY = "weekday"
    """Monday is 1 (ISO 8601)."""
    HOUR = "hour"
    CLOCK = "clock"
    """The time of day in hours: 8:30 is 8.5."""
    DECIMALS = "decimals"
    ROUND = "round"
    """To a whole number; a quotient that equals its own is whole."""


class Measure(StrEnum):
    """What can be asked of many rows."""

    COUNT = "count"
    DISTINCT = "distinct"
    SUM = "sum"
    MEAN = "mean"
    MEDIAN = "median"
    MINIMUM = "min"
    MAXIMUM = "max"
    DEVIATION = "std"
    """Sample standard deviation (n - 1)."""
    VARIANCE = "var"
    QUANTILE = "quantile"
    """Linear interpolation (Hyndman and Fan 1996, type 7)."""
    SHARE = "share"
    """The share, from 0 to 1, of the rows for which ``holds`` is true."""
    TOP = "top"
    """The most frequent value; of several that tie, each is judged."""


class How(StrEnum):
    """In which way a text is compared with a pattern."""

    PATTERN = "pattern"
    """The whole text matches the regular expression."""
    CONTAINS = "contains"
    STARTS = "starts with"
    ENDS = "ends with"
    FORMAT = "format"
    """The text is of a named format (``rules.language.formats``)."""
