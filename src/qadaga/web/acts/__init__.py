"""Pages of acts and measures: their cards, drafts with preview and comparison, and every step on them."""
