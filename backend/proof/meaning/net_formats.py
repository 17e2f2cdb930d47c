"""Addresses and texts that machines read, judged by libraries and the operating system."""

from __future__ import annotations

import base64
import binascii
import io
import json
import socket
import uuid
import xml.sax
from collections.abc import Callable
from urllib.parse import urlsplit
from xml.sax.handler import ContentHandler

import pydantic_core
from email_validator import EmailSyntaxError
from email_validator.syntax import validate_email_local_part

from backend.proof.meaning.spelled import DIGITS, HEX, LETTERS, in_range, is_digits, is_made_of
from backend.proof.meaning.spelled import is_whole as whole_of

_ALNUM = LETTERS | DIGITS


def _is_label(text: str) -> bool:
    return len(text) <= 63 and is_made_of(text, _ALNUM | {"-"}) and "-" not in (text[0], text[-1])


def _is_top_level(text: str) -> bool:
    return (
        _is_label(text)
        and len(text) > 1
        and (is_made_of(text, LETTERS) or text.lower().startswith("xn--"))
    )


def _is_host_name(text: str) -> bool:
    labels = text.split(".")
    return len(text) <= 253 and all(map(_is_label, labels)) and not is_digits(labels[-1])


def _is_domain_name(text: str) -> bool:
    labels = text.split(".")
    is_long = len(text) > 253 or len(labels) < 2
    return not is_long and all(map(_is_label, labels)) and _is_top_level(labels[-1])


def _is_email(text: str) -> bool:
    """By email-validator's syntax; a domain name that stands for itself, no quotes."""
    local, _, domain = text.rpartition("@")
    if not text.isascii() or len(text) > 254 or not _is_domain_name(domain):
        return False
    try:
        validate_email_local_part(local, allow_smtputf8=False, strict=True)
    except EmailSyntaxError:
        return False
    return True


def _packed(text: str) -> bytes | None:
    """The bytes of an IP address, as the operating system reads it."""
    for family in (socket.AF_INET, socket.AF_INET6):
        try:
            return socket.inet_pton(family, text)
        except (OSError, ValueError):
            continue
    return None


def _is_ip(size: int) -> Callable[[str], bool]:
    def judge(text: str) -> bool:
        found = _packed(text)
        return found is not None and (not size or len(found) == size)

    return judge


def _is_private_ipv4(text: str) -> bool:
    found = _packed(text)
    if found is None or len(found) != 4:
        return False
    first, second = found[0], found[1]
    return first == 10 or (first == 172 and 16 <= second < 32) or (first, second) == (192, 168)


def _is_private_ipv6(text: str) -> bool:
    found = _packed(text)
    return found is not None and len(found) == 16 and found[0] & 0xFE == 0xFC


def _network(text: str) -> tuple[bytes, int] | None:
    address, slash, length = text.partition("/")
    found = _packed(address)
    if found is None or not slash or (length != "0" and length[:1] == "0"):
        return None
    return (found, int(length)) if in_range(length, 0, 8 * len(found)) else None


def _is_network(text: str) -> bool:
    found = _network(text)
    if found is None:
        return False
    address, length = found
    behind = 8 * len(address) - length
    return int.from_bytes(address, "big") % (1 << behind) == 0


def _is_port(text: str) -> bool:
    number = whole_of(text)
    return number is not None and number[0] != "0" and len(number) <= 5 and int(number) <= 65535


def _is_json(kind: type | None) -> Callable[[str], bool]:
    """By pydantic's parser, which knows no numbers of thousands of digits and no half surrogates.

    RFC 8259 allows both: there Python's own parser has the word.
    """

    def judge(text: str) -> bool:
        try:
            found = pydantic_core.from_json(text, allow_inf_nan=False)
        except ValueError as refusal:
            if not any(limit in str(refusal) for limit in ("out of range", "hex escape")):
                return False
            found = _json_of_python(text)
        return found is not None if kind is None else isinstance(found, kind)

    return lambda text: (text.strip(" \t\n\r") == "null" and kind is None) or judge(text)


def _json_of_python(text: str) -> object:
    """What Python reads; None where it is no JSON."""
    try:
        return json.loads(text, parse_int=str)
    except ValueError:
        return None


def _is_xml(text: str) -> bool:
    """Nothing that declares an entity is parsed: none is expanded."""
    if "<!ENTITY" in text:
        return False
    try:
        xml.sax.parse(io.StringIO(text), ContentHandler())
    except (xml.sax.SAXException, UnicodeEncodeError):
        return False
    return True


def _is_uuid(version: int | None) -> Callable[[str], bool]:
    def judge(text: str) -> bool:
        try:
            found = uuid.UUID(text)
        except ValueError:
            return False
        return str(found) == text.lower() and (version is None or found.version == version)

    return judge


def _is_mac(text: str) -> bool:
    return any(
        len(parts) == 6 and all(len(part) == 2 and is_made_of(part, HEX) for part in parts)
        for parts in (text.split(":"), text.split("-"))
    )


def _is_base64(text: str) -> bool:
    try:
        found = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, ValueError):
        return False
    return bool(text) and len(base64.b64encode(found)) == len(text)


def _is_base32(text: str) -> bool:
    try:
        base64.b32decode(text)
    except (binascii.Error, ValueError):
        return False
    return bool(text)


def _is_hex(*sizes: int) -> Callable[[str], bool]:
    return lambda text: is_made_of(text, HEX) and (not sizes or len(text) in sizes)


def _is_version(text: str) -> bool:
    release, _, build = text.partition("+")
    core, dash, early = release.partition("-")
    numbers = core.split(".")
    parts = [*(early.split(".") if dash else []), *(build.split(".") if "+" in text else [])]
    if len(numbers) != 3 or not all(map(_is_counted, numbers)):
        return False
    is_spelled = all(is_made_of(part, _ALNUM | {"-"}) for part in parts)
    early_numbers = [part for part in early.split(".") if is_digits(part)] if dash else []
    return is_spelled and all(map(_is_counted, early_numbers))


def _is_counted(text: str) -> bool:
    return is_digits(text) and str(int(text)) == text


def _is_slug(text: str) -> bool:
    chars = frozenset("abcdefghijklmnopqrstuvwxyz") | DIGITS
    return all(is_made_of(part, chars) for part in text.split("-"))


def _is_web_scheme(*schemes: str) -> Callable[[str], bool]:
    """By urllib: scheme, host and port; which characters may stand is the format's own word."""

    def judge(text: str) -> bool:
        try:
            parts = urlsplit(text)
            port = parts.port
        except ValueError:
            return False
        return parts.scheme in schemes and bool(parts.hostname) and (port or 0) <= 65535

    return judge


NET: dict[str, Callable[[str], bool]] = {
    "email": _is_email,
    "host_name": _is_host_name,
    "domain_name": _is_domain_name,
    "ip": _is_ip(0), "ipv4": _is_ip(4), "ipv6": _is_ip(16),
    "private_ipv4": _is_private_ipv4, "private_ipv6": _is_private_ipv6,
    "cidr": lambda text: _network(text) is not None, "ip_network": _is_network,
    "mac": _is_mac, "port": _is_port, "semantic_version": _is_version,
    "uuid": _is_uuid(None), "uuid_v4": _is_uuid(4),
    "json": _is_json(None), "json_object": _is_json(dict), "json_array": _is_json(list),
    "xml": _is_xml, "hex": _is_hex(), "base64": _is_base64, "base32": _is_base32,
    "md5": _is_hex(32), "sha1": _is_hex(40), "sha224": _is_hex(56), "sha256": _is_hex(64),
    "sha384": _is_hex(96), "sha512": _is_hex(128), "crc32": _is_hex(8), "slug": _is_slug,
}  # fmt: skip
URLS = {"url": _is_web_scheme("http", "https", "ftp"), "web_url": _is_web_scheme("http", "https")}
"""Judges that ask less than the formats do: what the format accepts, they accept."""
