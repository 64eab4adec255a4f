"""Rows of every register beside the appeals, made by the database itself: INSERT … SELECT, keys by number.

Row `n` of a table stands in an office, on a day, running or done; rows that refer to another table refer to
its row `n`. What a column holds is said where a constraint or a page asks for it; all else goes by its type.
"""
