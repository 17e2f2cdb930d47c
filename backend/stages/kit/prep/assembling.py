"""Roles to one ColumnTransformer, of components that load without this project.

A transformer of its own for each column, so that each feature is traced to its column.
"""

from __future__ import annotations

from operator import attrgetter, methodcaller
from typing import Any

import numpy as np
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.impute import MissingIndicator, SimpleImputer
from sklearn.model_selection import KFold
from sklearn.pipeline import FeatureUnion, Pipeline
from sklearn.preprocessing import (
    FunctionTransformer,
    OneHotEncoder,
    OrdinalEncoder,
    PowerTransformer,
    StandardScaler,
    TargetEncoder,
)

from backend.stages.kit.prep.column_roles import ColumnRole

DATE_PARTS = ("year", "month", "day", "day_of_week", "day_of_year", "hour")
MOST_WORDS = 25
TRANSFORMS = {
    "numeric": "median of train, a column that tells what was missing, standard scaling",
    "skewed": "median of train, a column that tells what was missing, Yeo-Johnson, scaling",
    "one_hot": "missing as a category, one column for each category of train",
    "target_encoded": "missing as a category, mean target of the category, cross-fitted on train",
    "ordinal": "missing as a category, its rank in train, scaling",
    "words": "the most frequent words of train, each there or not",
    "date": "year, month, day, weekday, day of year, hour; median of train, scaling",
    "presence": "whether there is a value",
}


def assemble(roles: list[ColumnRole], *, problem_type: str, seed: int) -> ColumnTransformer:
    """The transformer that is to be fitted, for frames with these columns by name."""
    steps = [
        (f"c{place}", _steps(role, problem_type, seed), _selector(role))
        for place, role in enumerate(roles)
        if role.role != "dropped"
    ]
    return ColumnTransformer(steps, sparse_threshold=0.0)


def settle(prep: ColumnTransformer) -> ColumnTransformer:
    """The fitted transformer without what differs from process to process: equal fits, equal bytes.

    A CountVectorizer keeps the address of its stop words; without it, it looks them up again.
    """
    for _, step, _ in prep.transformers_:
        if isinstance(step, Pipeline):
            vars(step[-1]).pop("_stop_words_id", None)
    return prep


def name_features(prep: ColumnTransformer) -> dict[str, str]:
    """Feature to the column that it was made of, in the order of the transformed matrix."""
    named: dict[str, str] = {}
    for _, step, chosen in prep.transformers_:
        if isinstance(step, str):
            continue
        column = chosen if isinstance(chosen, str) else str(chosen[0])
        for feature in _outputs(step, chosen):
            named[_unlike(_readable(feature, column), named)] = column
    return named


def _outputs(step: Any, chosen: str | list[str]) -> list[str]:
    if isinstance(chosen, str):
        return [str(each) for each in step[-1].get_feature_names_out()]
    return [str(each) for each in step.get_feature_names_out(chosen)]


def _readable(feature: str, column: str) -> str:
    if feature.startswith("missingindicator_"):
        part = feature.removeprefix("missingindicator_").removesuffix(column).rstrip("_")
        return f"{column} missing" if not part else f"{column} {part} missing"
    if feature.endswith(f"__{column}"):
        return f"{column} {feature.removesuffix(f'__{column}')}"
    if feature == column:
        return column
    return f"{column}={feature.removeprefix(f'{column}_')}"


def _unlike(name: str, taken: dict[str, str]) -> str:
    number, unlike = 1, name
    while unlike in taken:
        number, unlike = number + 1, f"{name} ({number + 1})"
    return unlike


def _selector(role: ColumnRole) -> str | list[str]:
    return role.column if role.role == "words" else [role.column]


def _steps(role: ColumnRole, problem_type: str, seed: int) -> Pipeline:
    match role.role:
        case "numeric":
            return Pipeline([*_numbers(), ("scale", StandardScaler())])
        case "skewed":
            return Pipeline([*_numbers(), ("unskew", PowerTransformer())])
        case "one_hot":
            encoder = OneHotEncoder(handle_unknown="ignore", sparse_output=False)
            return Pipeline([*_categories(), ("encode", encoder)])
        case "ordinal":
            encoder = OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1)
            return Pipeline([*_categories(), ("encode", encoder), ("scale", StandardScaler())])
        case "target_encoded":
            return Pipeline([*_categories(), *_target_means(problem_type, seed)])
        case "words":
            return Pipeline([("fill", FunctionTransformer(methodcaller("fillna", ""))), _words()])
        case "date":
            return Pipeline([*_date_parts(str(role.date_format)), ("scale", StandardScaler())])
    return Pipeline([("present", MissingIndicator(features="all", missing_values=np.nan))])


def _each_column(**arguments: Any) -> FunctionTransformer:
    return FunctionTransformer(
        pd.DataFrame.apply, kw_args=arguments, feature_names_out="one-to-one"
    )


def _imputed() -> SimpleImputer:
    return SimpleImputer(strategy="median", add_indicator=True, keep_empty_features=True)


def _numbers() -> list[tuple[str, Any]]:
    finite = methodcaller("replace", [np.inf, -np.inf], np.nan)
    return [
        ("read", _each_column(func=pd.to_numeric, errors="coerce")),
        ("finite", FunctionTransformer(finite, feature_names_out="one-to-one")),
        ("impute", _imputed()),
    ]


def _categories() -> list[tuple[str, Any]]:
    read = FunctionTransformer(methodcaller("astype", "str"), feature_names_out="one-to-one")
    return [
        ("read", read),
        ("impute", SimpleImputer(strategy="constant", fill_value="(missing)")),
    ]


def _target_means(problem_type: str, seed: int) -> list[tuple[str, Any]]:
    kind = "continuous" if problem_type == "regression" else "auto"
    folds = KFold(5, shuffle=True, random_state=seed)
    return [("encode", TargetEncoder(target_type=kind, cv=folds)), ("scale", StandardScaler())]


def _words() -> tuple[str, Any]:
    return "count", CountVectorizer(binary=True, max_features=MOST_WORDS, min_df=0.01)


def _date_parts(written: str) -> list[tuple[str, Any]]:
    parts = [(part, _each_column(func=attrgetter(f"dt.{part}"))) for part in DATE_PARTS]
    read = _each_column(func=pd.to_datetime, format=written, errors="coerce")
    return [("read", read), ("parts", FeatureUnion(parts)), ("impute", _imputed())]
