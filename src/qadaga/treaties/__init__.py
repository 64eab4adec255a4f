"""Direction 7 (L.3.7): treaties and how bodies keep them, drafts, cooperation, requests from and to abroad.

The General Prosecutor's Office is the central authority: treaties and incoming requests are its rows.
Parts of a request go down to the offices that an order has passed the power to.
"""
