"""Where somebody comes from: the public domain, where everybody can see what they write, or the brand's own groups."""

from enum import StrEnum

from msgspec import Struct


class Domain(StrEnum):
    """Whether somebody was found out in public, or among those who were here already."""

    PUBLIC = "public"
    PRIVATE = "private"


class Source(Struct, frozen=True):
    """Where somebody was found and why they were noted; `platform` and `link` are empty for the private domain."""

    domain: Domain
    platform: str
    link: str
    reason: str
