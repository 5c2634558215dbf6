"""Paying, taking back, and whether the books agree."""
