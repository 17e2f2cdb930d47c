"""Formats of numbers, letters, dates, times and amounts."""

from __future__ import annotations

from backend.rules.language import quantities
from backend.rules.language.code_lists import CONTINENTS, MONTHS, TRUTH_VALUES, WEEKDAYS
from backend.rules.language.form import (
    Format,
    Listed,
    Made,
    RealDate,
    listed,
    shape,
    spelled,
    tested,
)

WRITTEN: dict[str, Format] = {
    "whole_number": shape(
        "a whole number", r"[+-]?[0-9]+(\.0+)?", "(whole|integer) number", "integer( value|)"
    ),
    "number": shape(
        "a number",
        r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?",
        "(decimal |)number", "numeric( value|)",
    ),
    "scientific_number": shape(
        "a number in scientific notation, such as 1.2e-5: digits, e or E, an exponent",
        r"[+-]?[0-9]+(\.[0-9]+)?[eE][+-]?[0-9]+",
        "(written |number |)(in |)(scientific|exponential|exponent) notation",
        "scientific notation number", "scientific number",
    ),
    "truth_value": listed(
        "a truth value in words: true, false, yes, no, on, off, t, f, y, n, 1 or 0 in any letter "
        "case (PostgreSQL, 8.6)",
        Listed("TRUTH_VALUES", lambda: TRUTH_VALUES, any_case=True),
        "boolean( value| flag| word| text| string|)", "(boolean|truth value) in word",
    ),
    "digits": shape(
        "digits only", "[0-9]+", "(numeric |)digit", "(digit|numeric digit) only", "only digit"
    ),
    "letters": Format(
        "letters only",
        Made("isalpha"),
        spelled("letter( only|)", "only letter", "alphabetic( character|)", "alphabetical"),
    ),
    "letters_digits": Format(
        "letters and digits only",
        Made("isalnum"),
        spelled("alpha numeric( character|)", "letter and digit", "letter and digit only",
                "letter or digit"),
    ),
    "ascii": Format(
        "ASCII characters only",
        Made("isascii"),
        spelled("(plain |)ascii( text| character|)", "ascii (only|character only)"),
    ),
    "printable_ascii": shape(
        "printable ASCII characters only, blanks among them",
        "[ -~]+",
        "printable ascii( text| character| only| character only|)", "ascii printable",
    ),
    "printable": tested(
        "printable characters only (Unicode): no line break, no tab, no control character, no "
        "blank but the plain one",
        quantities.is_printable,
        "printable (text|character)( only|)", "printable only",
    ),
    "html_free": tested(
        "a text without HTML tags or comments; entities such as &amp; may stand",
        quantities.is_html_free,
        "text without (html|html tag|html markup)", "(html|html tag|html markup) free( text|)",
        "free (of|from) (html|html tag|html markup)", "plain text without html( tag|)",
    ),
    "roman": shape(
        "a Roman numeral from I to MMMCMXCIX",
        "(?=.)M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})",
        "roman (numeral|number)",
    ),
    "latitude": tested(
        "a latitude in decimal degrees, from -90 to 90 (ISO 6709)",
        quantities.is_latitude,
        "(geographic |)latitude( value| coordinate| in decimal degree|)",
    ),
    "longitude": tested(
        "a longitude in decimal degrees, from -180 to 180 (ISO 6709)",
        quantities.is_longitude,
        "(geographic |)longitude( value| coordinate| in decimal degree|)",
    ),
    "money": tested(
        "an amount of money: at most two decimals; a sign, a currency mark or code and "
        "thousands separators may stand with it",
        quantities.is_money,
        "money( amount|)", "(monetary|currency) (amount|value)", "amount of money",
    ),
    "percentage_text": shape(
        "a number with a percent sign",
        "[+-]?([0-9]+([.,][0-9]+)?|[.,][0-9]+) ?%",
        "(percentage|percent) text", "(percentage|number) with (percent|percentage) sign",
        "text percentage", "number followed by percent sign",
    ),
    "phone": tested(
        "a telephone number: 7 to 15 digits (E.164) with the usual separators, no extension",
        quantities.is_phone_number,
        "(phone|tele phone|mobile phone|cell phone|mobile|tel)( number| no|)", "cell number",
    ),
    "e164": shape(
        "a telephone number in E.164 form: + and 7 to 15 digits without separators",
        r"\+[1-9][0-9]{6,14}",
        "e 164( number| phone number| telephone number|)", "(phone |telephone |)number in e 164",
        "(phone |telephone |)number in e 164 (form|format)",
        "international (phone|telephone) number",
    ),
    "us_phone": shape(
        "a US telephone number: NXX NXX XXXX with N from 2 to 9 (NANP), 1 or +1 before it or not",
        r"(\+?1[ .-]?)?(\([2-9][0-9]{2}\)[ .-]?|[2-9][0-9]{2}[ .-]?)[2-9][0-9]{2}[ .-]?[0-9]{4}",
        "(us|usa|american|north american|nanp) (phone|tele phone)( number|)",
    ),
    "iso_date": Format(
        "a real date written YYYY-MM-DD (ISO 8601)",
        RealDate("%Y-%m-%d"),
        spelled("iso (8601 |)date", "date in iso (8601 |)(format|form)"),
    ),
    "iso_timestamp": tested(
        "a real date and time written YYYY-MM-DDThh:mm:ss, T or a blank, offset or none (ISO 8601)",
        quantities.is_iso_timestamp,
        "(iso|iso 8601) (time stamp|date time|date and time)",
        "(time stamp|date time) in (iso|iso 8601) (format|form)",
    ),
    "time_24h": shape(
        "a time of day written HH:MM or HH:MM:SS, from 00:00 to 23:59",
        "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?",
        "24 (hour|h) (clock |)time", "time in 24 (hour|h) (format|form|clock|notation)",
        "iso (8601 |)time",
    ),
    "time_of_day": shape(
        "a time of day, H:MM or HH:MM, with seconds or without: up to 23:59, or up to 12:59 with "
        "am or pm",
        "([01]?[0-9]|2[0-3])(:[0-5][0-9]){1,2}|(0?[1-9]|1[0-2])(:[0-5][0-9]){1,2} ?[AaPp][Mm]",
        "(valid|real) (time|time of day|clock time)", "time of day",
    ),
    "time_12h": shape(
        "a time of day with am or pm, from 1:00 to 12:59",
        "(0?[1-9]|1[0-2]):[0-5][0-9](:[0-5][0-9])? ?[AaPp][Mm]",
        "12 (hour|h) (clock |)time", "time in 12 (hour|h) (format|form|clock|notation)",
        "(am pm|am or pm) time",
    ),
    "leap_year": tested(
        "a leap year of the Gregorian calendar", quantities.is_leap_year, "leap year"
    ),
    "prime": tested("a prime number", quantities.is_prime, "prime number"),
    "fibonacci": tested(
        "a Fibonacci number", quantities.is_fibonacci,
        "fibonacci (number|)", "(number|term) (of|in|from) fibonacci (sequence|series)",
    ),
    "square": tested(
        "a perfect square", quantities.is_square,
        "perfect square (number|)", "square number", "square of (whole number|integer)",
    ),
    "palindrome": tested(
        "a palindrome, the same backwards as forwards", quantities.is_palindrome, "palindrome"
    ),
    "palindrome_any_case": tested(
        "a palindrome in either letter case",
        quantities.is_palindrome_any_case,
        "palindrome in (any|either) (letter |)case", "case insensitive palindrome",
    ),
    "distinct_digits": tested(
        "a text in which no digit occurs twice",
        quantities.is_distinct_digits,
        "text without repeated digit", "digit without repetition",
    ),
    "weekday_name": listed(
        "an English weekday name, in any letter case",
        Listed("WEEKDAYS", lambda: WEEKDAYS, any_case=True),
        "(english |full |)(week day|day of week) name", "name of (week day|day of week)",
        "(english |)day name", "name of day",
    ),
    "weekday_abbreviation": listed(
        "an English weekday name of three letters, in any letter case",
        Listed("SHORT_WEEKDAYS", lambda: tuple(day[:3] for day in WEEKDAYS), any_case=True),
        "(abbreviated|short|3 letter|three letter) (week day|day)( name|)",
        "(week day|day) (name |)abbreviation",
    ),
    "month_name": listed(
        "an English month name, in any letter case",
        Listed("MONTHS", lambda: MONTHS, any_case=True),
        "(english |full |calendar |)month name", "name of (calendar |)month",
    ),
    "month_abbreviation": listed(
        "an English month name of three letters (or Sept), in any letter case",
        Listed("SHORT_MONTHS", lambda: (*(month[:3] for month in MONTHS), "Sept"), any_case=True),
        "(abbreviated|short|3 letter|three letter) month( name|)", "month (name |)abbreviation",
    ),
    "continent": listed(
        "an English name of a continent (seven, Australia or Oceania for the last)",
        Listed("CONTINENTS", lambda: CONTINENTS),
        "continent( name|)", "name of continent",
    ),
}  # fmt: skip
