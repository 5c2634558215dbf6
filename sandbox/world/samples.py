"""Sample files that people send: pictures painted by code, small documents."""

import math
import struct
import zlib
from dataclasses import dataclass
from functools import lru_cache

WIDTH, HEIGHT = 480, 320
RATE = 8000
NOTE = RATE // 2
SCALE = (0, 4, 7, 12, 9, 5)
Colour = tuple[int, int, int]
BLACK: Colour = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Light:
    """The colours of an hour: the sky above and at the horizon, hills, field, sun."""

    above: Colour
    horizon: Colour
    hill: Colour
    field: Colour
    sun: Colour


# By the word that a sample's name may hold.
LIGHTS = {
    "晨": Light((120, 150, 205), (255, 205, 165), (118, 124, 148), (92, 112, 84), (255, 240, 205)),
    "午": Light((92, 158, 220), (205, 230, 244), (110, 150, 132), (118, 152, 86), (255, 250, 225)),
    "暮": Light((72, 72, 128), (250, 160, 110), (98, 82, 112), (72, 66, 70), (255, 214, 140)),
    "雪": Light((150, 172, 198), (228, 234, 240), (176, 190, 206), (232, 238, 244), (255, 252, 240)),
    "高原": Light((104, 170, 214), (246, 226, 190), (204, 160, 112), (216, 184, 132), (255, 246, 214)),
    "夜": Light((24, 32, 66), (74, 92, 138), (40, 50, 76), (30, 40, 48), (240, 240, 228)),
}


@lru_cache(maxsize=64)
def sample(name: str) -> bytes:
    """Bytes of a sample by its name; the same name, the same bytes."""
    if name.startswith(("text", "document")):
        return f"{name}\n".encode()
    if name.startswith("voice"):
        return hummed(sum(name.encode()))
    if name.startswith("video"):
        return b"\x00\x00\x00\x18ftypmp42" + name.encode()
    seed = zlib.crc32(name.encode())
    lights = [light for word, light in LIGHTS.items() if word in name] or list(LIGHTS.values())
    return painted(seed * 37, lights[seed % len(lights)])


def hummed(seed: int) -> bytes:
    """A short tune as WAV: four notes that fade."""
    tune = b"".join(struct.pack("<h", _tone(seed, at)) for at in range(4 * NOTE))
    sound = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, RATE, 2 * RATE, 2, 16)
    data = struct.pack("<4sI", b"data", len(tune)) + tune
    return struct.pack("<4sI4s", b"RIFF", 4 + len(sound) + len(data), b"WAVE") + sound + data


def _tone(seed: int, at: int) -> int:
    note, inside = divmod(at, NOTE)
    pitch = 220 * 2 ** (SCALE[(seed + note) % len(SCALE)] / 12)
    return int(6000 * math.sin(2 * math.pi * pitch * at / RATE) * (1 - inside / NOTE))


def painted(seed: int, light: Light) -> bytes:
    """A small landscape as PNG: sky, sun, hills and a road, in the light of some hour."""
    sun_x, sun_y = 60 + seed * 7 % (WIDTH - 120), 60 + seed * 3 % 70
    sky = [_between(light.above, light.horizon, y / 240) for y in range(HEIGHT)]
    hill = [_between(light.hill, light.field, depth / 260) for depth in range(HEIGHT)]
    field = [_between(light.field, BLACK, depth / 400) for depth in range(HEIGHT)]
    tops = [
        (int(170 + 22 * math.sin((x + seed) / 55)), int(225 + 16 * math.sin((x + 3 * seed) / 80))) for x in range(WIDTH)
    ]
    rows = bytearray()
    for y in range(HEIGHT):
        rows.append(0)
        rows += b"".join(field[y - near] if y > near else hill[y - far] if y > far else sky[y] for far, near in tops)
        if abs(y - sun_y) <= 26:
            _sun(rows, y, sun_x, sun_y, [far for far, _ in tops], bytes(light.sun))
    _road(rows, tops, seed)
    return _png(bytes(rows))


def _sun(rows: bytearray, y: int, sun_x: int, sun_y: int, tops: list[int], colour: bytes) -> None:
    half = int(math.sqrt(700 - (y - sun_y) ** 2))
    if y < min(tops[max(0, sun_x - half) : sun_x + half + 1]):
        _stroke(rows, y, sun_x - half, sun_x + half, colour)


def _road(rows: bytearray, tops: list[tuple[int, int]], seed: int) -> None:
    begins = tops[WIDTH // 2][1] + 1
    for y in range(begins, HEIGHT):
        middle = WIDTH // 2 + int((y - HEIGHT) * math.sin(seed))
        half = 4 + (y - begins) * 4 // 5
        _stroke(rows, y, middle - half, middle + half, bytes((94, 97, 104)))
        if (y - begins) % 24 < 13:
            line = 1 + (y - begins) // 24
            _stroke(rows, y, middle - line, middle + line, bytes((226, 224, 214)))


def _stroke(rows: bytearray, y: int, left: int, right: int, colour: bytes) -> None:
    left, right = max(0, left), min(WIDTH, right)
    at = y * (1 + 3 * WIDTH) + 1
    rows[at + 3 * left : at + 3 * right] = colour * max(0, right - left)


def _between(one: Colour, other: Colour, share: float) -> bytes:
    share = min(1.0, share)
    return bytes(int(a + (b - a) * share) for a, b in zip(one, other, strict=True))


def _png(rows: bytes) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 6)) + chunk(b"IEND", b"")
