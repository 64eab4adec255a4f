"""Search by number, name, IIN/BIN and words, in Russian and Kazakh, at a flat cost (decision 9).

Services keep an entry for each appeal, matter and act with `put`, in the transaction of the change;
pages ask with `find`.
"""

from qadaga.authority.lists.search.entries import Entry, put
from qadaga.authority.lists.search.finding import Found, find, find_ids

__all__ = ["Entry", "Found", "find", "find_ids", "put"]
