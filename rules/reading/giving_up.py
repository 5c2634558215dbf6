"""Words by which somebody gives up what they were asked for, and says nothing else: 算了吧，谢谢; 等下再说; no thanks."""

import re

from rules.reading.heard import pattern
from rules.reading.typed import bare

_LONGEST = 40
_BETWEEN = re.compile(r"[\s,，.。!！~～…;；、]+")
_COURTESY = f"(?:{pattern('giving_up', 'courtesy')})"
_GIVES_UP = re.compile(rf"{_COURTESY}?\s*(?:{pattern('giving_up', 'clauses')})+\s*{_COURTESY}?")
_COURTEOUS = re.compile(_COURTESY)


def gives_up(text: str) -> bool:
    """Whether the words give up: every clause does, or is a courtesy beside one that does."""
    said = bare(text)
    if not said or len(said) > _LONGEST:
        return False
    clauses = [said] if _GIVES_UP.fullmatch(said.replace(",", "")) else _clauses(said)
    given_up = [_GIVES_UP.fullmatch(clause.replace(",", "")) is not None for clause in clauses]
    return any(given_up) and all(up or _COURTEOUS.fullmatch(one) for up, one in zip(given_up, clauses, strict=True))


def _clauses(said: str) -> list[str]:
    """What stands between signs; in Chinese a space parts as well."""
    parts = _BETWEEN.split(said) if not said.isascii() else re.split(r"\s*[,.!~;]+\s*", said)
    return [part for part in parts if part]
