"""Levels, boards, awards, and what people see of themselves."""
