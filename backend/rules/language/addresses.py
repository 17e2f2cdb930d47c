"""Addresses of the net and of machine-readable texts, as their standards define them.

Rules of this file: as in ``identifiers``; a function here is copied into programs with what it
names. Nothing is looked up: an address that is well written may lead nowhere.
"""

from __future__ import annotations

import ipaddress
import json
import re
from xml.parsers import expat

# Names of hosts ------------------------------------------------------------------------------

LABEL = "[0-9A-Za-z]([0-9A-Za-z-]{0,61}[0-9A-Za-z])?"
TOP_LEVEL = "([A-Za-z]{2,63}|[Xx][Nn]--[0-9A-Za-z-]{0,58}[0-9A-Za-z])"


def is_host_name(text: str) -> bool:
    """A host name (RFC 1123, 2.1): labels of up to 63, 253 in all, the last not a number."""
    labels = rf"({LABEL}\.)*(?![0-9]+$){LABEL}"
    return len(text) <= 253 and re.fullmatch(labels, text) is not None


def is_domain_name(text: str) -> bool:
    """A domain name of two or more labels (RFC 1035, 2.3.1), letters or xn-- last (RFC 3696)."""
    return len(text) <= 253 and re.fullmatch(rf"({LABEL}\.)+{TOP_LEVEL}", text) is not None


def is_email(text: str) -> bool:
    """An e-mail address (RFC 5321, 4.1.2) without quotes: atoms with dots, @, a domain name."""
    local, _, domain = text.rpartition("@")
    atom = "[0-9A-Za-z!#$%&'*+/=?^_`{|}~-]+"
    has_form = re.fullmatch(rf"{atom}(\.{atom})*", local) is not None
    return has_form and len(local) <= 64 and len(text) <= 254 and is_domain_name(domain)


# IP ------------------------------------------------------------------------------------------


def is_ipv4(text: str) -> bool:
    """An IPv4 address: four numbers from 0 to 255 without leading zeros (RFC 6943, 3.1.1)."""
    try:
        ipaddress.IPv4Address(text)
    except ValueError:
        return False
    return True


PRIVATE = [ipaddress.ip_network(each) for each in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")]


def is_private_ipv4(text: str) -> bool:
    """An IPv4 address for private use: 10/8, 172.16/12 or 192.168/16 (RFC 1918)."""
    return is_ipv4(text) and any(ipaddress.ip_address(text) in network for network in PRIVATE)


def is_ipv6(text: str) -> bool:
    """An IPv6 address (RFC 4291, 2.2) without a zone."""
    try:
        ipaddress.IPv6Address(text)
    except ValueError:
        return False
    return "%" not in text


def is_ip(text: str) -> bool:
    """An IPv4 address in dotted decimals, or an IPv6 address (RFC 4291, 2.2) without a zone."""
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return "%" not in text


def is_cidr(text: str) -> bool:
    """An IP address, a slash and the length of its prefix (RFC 4632, 3.1; RFC 4291, 2.3)."""
    if not re.fullmatch("[0-9A-Fa-f.:]+/(0|[1-9][0-9]{0,2})", text):
        return False
    try:
        ipaddress.ip_interface(text)
    except ValueError:
        return False
    return True


def is_ip_network(text: str) -> bool:
    """A network in CIDR notation: no bit is set behind the prefix (RFC 4632, 3.1)."""
    if not is_cidr(text):
        return False
    try:
        ipaddress.ip_network(text)
    except ValueError:
        return False
    return True


def is_private_ipv6(text: str) -> bool:
    """A unique local IPv6 address, in fc00::/7 (RFC 4193)."""
    return is_ipv6(text) and ipaddress.ip_address(text) in ipaddress.ip_network("fc00::/7")


# URLs ----------------------------------------------------------------------------------------

URL = re.compile(
    r"(https?|ftp)://([^/?#@\[\]]*@)?(?P<host>\[.*\]|[^/?#@:]+)(:(?P<port>[0-9]{0,5}))?"
    r"([/?#][^\[\]]*)?",
    re.IGNORECASE,
)


def is_url(text: str) -> bool:
    """An absolute http, https or ftp URL (RFC 3986; other letters than ASCII as in RFC 3987)."""
    found = URL.fullmatch(text)
    if found is None or re.search(r'[\s\x00-\x20\x7f-\xa0"<>\\^`{|}]|%(?![0-9A-Fa-f]{2})', text):
        return False
    return int(found["port"] or 0) <= 65535 and is_url_host(found["host"])


def is_url_host(text: str) -> bool:
    """What may stand for the host in a URL: a name, an IPv4 address, an IPv6 address in [ ]."""
    if text.startswith("["):
        return is_ipv6(text[1:-1])
    labels = text.removesuffix(".").split(".")
    if re.fullmatch("[0-9]+", labels[-1]):
        return is_ip(text)
    label = "(?!-)[0-9A-Za-z_\xa1-\U0010ffff-]{1,63}(?<!-)"
    return len(text) <= 253 and all(re.fullmatch(label, each) for each in labels)


def is_web_url(text: str) -> bool:
    """An http or https URL."""
    return is_url(text) and text[:4].lower() == "http"


TYPES = "application|audio|example|font|haptics|image|message|model|multipart|text|video"


def is_mime_type(text: str) -> bool:
    """A media type without parameters: a top-level type of IANA's, /, a name (RFC 6838, 4.2)."""
    name = "[0-9A-Za-z][0-9A-Za-z!#$&^_.+-]{0,126}"
    return re.fullmatch(f"({TYPES})/{name}", text, re.IGNORECASE) is not None


def is_semantic_version(text: str) -> bool:
    """MAJOR.MINOR.PATCH with optional pre-release and build (Semantic Versioning 2.0.0)."""
    number, part = "(0|[1-9][0-9]*)", "[0-9A-Za-z-]+"
    release = f"({number}|[0-9]*[A-Za-z-][0-9A-Za-z-]*)"
    extras = rf"(-{release}(\.{release})*)?(\+{part}(\.{part})*)?"
    return re.fullmatch(rf"{number}\.{number}\.{number}{extras}", text) is not None


# Documents -----------------------------------------------------------------------------------


def is_json(text: str) -> bool:
    """A JSON text (RFC 8259): no NaN or Infinity."""

    def refuse(constant: str) -> None:
        raise ValueError(constant)

    try:
        json.loads(text, parse_int=str, parse_constant=refuse)
    except ValueError:
        return False
    return True


def is_json_object(text: str) -> bool:
    """A JSON text (RFC 8259) that is an object."""
    return is_json(text) and text.lstrip()[0] == "{"


def has_json_key(text: str, key: str) -> bool:
    """A JSON object (RFC 8259) that has this key itself, at its top."""
    return is_json_object(text) and key in json.loads(text)


def is_json_array(text: str) -> bool:
    """A JSON text (RFC 8259) that is an array."""
    return is_json(text) and text.lstrip()[0] == "["


def is_xml(text: str) -> bool:
    """A well-formed XML 1.0 document that declares no entities: nothing expands or is fetched."""
    if "<!ENTITY" in text:
        return False
    try:
        expat.ParserCreate("utf-8").Parse(text.encode(), True)
    except (expat.ExpatError, UnicodeEncodeError):
        return False
    return True
