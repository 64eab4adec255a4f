"""May this person do this (law + offices + staff), and what may they see."""

from qadaga.authority.actor import Actor
from qadaga.authority.errors import NotPermitted
from qadaga.authority.rulings import actions, admit, may, offered, question, require

__all__ = ["Actor", "NotPermitted", "actions", "admit", "may", "offered", "question", "require"]
