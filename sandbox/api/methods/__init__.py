"""The Bot API methods, one file per noun; importing this package fills the table."""

from sandbox.api.methods import (
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
from sandbox.api.methods.call import METHODS, Call, Method

__all__ = [
    "METHODS", "Call", "Method", "about", "album", "callbacks", "chats", "commands", "copying", "deleting", "editing",
    "ephemeral", "files", "links", "members", "pins", "polls", "reactions", "sending", "topics",
]  # fmt: skip
