"""Sample files that people send: pictures painted by code, small documents."""

import math
import struct
import zlib
from functools import lru_cache

WIDTH, HEIGHT = 480, 320


@lru_cache(maxsize=64)
def sample(name: str) -> bytes:
    """Bytes of a sample by its name; the same name, the same bytes."""
    if name.startswith(("text", "document")):
        return f"{name}\n".encode()
    if name.startswith("video"):
        return b"\x00\x00\x00\x18ftypmp42" + name.encode()
    return painted(sum(name.encode()) * 37)


def painted(seed: int) -> bytes:
    """A small landscape as PNG: sky, sun, hills and a road, coloured by the seed."""
    hue = seed % 360
    sun_x, sun_y = 60 + seed * 7 % (WIDTH - 120), 50 + seed * 3 % 70
    rows = bytearray()
    for y in range(HEIGHT):
        rows.append(0)
        for x in range(WIDTH):
            rows += _pixel(x, y, hue, sun_x, sun_y)
    return _png(bytes(rows))


def _pixel(x: int, y: int, hue: int, sun_x: int, sun_y: int) -> bytes:
    far = 170 + 22 * math.sin((x + hue) / 55)
    near = 225 + 16 * math.sin((x + 3 * hue) / 80)
    if y > near:
        road = abs(x - WIDTH / 2 - (y - HEIGHT) * math.sin(hue)) < (y - near) * 0.8 + 4
        return _colour(hue, 0.05 if road else 0.45, 0.42 if road else 0.5 - (y - near) / 500)
    if y > far:
        return _colour(hue + 40, 0.35, 0.62 - (y - far) / 500)
    if (x - sun_x) ** 2 + (y - sun_y) ** 2 < 700:
        return bytes((255, 244, 214))
    return _colour(hue + 180, 0.35, 0.72 + y / 900)


def _colour(hue: float, saturation: float, value: float) -> bytes:
    value = max(0.0, min(1.0, value))
    channels = (abs((hue / 60 + shift) % 6 - 3) - 1 for shift in (0, 4, 2))
    return bytes(int(255 * value * (1 - saturation + saturation * max(0.0, min(1.0, c)))) for c in channels)


def _png(rows: bytes) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 6)) + chunk(b"IEND", b"")
