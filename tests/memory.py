"""Where tests keep their files: in memory where there is room, for nothing of theirs has to outlive the machine.

A commit waits for the disk to have it. A process that is killed loses nothing that it wrote, whichever it is.
"""

import os
import shutil
from pathlib import Path

MEMORY = Path("/dev/shm")
ROOM_BYTES = 2 * 1024**3


def place() -> str | None:
    """A folder in memory; None where there is none, or not enough of it."""
    if not os.access(MEMORY, os.W_OK) or shutil.disk_usage(MEMORY).free < ROOM_BYTES:
        return None
    return str(MEMORY)
