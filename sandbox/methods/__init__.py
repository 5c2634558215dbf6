"""The Bot API methods, one file per noun; importing this package fills the table."""

from sandbox.methods import (
    about,
    album,
    callbacks,
    chats,
    commands,
    copying,
    deleting,
    editing,
    ephemeral,
    files,
    links,
    members,
    pins,
    polls,
    reactions,
    sending,
    topics,
)
from sandbox.methods.call import METHODS, Call, Method

__all__ = [
    "METHODS", "Call", "Method", "about", "album", "callbacks", "chats", "commands", "copying", "deleting", "editing",
    "ephemeral", "files", "links", "members", "pins", "polls", "reactions", "sending", "topics",
]  # fmt: skip
