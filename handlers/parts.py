"""Long jobs are done in parts, so that nobody waits for the whole of one."""

from msgspec import Struct


class More(Struct, frozen=True):
    """A part is done, and the job is asked again at once, behind whatever else waits; its period is not over yet."""
