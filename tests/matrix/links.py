"""Where the links of a page lead: none leads its reader to a refusal."""

import re
from collections.abc import Mapping
from functools import cache
from html import unescape
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

from tests.matrix.endpoints import STEPS, Endpoint

_LINK = re.compile(r'<a\b[^>]*?\bhref="(/[^"]*)"')


def refused(page: str, who: str, table: Mapping[Endpoint, Mapping[str, str]]) -> set[str]:
    """The addresses the page links that the table refuses to the reader."""
    found = {link: _endpoint(urlsplit(unescape(link)).path) for link in set(_LINK.findall(page))}
    return {link for link, endpoint in found.items() if endpoint in table and table[endpoint][who] == "403"}


@cache
def _endpoint(path: str) -> Endpoint:
    try:
        match = resolve(path)
    except Resolver404:
        return Endpoint(path, "", "GET")
    return Endpoint(match.route, match.kwargs.get("slug", "") if match.route in STEPS else "", "GET")
