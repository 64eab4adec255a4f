"""Every icon that a menu, a register or the help names is drawn: one that is not leaves a hole."""

import re
from pathlib import Path

from qadaga import web
from qadaga.web import navigation
from qadaga.web.help.views import TOPICS
from qadaga.web.registers.listed import LISTED

SPRITE = Path(web.__path__[0]) / "static" / "qadaga" / "icons.svg"
DRAWN = frozenset(re.findall(r'id="([a-z0-9-]+)"', SPRITE.read_text(encoding="utf-8")))


def test_every_line_of_the_menu_has_its_icon() -> None:
    named = {str(label): icon for _, lines in navigation._GROUPS for label, icon, _ in lines}
    assert {label: icon for label, icon in named.items() if icon not in DRAWN} == {}


def test_every_register_has_its_icon() -> None:
    assert {name: one.icon for name, one in LISTED.items() if one.icon not in DRAWN} == {}


def test_every_topic_of_the_help_has_its_icon() -> None:
    assert {name: icon for name, (_, _, icon) in TOPICS.items() if icon not in DRAWN} == {}
