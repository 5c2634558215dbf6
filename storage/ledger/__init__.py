"""The books: entries, their chain, their seals, and the totals kept beside them."""
