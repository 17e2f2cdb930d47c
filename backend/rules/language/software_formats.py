"""Formats of software, networks and clouds: keys, digests, wallets, and how names are written."""

from __future__ import annotations

from backend.rules.language import software
from backend.rules.language.code_lists import HTTP_REASONS
from backend.rules.language.form import Format, Listed, listed, shape, tested

_HEX = "[0-9a-fA-F]"
_B58 = "[1-9A-HJ-NP-Za-km-z]"
_B32 = "[02-9ac-hj-np-z]"
_UNCHECKED = "the checksum is not computed"


def _cased(how: str) -> tuple[str, str, str]:
    """Snake case, snake-cased names, in snake case."""
    names = "( name| identifier| text| string| format|)"
    return f"{how} case{names}", f"{how} cased{names}", f"(written |)in {how} case"


SOFTWARE: dict[str, Format] = {
    "ulid": shape(
        "a ULID: 26 characters of Crockford's Base32 in one letter case, 0 to 7 first (ulid/spec)",
        "[0-7][0-9A-HJKMNP-TV-Z]{25}|[0-7][0-9a-hjkmnp-tv-z]{25}",
        "ulid", "universally unique lexicographically sortable (id|identifier)",
    ),
    "arn": tested(
        "an Amazon resource name: arn, partition, service, region, account and resource with "
        "colons between; none is looked up",
        software.is_arn,
        "(aws|amazon) arn", "arn (string|identifier)", "valid arn",
        "(amazon|aws) resource (name|identifier)",
    ),
    "docker_digest": shape(
        "the digest of a container image: sha256, a colon, 64 small hexadecimal digits (OCI)",
        "sha256:[0-9a-f]{64}",
        "(docker|container|oci|docker image|container image|oci image) digest", "image digest",
    ),
    "git_commit": shape(
        "a git commit id: 7 to 40 small hexadecimal digits; none is looked up",
        "[0-9a-f]{7,40}",
        "git (commit |)(hash|sha|id|object id|revision)", "commit (hash|sha)",
    ),
    "base58": shape(
        "Base58 (Bitcoin's letters): no 0, O, I or l",
        f"{_B58}+",
        "base 58( encoded|)( string| text| encoding| data|)",
    ),
    "http_reason": listed(
        "the reason phrase of an HTTP status (RFC 9110, IANA), spelled as there",
        Listed("HTTP_REASONS", lambda: HTTP_REASONS),
        "http (status |response |)reason( phrase|)", "http status (phrase|name|text|message)",
    ),
    "as_number": tested(
        "an autonomous system number from 0 to 4294967295 (RFC 6793), AS before it or not",
        software.is_as_number,
        "asn( number|)", "bgp as number", "autonomous system number",
    ),
    "ipv4_port": tested(
        "an IPv4 address with a port from 1 to 65535, a colon between",
        software.is_ipv4_with_port,
        "ip v 4( address|) (with|and) port( number|)", "ip( address|) (with|and) port( number|)",
        "ip port pair",
    ),
    "mac_dotted": shape(
        "a MAC address in three groups of four hexadecimal digits with dots (Cisco)",
        f"({_HEX}{{4}}[.]){{2}}{_HEX}{{4}}",
        "cisco mac( address|)", "(dotted|dot separated) mac( address|)",
        "mac address in (dotted|dot|cisco) (notation|form|format)",
    ),
    "bitcoin_cash_address": shape(
        f"the shape of a Bitcoin Cash address (CashAddr), bitcoincash: before it or not; "
        f"{_UNCHECKED}",
        f"(bitcoincash:)?[qp]{_B32}{{41}}",
        "(bitcoin cash|bch) (wallet |)address",
    ),
    "litecoin_address": shape(
        f"the shape of a Litecoin address (Base58 from L, M or 3, Bech32 from ltc1); {_UNCHECKED}",
        f"[LM3]{_B58}{{25,33}}|ltc1{_B32}{{11,71}}",
        "(litecoin|ltc) (wallet |)address",
    ),
    "dogecoin_address": shape(
        f"the shape of a Dogecoin address (Base58 from D, A or 9); {_UNCHECKED}",
        f"[DA9]{_B58}{{25,33}}",
        "(dogecoin|doge) (wallet |)address",
    ),
    "monero_address": shape(
        f"the shape of a Monero address: 95 characters of Base58 from 4 or 8, or 106 from 4; "
        f"{_UNCHECKED}",
        f"[48]{_B58}{{94}}|4{_B58}{{105}}",
        "(monero|xmr) (wallet |)address",
    ),
    "ripple_address": shape(
        f"the shape of an XRP address: r and 24 to 34 characters of Base58; {_UNCHECKED}",
        f"r{_B58}{{24,34}}",
        "(ripple|xrp) (wallet |account |)address",
    ),
    "snake_case": shape(
        "a name in snake_case: small letters and digits, single underscores between, a letter "
        "first",
        "[a-z][0-9a-z]*(_[0-9a-z]+)*",
        *_cased("(lower |)snake"),
    ),
    "screaming_snake_case": shape(
        "a name in SCREAMING_SNAKE_CASE: capitals and digits, single underscores between, a "
        "letter first",
        "[A-Z][0-9A-Z]*(_[0-9A-Z]+)*",
        *_cased("(screaming|upper|upper case|all caps|capital) snake"),
    ),
    "kebab_case": shape(
        "a name in kebab-case: small letters and digits, single hyphens between, a letter first",
        "[a-z][0-9a-z]*(-[0-9a-z]+)*",
        *_cased("(kebab|spinal)"),
    ),
    "camel_case": shape(
        "a name in camelCase: letters and digits, a small letter first",
        "[a-z][0-9A-Za-z]*",
        *_cased("(lower |)camel"),
    ),
    "pascal_case": shape(
        "a name in PascalCase: letters and digits, a capital first, a small letter somewhere "
        "behind it or nothing",
        "[A-Z]([0-9A-Z]*[a-z][0-9A-Za-z]*)?",
        *_cased("(pascal|upper camel)"),
    ),
    "dot_notation": shape(
        "a name in dot notation, as a.b.c: two or more names of letters, digits and underscores",
        "[A-Za-z_][0-9A-Za-z_]*([.][A-Za-z_][0-9A-Za-z_]*)+",
        "(written |name |)(in |)(dot|dotted) notation",
        "(dotted|dot separated) (name|identifier|path)",
    ),
}  # fmt: skip
