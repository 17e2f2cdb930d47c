"""Formats of the net and of texts that machines read."""

from __future__ import annotations

from backend.rules.language import addresses, quantities
from backend.rules.language.code_lists import HTTP_METHODS
from backend.rules.language.form import Format, Listed, listed, shape, tested

_HEX = "[0-9a-fA-F]"
_URI_CHAR = r"([0-9A-Za-z._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})"

NET: dict[str, Format] = {
    "email": tested(
        "an e-mail address (RFC 5321, without quoted local parts)",
        addresses.is_email,
        "(e mail|mail|electronic mail) address", "e mail",
    ),
    "url": tested(
        "an absolute http, https or ftp URL (RFC 3986)",
        addresses.is_url,
        "url( address|)", "link", "hyper link", "uniform resource locator",
    ),
    "web_url": tested(
        "an http or https URL (RFC 3986)",
        addresses.is_web_url,
        "(web|website|web site|web page|http|https) (address|url|link)",
    ),
    "uri": shape(
        "a URI with its scheme (RFC 3986)",
        rf"[A-Za-z][0-9A-Za-z+.-]*:{_URI_CHAR}+",
        "uri", "uniform resource identifier",
    ),
    "urn": shape(
        "a URN (RFC 8141): urn:, a namespace, a name",
        r"[Uu][Rr][Nn]:[0-9A-Za-z][0-9A-Za-z-]{0,30}[0-9A-Za-z]:[!-~]+",
        "urn", "uniform resource name",
    ),
    "host_name": tested(
        "a host name (RFC 1123); its last label is not a number",
        addresses.is_host_name,
        "(internet |network |)host name",
    ),
    "domain_name": tested(
        "a domain name of two or more labels (RFC 1035)",
        addresses.is_domain_name,
        "(internet |fully qualified |)domain name", "(web|internet) domain", "fqdn",
    ),
    "top_level_domain": shape(
        "the shape of a top-level domain (RFC 3696), with or without its dot; none is looked up",
        r"\.?([A-Za-z]{2,63}|[Xx][Nn]--[0-9A-Za-z-]{0,58}[0-9A-Za-z])",
        "top level domain", "tld", "domain (ending|suffix|extension)",
    ),
    "ip": tested(
        "an IP address, version 4 or 6 (RFC 4291)",
        addresses.is_ip,
        "ip( address|)", "internet protocol address",
        "ip v 4 or ip v 6( address|)", "ip v 6 or ip v 4( address|)", "ip v 4 or v 6 address",
        "ip address (ip |)v 4 or (ip |)v 6",
    ),
    "ipv4": tested(
        "an IPv4 address, four numbers from 0 to 255 without leading zeros",
        addresses.is_ipv4,
        "ip v 4( address|)", "ip version 4 address", "v 4 ip address",
    ),
    "ipv6": tested(
        "an IPv6 address (RFC 4291) without a zone",
        addresses.is_ipv6,
        "ip v 6( address|)", "ip version 6 address", "v 6 ip address",
    ),
    "private_ipv4": tested(
        "a private IPv4 address (RFC 1918)",
        addresses.is_private_ipv4,
        "private (ip |ip v 4 |network |)address", "private (ip|ip v 4)", "rfc 1918 (ip |)address",
    ),
    "private_ipv6": tested(
        "a unique local IPv6 address (RFC 4193)",
        addresses.is_private_ipv6,
        "(private|unique local) ip v 6( address|)", "unique local address",
    ),
    "cidr": tested(
        "an IP address with the length of its prefix, such as 10.1.2.3/8 (RFC 4632)",
        addresses.is_cidr,
        "cidr( notation|)", "(ip |)address in cidr notation", "ip in cidr notation",
    ),
    "ip_network": tested(
        "an IP network in CIDR notation: no bit set behind the prefix (RFC 4632)",
        addresses.is_ip_network,
        "(ip|cidr) network( address|)", "(cidr|ip) (block|range)", "ip subnet", "ip address range",
        "(ip |)network in cidr notation",
    ),
    "mac": shape(
        "a MAC address: six pairs of hexadecimal digits, all with : or all with - (IEEE 802)",
        f"({_HEX}{{2}}:){{5}}{_HEX}{{2}}|({_HEX}{{2}}-){{5}}{_HEX}{{2}}",
        "mac( address|)", "(ethernet|hardware|media access control) address", "eui 48",
    ),
    "port": tested(
        "a TCP or UDP port from 1 to 65535",
        quantities.is_port,
        "(tcp |udp |network |ip |)port number", "(tcp|udp|network) port",
    ),
    "http_status": shape(
        "an HTTP status code from 100 to 599 (RFC 9110), assigned or not",
        r"[1-5][0-9]{2}(\.0+)?",
        "http (status|response|response status|return) code", "http (response |)status",
    ),
    "http_method": listed(
        "an HTTP request method (RFC 9110, RFC 5789)",
        Listed("HTTP_METHODS", lambda: HTTP_METHODS),
        "http (request |)method", "http verb",
    ),
    "mime_type": tested(
        "a media type such as text/html (RFC 6838), without parameters",
        addresses.is_mime_type,
        "(mime|media|internet media|mime content) type",
    ),
    "semantic_version": tested(
        "a semantic version such as 1.2.3-rc.1 (semver.org, 2.0.0)",
        addresses.is_semantic_version,
        "semantic version( number|)", "sem ver( version|)",
        "semantic versioning( number| format| scheme|)",
    ),
    "uuid": shape(
        "a UUID (RFC 9562), 8-4-4-4-12 hexadecimal digits",
        f"{_HEX}{{8}}-({_HEX}{{4}}-){{3}}{_HEX}{{12}}",
        "uuid", "guid", "(universally|globally) unique (id|identifier)",
    ),
    "uuid_v4": shape(
        "a UUID of version 4 (RFC 9562, 5.4)",
        f"{_HEX}{{8}}-{_HEX}{{4}}-4{_HEX}{{3}}-[89abAB]{_HEX}{{3}}-{_HEX}{{12}}",
        "uuid (v|version) 4", "(v|version) 4 uuid", "random uuid",
    ),
    "json": tested(
        "a JSON text (RFC 8259), without NaN or Infinity",
        addresses.is_json,
        "json( text| string| document| value| data|)", "(parseable|parsable) (json|as json)",
        "json (parseable|parsable)",
    ),
    "json_object": tested(
        "a JSON object (RFC 8259)", addresses.is_json_object, "json (object|dictionary)"
    ),
    "json_array": tested(
        "a JSON array (RFC 8259)", addresses.is_json_array, "json (array|list)"
    ),
    "xml": tested(
        "a well-formed XML 1.0 document that declares no entities",
        addresses.is_xml,
        "(well formed |)xml( text| string| document| data|)", "(parseable|parsable) (xml|as xml)",
        "xml (parseable|parsable)",
    ),
    "hex": shape(
        "hexadecimal digits",
        f"{_HEX}+",
        "(hex|hexadecimal)( string| number| digit| character| text|)",
        "(hex|hexadecimal) (digit|character) only",
    ),
    "base64": shape(
        "Base64 with padding (RFC 4648, section 4)",
        "([0-9A-Za-z+/]{4})*[0-9A-Za-z+/]{2}(==|[0-9A-Za-z+/]=|[0-9A-Za-z+/]{2})",
        "base 64( encoded|)( string| text| encoding| data|)",
    ),
    "base64url": shape(
        "Base64 for URLs and file names, padded or not (RFC 4648, section 5)",
        "([0-9A-Za-z_-]{4})*[0-9A-Za-z_-]{2}([0-9A-Za-z_-]{2}|[0-9A-Za-z_-]=?|==)?",
        "base 64 url( encoded|)( string| text|)", "url safe base 64( string| text|)",
    ),
    "base32": shape(
        "Base32 with padding (RFC 4648, section 6)",
        "([A-Z2-7]{8})*[A-Z2-7]{2}(={6}|[A-Z2-7]{2}={4}|[A-Z2-7]{3}={3}|[A-Z2-7]{5}[A-Z2-7=])",
        "base 32( encoded|)( string| text| encoding|)",
    ),
    **{
        f"{title}{size}": shape(
            f"{label}: {digits} hexadecimal digits",
            f"{_HEX}{{{digits}}}",
            f"{title} {size}( hash| digest| checksum| sum| value| hash value|)",
        )
        for title, size, label, digits in (
            ("md", 5, "an MD5 hash (RFC 1321)", 32),
            ("sha", 1, "a SHA-1 hash (FIPS 180-4)", 40),
            ("sha", 224, "a SHA-224 hash (FIPS 180-4)", 56),
            ("sha", 256, "a SHA-256 hash (FIPS 180-4)", 64),
            ("sha", 384, "a SHA-384 hash (FIPS 180-4)", 96),
            ("sha", 512, "a SHA-512 hash (FIPS 180-4)", 128),
            ("crc", 32, "a CRC-32 checksum (ISO 3309)", 8),
        )
    },
    "hex_colour": shape(
        "a hexadecimal colour: # and 3, 4, 6 or 8 digits (CSS Color 4)",
        f"#({_HEX}{{3,4}}|{_HEX}{{6}}|{_HEX}{{8}})",
        "(hex|hexadecimal|html|rgb hex|css hex|css) (color|colour)( code| value|)",
        "(color|colour) hex code",
    ),
    "slug": shape(
        "a slug: lower-case letters and digits, single hyphens between",
        "[0-9a-z]+(-[0-9a-z]+)*",
        "(url |web |)slug",
    ),
    "hashtag": tested(
        "a hashtag: # and letters, digits or underscores", quantities.is_hashtag, "hash tag"
    ),
    "twitter_handle": shape(
        "a Twitter handle: 1 to 15 letters, digits or underscores, with or without @",
        "@?[0-9A-Za-z_]{1,15}",
        "(twitter|x twitter) (handle|user name|account name)",
    ),
}  # fmt: skip
