"""Improving the work, with public trust first: what people think of answers, proposals, reviews (O.8.d7)."""
