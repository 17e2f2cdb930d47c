"""Text without any quote, split at once by Arrow's parallel reader.

Without quotes a record is a line and a field is what stands between delimiters, so that there is
nothing to interpret. Whatever is uneven or odd is left to the careful reader.
"""

from __future__ import annotations

import pyarrow as pa
from pyarrow import csv


def split_unquoted(text: str, *, delimiter: str, width: int) -> list[pa.Array] | None:
    """The columns below the header, null where empty; None if the careful reader must look.

    ``text`` holds its header on line 1 and does not end in a line break; ``width`` is the number
    of fields of the header. The columns have even lines.
    """
    if '"' in text:
        return None
    names = [str(at) for at in range(width)]
    try:
        table = csv.read_csv(
            pa.BufferReader(text.encode()),
            read_options=csv.ReadOptions(column_names=names, skip_rows=1),
            parse_options=csv.ParseOptions(
                delimiter=delimiter, quote_char=False, ignore_empty_lines=width > 1
            ),
            convert_options=csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.large_string()),
                strings_can_be_null=True,
                null_values=[""],
                check_utf8=False,
            ),
        )
    except pa.ArrowInvalid:
        return None
    is_even = table.num_rows + 1 == _line_count(text)
    return [column.combine_chunks() for column in table.columns] if is_even else None


def _line_count(text: str) -> int:
    """The number of lines, where CR, LF and CRLF each end one."""
    return 1 + text.count("\n") + text.count("\r") - text.count("\r\n")
