"""How often each power, post and kind of act was used: counted from the journal, month by month."""
