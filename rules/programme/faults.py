"""What a section of the configuration must not say: every fault at once, each with its key and what is allowed."""


class Faulty(ValueError):
    """Values that can't be used; `faults` are pairs of key and what is allowed there."""

    def __init__(self, faults: list[tuple[str, str]]) -> None:
        super().__init__("; ".join(f"{key} {allowed}" for key, allowed in faults))
        self.faults = faults


def require(*promises: tuple[bool, str, str]) -> None:
    """Each promise is (kept, key, what is allowed). Raises Faulty with all that are not kept."""
    broken = [(key, allowed) for kept, key, allowed in promises if not kept]
    if broken:
        raise Faulty(broken)
