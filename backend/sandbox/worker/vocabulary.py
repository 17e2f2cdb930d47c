"""The words of a confined program: what the compiler writes, and nothing that leaves a trace.

Rules of this file: a word stands here only if, whatever it is given, it changes nothing but what it
returns: it takes no text to evaluate, no path, no name of a function, and it registers nothing.
`tests/sandbox/test_vocabulary.py` asks pandas itself, as far as pandas can tell.
"""

from __future__ import annotations

import ast

BUILTINS = frozenset({
    "abs", "all", "any", "bool", "dict", "enumerate", "float", "frozenset", "int", "isinstance",
    "len", "list", "map", "max", "min", "range", "reversed", "round", "set", "sorted", "str", "sum",
    "tuple", "zip",
})  # fmt: skip
"""The functions of Python that a program may name."""

MODULES = {
    "pd": frozenset({
        "DataFrame", "DateOffset", "Index", "Series", "Timedelta", "Timestamp", "concat",
        "date_range", "isna", "merge", "notna", "period_range", "to_datetime", "to_numeric",
        "to_timedelta",
    }),
    "re": frozenset({"fullmatch", "match", "search"}),
}  # fmt: skip
"""What a program may call of a module, by the name under which it imports it."""
CONSTANTS = frozenset({"NA", "NaT"})
"""What it may hold of one."""

IMPORTS = frozenset({("pandas", "pd"), ("re", None)})

PROPERTIES = frozenset({
    "columns", "day", "day_of_week", "days", "dt", "empty", "hour", "iloc", "index", "is_unique",
    "loc", "minute", "month", "quarter", "second", "shape", "size", "str", "weekday", "year",
})  # fmt: skip
"""What a program may look at; none of them is a function."""

METHODS = frozenset({
    "abs", "all", "any", "assign", "astype", "between", "bfill", "bit_length", "ceil", "clip",
    "contains", "convert_dtypes", "copy", "corr", "count", "cumcount", "cummax", "cummin",
    "cumprod", "cumsum", "diff", "drop", "drop_duplicates", "droplevel", "dropna", "duplicated",
    "endswith", "eq", "equals", "explode", "extract", "ffill", "fillna", "first", "floor",
    "fromkeys", "fullmatch", "ge", "get", "get_level_values", "groupby", "gt", "head", "isin",
    "isna", "isnull", "items", "join", "kurt", "last", "le", "len", "lower", "lstrip", "lt", "map",
    "mask", "match", "max", "mean", "median", "merge", "min", "mod", "mode", "ne", "nlargest",
    "normalize", "notna", "notnull", "nsmallest", "nunique", "pct_change", "pow", "prod",
    "quantile", "rank", "reindex", "removeprefix", "removesuffix", "rename", "rename_axis",
    "replace", "reset_index", "round", "rpartition", "rstrip", "set_axis", "set_index", "shift",
    "skew", "slice", "sort_index", "sort_values", "split", "startswith", "std", "strftime", "strip",
    "sum", "tail", "title", "to_frame", "to_list", "to_numpy", "to_period", "to_timestamp",
    "tolist", "total_seconds", "tz_convert", "tz_localize", "unique", "upper", "value_counts",
    "var", "where", "zfill",
})  # fmt: skip
"""What a program may call on a value, where it stands: it may not hold such a function."""

BY_NAME = frozenset({"agg", "transform"})
"""Methods that find a function by its name: they may be told these names, and no others."""
FUNCTIONS = frozenset({
    "all", "any", "count", "first", "last", "log", "log2", "max", "mean", "median", "min",
    "nunique", "prod", "size", "std", "sum", "var",
})  # fmt: skip

KEYWORDS = frozenset({
    "as_index", "ascending", "axis", "bins", "by", "case", "columns", "data", "days", "drop",
    "dropna", "dtype", "end", "errors", "expand", "fill_value", "format", "freq", "hours", "how",
    "ignore_index", "inclusive", "index", "indicator", "keep", "keys", "kind", "labels",
    "left_index", "left_on", "level", "lower", "method", "min_count", "min_periods", "minutes",
    "months", "n", "na", "na_position", "name", "names", "normalize", "numeric_only", "on", "other",
    "pat", "periods", "regex", "repl", "right_index", "right_on", "seconds", "skipna", "sort",
    "start", "subset", "suffixes", "unit", "upper", "utc", "validate", "value", "weeks", "years",
})  # fmt: skip
"""How a program may name an argument of a method; ``assign`` takes the name of any column."""
NAMES_COLUMNS = frozenset({"assign"})

PLAIN: frozenset[type[ast.AST]] = frozenset({
    *(ast.Module, ast.arguments, ast.Return, ast.Assign, ast.Expr, ast.For, ast.If),
    *(ast.Pass, ast.Break, ast.Continue, ast.BoolOp, ast.BinOp, ast.UnaryOp, ast.Compare),
    *(ast.IfExp, ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp),
    *(ast.comprehension, ast.Constant, ast.JoinedStr, ast.FormattedValue, ast.List, ast.Tuple),
    *(ast.Set, ast.Dict, ast.Slice, ast.Starred, ast.Load, ast.Store, ast.alias, ast.keyword),
    *(ast.And, ast.Or, ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow),
    *(ast.BitAnd, ast.BitOr, ast.BitXor, ast.Invert, ast.Not, ast.UAdd, ast.USub),
    *(ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Is, ast.IsNot, ast.In, ast.NotIn),
})  # fmt: skip
"""The parts of Python that are as good as what they are made of."""
