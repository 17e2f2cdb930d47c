"""Named formats: what "a valid e-mail address" means, with its source.

A format says nothing about whether the thing exists; it is about how the text is written.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from backend.codegen.code import Code, call, literal, pattern


class Format(NamedTuple):
    """A named form of text. ``expression`` must match the whole text."""

    label: str
    expression: str
    names: tuple[str, ...]
    """How owners call it, in lower case and singular."""
    date_format: str = ""
    """A strptime pattern, where the text must also be a real date."""

    def emit(self, text: Code) -> Code:
        """A mask of the texts that have the form."""
        shaped = text.call("str.fullmatch", pattern(self.expression))
        if not self.date_format:
            return shaped
        parsed = call(
            "pd.to_datetime", text, format=literal(self.date_format), errors=literal("coerce")
        )
        return shaped & parsed.call("notna")

    @classmethod
    def of_dates(cls, layout: str) -> Format:
        """The format of real dates in a strptime layout, digits counted as written."""
        shape = re.sub(r"%Y", lambda _: r"\d{4}", re.escape(layout).replace(r"\%", "%"))
        shape = re.sub(r"%[mdHMSy]", lambda _: r"\d{2}", shape)
        return cls(f"a real date written {_spelled(layout)}", shape, (), layout)


def _spelled(layout: str) -> str:
    for code, letters in (("%Y", "YYYY"), ("%m", "MM"), ("%d", "DD"), ("%H", "HH"), ("%M", "MM"),
                          ("%S", "SS"), ("%y", "YY")):  # fmt: skip
        layout = layout.replace(code, letters)
    return layout


def format_of(name: str) -> Format:
    """The format of this name; ``date %Y-%m-%d`` makes one of a layout.

    Raises:
        KeyError: there is no such format.
    """
    return Format.of_dates(name[5:]) if name.startswith("date ") else FORMATS[name]


_OCTET = r"(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
_IPV4 = rf"({_OCTET}\.){{3}}{_OCTET}"
_PRIVATE_20 = r"172\.(1[6-9]|2\d|3[01])"
_PRIVATE = (
    rf"(10\.{_OCTET}\.{_OCTET}\.{_OCTET}"
    rf"|{_PRIVATE_20}\.{_OCTET}\.{_OCTET}|192\.168\.{_OCTET}\.{_OCTET})"
)
_HEX = "[0-9a-fA-F]"
_LABEL = "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?"

FORMATS: dict[str, Format] = {
    "email": Format(
        "an e-mail address (RFC 5321 mailbox, without quoted local parts)",
        rf"[A-Za-z0-9.!#$%&'*+/=?^_`{{|}}~-]+@({_LABEL}\.)+[A-Za-z]{{2,}}",
        ("email", "e-mail", "email address", "e-mail address", "mail address"),
    ),
    "url": Format(
        "an http or https URL (RFC 3986)",
        rf"https?://({_LABEL}\.)*{_LABEL}(:\d+)?([/?#]\S*)?",
        ("url", "web address", "web link", "link"),
    ),
    "uuid": Format(
        "a UUID (RFC 9562), 8-4-4-4-12 hexadecimal digits",
        rf"{_HEX}{{8}}-({_HEX}{{4}}-){{3}}{_HEX}{{12}}",
        ("uuid", "guid"),
    ),
    "ipv4": Format(
        "an IPv4 address, four numbers from 0 to 255",
        _IPV4,
        ("ip address", "ipv4 address", "ip", "ipv4", "ip v4 address"),
    ),
    "private_ipv4": Format(
        "a private IPv4 address (RFC 1918)",
        _PRIVATE,
        ("private address", "private ip address", "private ipv4 address", "private ip"),
    ),
    "phone": Format(
        "a telephone number: 7 to 15 digits (E.164) with the usual separators",
        r"(?=(\D*\d){7,15}\D*$)\+?[\d ()./-]+",
        ("phone number", "telephone number", "phone"),
    ),
    "iso_date": Format(
        "a real date written YYYY-MM-DD (ISO 8601)",
        r"\d{4}-\d{2}-\d{2}",
        ("iso date", "date in iso format"),
        "%Y-%m-%d",
    ),
    "hex": Format("hexadecimal digits", rf"{_HEX}+", ("hexadecimal", "hex", "hex string")),
    "md5": Format("an MD5 hash: 32 hexadecimal digits", rf"{_HEX}{{32}}", ("md5", "md5 hash")),
    "sha256": Format(
        "a SHA-256 hash: 64 hexadecimal digits",
        rf"{_HEX}{{64}}",
        ("sha256", "sha-256", "sha-256 hash", "sha256 hash"),
    ),
    "country_code": Format(
        "two capital letters, as ISO 3166-1 alpha-2 writes countries",
        "[A-Z]{2}",
        (),
    ),
    "whole_number": Format("a whole number", r"[+-]?\d+(\.0+)?", ("whole number", "integer")),
    "number": Format(
        "a number",
        r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?",
        ("number", "numeric", "decimal number"),
    ),
    "digits": Format("digits only", r"[0-9]+", ("digits", "digits only", "numeric digits")),
    "letters": Format("letters only", r"[^\W\d_]+", ("letters", "letters only", "alphabetic")),
    "letters_digits": Format(
        "letters and digits only", r"[^\W_]+", ("alphanumeric", "letters and digits")
    ),
    "ascii": Format("ASCII characters only", r"[\x00-\x7f]*", ("ascii", "plain ascii")),
    "roman": Format(
        "a Roman numeral from I to MMMCMXCIX",
        "(?=.)M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})",
        ("roman numeral",),
    ),
    "mac": Format(
        "a MAC address: six pairs of hexadecimal digits",
        rf"({_HEX}{{2}}[:-]){{5}}{_HEX}{{2}}",
        ("mac address",),
    ),
}
