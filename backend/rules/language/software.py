"""Names and numbers of software, networks and clouds.

Rules of this file: as in ``identifiers``; a function here is copied into programs with what it
names. Nothing is looked up.
"""

from __future__ import annotations

import re

from backend.rules.language.addresses import is_ipv4


def is_arn(text: str) -> bool:
    """An Amazon resource name: arn, a partition, a service, a region, an account, a resource."""
    parts = text.split(":", 5)
    if len(parts) != 6 or not re.fullmatch("[!-~]+( [!-~]+)*", text):
        return False
    arn, partition, service, region, account, resource = parts
    has_place = re.fullmatch("([a-z]{2,}(-[a-z0-9]+)+|[*])?", region) is not None
    is_owned = re.fullmatch("([0-9]{12}|[a-z-]+|[*])?", account) is not None
    has_names = re.fullmatch("aws(-[a-z0-9]+)*", partition) and re.fullmatch("[a-z0-9-]+", service)
    return arn == "arn" and has_names is not None and has_place and is_owned and resource != ""


def is_as_number(text: str) -> bool:
    """A number of an autonomous system from 0 to 4294967295, AS before it or not (RFC 5396)."""
    digits = re.sub("^AS", "", text)
    return re.fullmatch("0|[1-9][0-9]{0,9}", digits) is not None and int(digits) < 2**32


def is_ipv4_with_port(text: str) -> bool:
    """An IPv4 address, a colon and a port from 1 to 65535."""
    address, _, port = text.partition(":")
    is_port = re.fullmatch("[1-9][0-9]{0,4}", port) is not None and int(port) <= 65535
    return is_port and is_ipv4(address)
