"""What stands on buttons, as it is compared with what somebody types instead of pressing."""

import hashlib
from collections.abc import Iterable

from rules.reading.typed import bare

_KEPT = 16


def kept(label: str) -> str:
    """A label as it is kept: it may name somebody, and whoever types it need not know more than that it is the same."""
    return hashlib.sha256(bare(label).encode()).hexdigest()[:_KEPT]


def unambiguous(labels: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The tokens of buttons by their labels as they are kept, without signs alone and without what stands on several."""
    found: dict[str, str] = {}
    several: set[str] = set()
    for label, token in labels:
        said = kept(label)
        if said in found:
            several.add(said)
        if bare(label):
            found[said] = token
    return {said: token for said, token in found.items() if said not in several}
