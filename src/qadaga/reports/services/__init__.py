"""What is done with reports of a period."""

from qadaga.reports.services.counting import count
from qadaga.reports.services.drafting import Drafted, draft, is_long
from qadaga.reports.services.signing import sign

__all__ = ["Drafted", "count", "draft", "is_long", "sign"]
