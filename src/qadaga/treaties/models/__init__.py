"""Rows of treaties, checks, requests and their parts."""

from qadaga.treaties.models.check import TreatyCheck
from qadaga.treaties.models.paper import Paper
from qadaga.treaties.models.request import Part, Request
from qadaga.treaties.models.treaty import Contact, Treaty

__all__ = ["Contact", "Paper", "Part", "Request", "Treaty", "TreatyCheck"]
