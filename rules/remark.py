"""A remark: something that somebody says, to somebody or to nobody."""

from msgspec import Struct


class Remark(Struct, frozen=True):
    """`text` as it was typed; in a `reply` the name of its author and what they had written.

    `named` are the places of the text at which somebody is mentioned.
    """

    text: str
    author: str = ""
    about: str = ""
    reply: bool = True
    private: bool = False
    named: frozenset[int] = frozenset()
