"""The main menu and the other parts of the frame round every page."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from qadaga.accounts.models import Language, Theme
from qadaga.authority.actor import Actor
from qadaga.common import clock
from qadaga.web import hats
from qadaga.web.alarms.presenters import Banner, banner
from qadaga.web.directions import DIRECTIONS, direction_of
from qadaga.web.doors import RULES, Doors
from qadaga.web.names import language

# htmx runs no text as code, writes no style element, and shows our error fragments like any other.
HTMX = json.dumps(
    {
        "includeIndicatorStyles": False,
        "allowEval": False,
        "allowScriptTags": False,
        "selfRequestsOnly": True,
        "historyCacheSize": 0,
        "responseHandling": [
            {"code": "204", "swap": False},
            {"code": "[23]..", "swap": True},
            {"code": "(403|404|409|412|422)", "swap": True, "error": False},
            {"code": "[45]..", "swap": False, "error": True},
        ],
    }
)

# The groups of the menu: a heading, or none where the items speak for themselves, and the lines under it.
# Label, icon, address by name; the part of the name before the colon is the section that is marked.
_Lines = list[tuple[str | Promise, str, str]]
_GROUPS: list[tuple[str | Promise, _Lines]] = [
    (
        "",
        [
            (_("My day"), "calendar-check", "home"),
            (_("Appeals"), "inbox", "appeals:list"),
            (_("Matters"), "folders", "matters:list"),
            (_("Acts"), "gavel", "acts:list"),
            (_("Inspections"), "eye", "inspections:list"),
        ],
    ),
    (_("Directions of supervision"), [(one.label, one.icon, one.tabs[0].name) for one in DIRECTIONS]),
    (
        _("The service itself"),
        [
            (_("Period reports"), "file-spreadsheet", "reports:list"),
            (_("Orders"), "signature", "orders:list"),
            (_("Offices"), "building-community", "offices:tree"),
            (_("People"), "users", "personnel:home"),
            (_("Conduct"), "shield-lock", "conduct:list"),
            (_("Seals and blanks"), "key", "seals:list"),
            (_("Symbols"), "bookmark", "symbols:list"),
        ],
    ),
    (
        _("To look up"),
        [
            (_("Law"), "scale", "law:index"),
            (_("Search"), "search", "search:search"),
            (_("Help"), "help-circle", "help:index"),
        ],
    ),
]
_NAMES = tuple(name for _label, lines in _GROUPS for _line, _icon, name in lines)
_DOORS = frozenset(RULES) & {*_NAMES, *(tab.name for one in DIRECTIONS for tab in one.tabs)}
_SECTIONS = frozenset(name.partition(":")[0] for name in _NAMES)
# Sections that have no line of their own, and under which line their pages stand.
_UNDER = {
    "alarms": "home",
    "people": "personnel",
    "interference": "conduct",
    "structure": "offices",
    "measures": "acts",
}

_SHORT = {"ru": "РУ", "kk": "ҚАЗ", "en": "EN"}


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the menu."""

    label: str
    icon: str
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of the menu that belong together, under a heading or none."""

    label: str
    items: list[Item]


def shell(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `shell`, worked out only by pages that draw the frame."""
    return {"shell": SimpleLazyObject(lambda: _shell(request))}


def _shell(request: HttpRequest) -> dict[str, Any]:
    signed_in = request.user.is_authenticated
    hat = hats.shown(request, language()) if signed_in else None
    closed = _closed(request)
    return {
        "theme": theme_of(request),
        "path": request.get_full_path() if request.method == "GET" else "/",
        "languages": [(code, _SHORT[code], name) for code, name in Language.choices],
        "sidebar": _sidebar(language(), _section(request), closed) if signed_in else _empty_sidebar(),
        "tabs": _tabs(request, closed) if signed_in else [],
        "search_url": _address("search:search") if signed_in else "",
        "hat": hat,
        "person": hat.person if hat else "",
        "alarm": _alarm(request),
        "htmx_config": HTMX,
    }


def _alarm(request: HttpRequest) -> Banner | None:
    """What runs against the clock, told by the actor of the request: no question of its own."""
    actor = getattr(request, "actor", None)
    return banner(actor.ringing, clock.now()) if actor else None


def _closed(request: HttpRequest) -> frozenset[str]:
    """Lines and tabs that lead nowhere for the reader; without a post nothing of a narrow circle is shown."""
    actor: Actor | None = getattr(request, "actor", None)
    return Doors(actor, actor.day).closed(_DOORS) if actor else _DOORS


def theme_of(request: HttpRequest) -> str:
    """The brightness chosen by the person, or before sign-in by this browser."""
    chosen = request.user.theme if request.user.is_authenticated else request.COOKIES.get("theme")
    return chosen if chosen in Theme.values else Theme.AUTO


def _section(request: HttpRequest) -> str:
    """The line of the menu that the page stands under; "" for none."""
    match = request.resolver_match
    section = (match.namespace or match.url_name or "") if match else ""
    direction = direction_of(section)
    here = direction.tabs[0].section if direction else _UNDER.get(section, section)
    return here if here in _SECTIONS else ""


@lru_cache(maxsize=256)
def _sidebar(code: str, here: str, closed: frozenset[str]) -> SafeString:
    """The menu in the language with the line marked, without lines closed to the reader: drawn once a process
    for all to whom the same is open.
    """
    with override(code):
        groups = [Group(str(label), list(_items(lines, here, closed))) for label, lines in _GROUPS]
        return _drawn([group for group in groups if group.items])


def _empty_sidebar() -> SafeString:
    return _drawn([])


def _drawn(groups: list[Group]) -> SafeString:
    return render_to_string("_layout/sidebar.html", {"groups": groups})


def _tabs(request: HttpRequest, closed: frozenset[str]) -> list[Item]:
    """The registers of the page's direction, on the pages that are one of them."""
    match = request.resolver_match
    direction = direction_of(match.namespace) if match else None
    if match is None or direction is None or len(direction.tabs) == 1:
        return []
    if match.view_name not in {tab.name for tab in direction.tabs}:
        return []
    here = match.view_name
    tabs = [tab for tab in direction.tabs if tab.name not in closed]
    return [Item(str(tab.label), "", _address(tab.name), tab.name == here) for tab in tabs]


def _items(lines: _Lines, here: str, closed: frozenset[str]) -> Iterator[Item]:
    for label, icon, name in lines:
        if name in closed:
            continue
        if url := _address(name):
            yield Item(str(label), icon, url, name.partition(":")[0] == here)


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""  # that part of the product is not installed
