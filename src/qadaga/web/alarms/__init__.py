"""Duties on the clock: the banner of every page, the section of My day, the page of all of them."""
