"""The Play API: what the web page asks and does in the name of a person."""

from sandbox.play.api import Play

__all__ = ["Play"]
