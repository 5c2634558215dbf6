"""Which size of a photo is fetched, and which photo a page can hold."""

import pytest

from rules.honour.portrait import MOST_BYTES, PhotoSize, sufficient, usable
from sandbox.world.portraits import SIDES_PX, portrait


@pytest.mark.parametrize(
    ("sides", "taken"), [((640, 160, 320), 160), ((90, 100), 100), ((100, 320, 640), 320), ((), None)]
)
def test_the_smallest_size_that_is_large_enough_is_fetched(sides: tuple[int, ...], taken: int | None) -> None:
    found = sufficient(PhotoSize(str(side), side) for side in sides)
    assert (found and found.side_px) == taken


def test_a_page_holds_small_jpegs_only() -> None:
    photo = portrait(200, SIDES_PX[0])
    assert usable(photo) and usable(photo.ljust(MOST_BYTES, b"\0"))
    for other in (photo.ljust(MOST_BYTES + 1, b"\0"), b"\x89PNG\r\n", b"<svg onload=alert(1)>", b""):
        assert not usable(other)
